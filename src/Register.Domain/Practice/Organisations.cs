using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Register.Domain.Practice;

/// <summary>An organisation that people practise in.</summary>
public sealed record Organisation(OdsCode Code, string Name, Region Region);

/// <summary>The organisations that the register knows by their ODS codes: reference data, read from organisations.csv beside this file.</summary>
public static class Organisations
{
    private static readonly FrozenDictionary<OdsCode, Organisation> ByCode = Read().ToFrozenDictionary(o => o.Code);

    /// <summary>All of them, in order of code.</summary>
    public static ImmutableArray<Organisation> All { get; } = [.. ByCode.Values.OrderBy(o => o.Code.ToString(), StringComparer.Ordinal)];

    /// <summary>The organisation of a code; null when the register does not know it.</summary>
    public static Organisation? Find(OdsCode code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<Organisation> Read()
    {
        using var csv = new StreamReader(typeof(Organisations).Assembly.GetManifestResourceStream("organisations.csv")!);
        csv.ReadLine(); // ods_code,name,region
        while (csv.ReadLine() is { Length: > 0 } line)
        {
            // Only a name may hold a comma.
            var (first, last) = (line.IndexOf(',', StringComparison.Ordinal), line.LastIndexOf(','));
            var region = Enum.Parse<Region>(line[(last + 1)..].Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
            yield return new(OdsCode.Parse(line[..first], null), line[(first + 1)..last], region);
        }
    }
}
