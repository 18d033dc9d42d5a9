using System.Text.RegularExpressions;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Architecture;

/// <summary>The table of src/Register.Domain/README.md says which tests hold which rule: no rule without a test, no test that is not there.</summary>
public sealed partial class RuleTableTests
{
    private const int LastRule = 34;

    private static readonly IReadOnlyList<string> Rows =
        [.. File.ReadLines(Path.Combine(Checkout.Root, "src", "Register.Domain", "README.md")).Where(line => Rule().IsMatch(line))];

    private static readonly IReadOnlySet<string> Tests = Directory
        .EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet();

    public static TheoryData<int> Rules => [.. Enumerable.Range(1, LastRule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_held_by_tests_that_exist(int rule)
    {
        var row = Assert.Single(Rows, line => line.StartsWith($"| R{rule} ", StringComparison.Ordinal));
        var names = Quoted().Matches(row).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(names);
        Assert.Empty(names.Except(Tests));
    }

    [GeneratedRegex(@"^\| R\d+ ")]
    private static partial Regex Rule();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[(Fact|Theory)\b[^\n]*\n(\s*\[[^\n]*\n)*\s*public (async )?(void|Task) (?<name>\w+)\(")]
    private static partial Regex TestMethod();
}
