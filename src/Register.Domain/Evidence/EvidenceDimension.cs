using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Practice;

namespace Register.Domain.Evidence;

/// <summary>What is counted.</summary>
public enum EvidenceSubject
{
    /// <summary>Everybody on the register on the date, restricted or not.</summary>
    Sonographers = 1,

    /// <summary>Concerns received up to the date, by what was true of the registrant on the day each was received.</summary>
    Concerns,
}

/// <summary>What it is counted by.</summary>
public enum EvidenceDimension
{
    OtherRegistration = 1,
    EntryRoute,

    /// <summary>A person counts once in each of their areas: the total counts areas of practice, not people.</summary>
    PracticeArea,
    Region,
    Setting,
}

/// <summary>The categories of each dimension. They are always all there, so that the shape of a table tells nothing.</summary>
public static class EvidenceCategories
{
    /// <summary>The category of those of whom the register does not know.</summary>
    public const string NotRecorded = "NOT_RECORDED";

    private static readonly ImmutableDictionary<EvidenceDimension, ImmutableArray<string>> Names =
        ImmutableDictionary.CreateRange<EvidenceDimension, ImmutableArray<string>>(
        [
            new(EvidenceDimension.OtherRegistration, [.. NamesOf<OtherRegulator>()]),
            new(EvidenceDimension.EntryRoute, [.. NamesOf<EntryRoute>(), NotRecorded]),
            new(EvidenceDimension.PracticeArea, [.. NamesOf<PracticeArea>(), NotRecorded]),
            new(EvidenceDimension.Region, [.. NamesOf<Region>(), NotRecorded]),
            new(EvidenceDimension.Setting, [.. NamesOf<PracticeSetting>(), NotRecorded]),
        ]);

    /// <summary>The names of a dimension's categories in order, in capitals as the contract writes words.</summary>
    public static ImmutableArray<string> Of(EvidenceDimension dimension) => Names[dimension];

    /// <summary>Where in <see cref="Of"/> a person counts: one place, or one for each practice area.</summary>
    public static ImmutableArray<int> PlacesOf(CountedPerson person, EvidenceDimension dimension) => dimension switch
    {
        EvidenceDimension.OtherRegistration => [Place(dimension, (int)person.Other)],
        EvidenceDimension.EntryRoute => [Place(dimension, (int?)person.Route)],
        EvidenceDimension.PracticeArea when person.Areas.IsEmpty => [Place(dimension, null)],
        EvidenceDimension.PracticeArea => [.. person.Areas.Distinct().Select(area => Place(dimension, (int)area))],
        EvidenceDimension.Region => [Place(dimension, (int?)person.Region)],
        EvidenceDimension.Setting => [Place(dimension, (int?)person.Setting)],
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    // The words of each enumeration are numbered from 1 without gaps; what is not recorded comes last.
    private static int Place(EvidenceDimension dimension, int? word) => word - 1 ?? Names[dimension].Length - 1;

    private static IEnumerable<string> NamesOf<T>() where T : struct, Enum => Enum.GetValues<T>().Select(word => Capitals(word.ToString()));

    private static string Capitals(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
