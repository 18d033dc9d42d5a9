using System.Text.Json.Nodes;

namespace Register.Service.Audit;

/// <summary>One value that differs between two JSON documents.</summary>
/// <param name="Path">A JSON Pointer (RFC 6901); what is only in the first document is counted as it stands there.</param>
/// <param name="Before">The value in the first document.</param>
/// <param name="After">The value in the second document.</param>
/// <param name="Kind">In which of the two there is a value.</param>
public sealed record JsonDifference(string Path, JsonDifferenceKind Kind, JsonNode? Before, JsonNode? After)
{
    /// <summary>Every difference, in the order of the fields; none where the two are equal.</summary>
    public static IEnumerable<JsonDifference> Between(JsonNode? before, JsonNode? after) => Between("", before, after);

    private static IEnumerable<JsonDifference> Between(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject b, JsonObject a) => BetweenFields(path, b, a),
        (JsonArray b, JsonArray a) => BetweenItems(path, b, a),
        _ => [new(path, JsonDifferenceKind.Changed, before, after)],
    };

    private static IEnumerable<JsonDifference> BetweenFields(string path, JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(f => f.Key).Union(after.Select(f => f.Key)))
        {
            var inner = $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            var (was, isNow) = (before.TryGetPropertyValue(name, out var b), after.TryGetPropertyValue(name, out var a));
            foreach (var difference in (was, isNow) switch
            {
                (true, true) => Between(inner, b, a),
                (true, false) => [new(inner, JsonDifferenceKind.Removed, b, null)],
                _ => [new(inner, JsonDifferenceKind.Added, null, a)],
            })
                yield return difference;
        }
    }

    // What both begin and end with is the same; of what lies between, items at the same place are taken for the same item.
    private static IEnumerable<JsonDifference> BetweenItems(string path, JsonArray before, JsonArray after)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var start = 0;
        while (start < shorter && JsonNode.DeepEquals(before[start], after[start]))
            start++;
        var end = 0;
        while (end < shorter - start && JsonNode.DeepEquals(before[^(end + 1)], after[^(end + 1)]))
            end++;

        var both = shorter - end;
        for (var i = start; i < both; i++)
        {
            foreach (var difference in Between($"{path}/{i}", before[i], after[i]))
                yield return difference;
        }
        for (var i = both; i < before.Count - end; i++)
            yield return new($"{path}/{i}", JsonDifferenceKind.Removed, before[i], null);
        for (var i = both; i < after.Count - end; i++)
            yield return new($"{path}/{i}", JsonDifferenceKind.Added, null, after[i]);
    }
}

/// <summary>How a value differs.</summary>
public enum JsonDifferenceKind
{
    Added = 1,
    Removed,
    Changed,
}
