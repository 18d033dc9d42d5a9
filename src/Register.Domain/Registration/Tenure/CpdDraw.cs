using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Register.Domain.Registration.Tenure;

/// <summary>Draws a share of a population, so that anybody with the seed can draw it again (R18).</summary>
/// <remarks>Each number gets SHA-256 of the UTF-8 text "seed number", as in "0f3a… SON17". Those with the smallest hashes, compared byte by
/// byte, are drawn. How many: the share of the population rounded up, so that a round with anybody in it has an audit.</remarks>
public static class CpdDraw
{
    /// <summary>The name under which this way of drawing is recorded.</summary>
    public const string Algorithm = "sha256-smallest-1";

    private const int Whole = 10_000;

    /// <summary>Those drawn, in order of their numbers.</summary>
    /// <param name="perTenThousand">The share: 250 are 2.5%.</param>
    public static ImmutableArray<RegistrationNumber> Select(string seed, IReadOnlyCollection<RegistrationNumber> population, int perTenThousand) =>
    [
        .. population.Distinct()
            .OrderBy(number => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {number}"))), StringComparer.Ordinal)
            .Take(Count(population.Distinct().Count(), perTenThousand))
            .OrderBy(number => number.Value),
    ];

    /// <summary>How many are drawn of so many.</summary>
    public static int Count(int population, int perTenThousand) => (int)((((long)population * perTenThousand) + Whole - 1) / Whole);
}
