using System.Text.Json.Nodes;
using Register.Service.Audit;

namespace Register.Service.Tests.Audit;

/// <summary>What differs between two states, by its place.</summary>
public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", "")]
    [InlineData("""{"a":1}""", """{"a":2}""", "/a Changed 1 2")]
    [InlineData("""{}""", """{"a":{"b":1}}""", """/a Added - {"b":1}""")]
    [InlineData("""{"a":null}""", """{}""", "/a Removed - -")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":1,"c":3}}""", "/a/c Changed 2 3")]
    [InlineData("""{"a/b":1,"~":1}""", """{"a/b":2,"~":2}""", "/a~1b Changed 1 2; /~0 Changed 1 2")]
    [InlineData("""{"a":[1]}""", """{"a":{"0":1}}""", """/a Changed [1] {"0":1}""")]
    [InlineData("""[1,2]""", """[1,2,3]""", "/2 Added - 3")]
    [InlineData("""[1,2,3]""", """[2,3]""", "/0 Removed 1 -")]
    [InlineData("""[1,2,3]""", """[1,3]""", "/1 Removed 2 -")]
    [InlineData("""[1,3]""", """[1,2,3]""", "/1 Added - 2")]
    [InlineData("""[{"a":1},{"a":2}]""", """[{"a":1},{"a":5},{"a":6}]""", """/1/a Changed 2 5; /2 Added - {"a":6}""")]
    [InlineData("""[1,1]""", """[1]""", "/1 Removed 1 -")]
    public void Each_difference_has_its_place_and_both_values(string before, string after, string differences) =>
        Assert.Equal(differences, string.Join("; ", JsonDifference.Between(JsonNode.Parse(before), JsonNode.Parse(after)).Select(Text)));

    private static string Text(JsonDifference d) => $"{d.Path} {d.Kind} {d.Before?.ToJsonString() ?? "-"} {d.After?.ToJsonString() ?? "-"}";
}
