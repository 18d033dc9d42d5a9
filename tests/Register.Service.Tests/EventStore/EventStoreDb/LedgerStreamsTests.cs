using System.Text.RegularExpressions;
using Register.EventStore.EventStoreDb;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>A kind of stream that the filter does not know would be missing from every view.</summary>
public sealed partial class LedgerStreamsTests
{
    [Fact]
    public void Every_category_of_the_domain_is_read_back()
    {
        var categories = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", "Register.Domain"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Category().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["category"].Value + "-")
            .ToHashSet();
        Assert.Equal(categories.Order(), LedgerStreams.Prefixes.Order());
    }

    [GeneratedRegex("""StreamId \w+(\([^)]*\))? =>? ?new\("(?<category>\w+)",""")]
    private static partial Regex Category();
}
