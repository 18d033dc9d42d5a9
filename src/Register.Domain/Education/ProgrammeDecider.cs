using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Decides whether a programme goes on the list of accredited programmes.</summary>
public static class ProgrammeDecider
{
    /// <summary>The level of each award whose name tells it; others are not judged by their name (R7).</summary>
    private static readonly FrozenDictionary<string, int> LevelByAward = new Dictionary<string, int>
    {
        ["BSc (Hons)"] = 6,
        ["PgCert"] = 7,
        ["PgDip"] = 7,
        ["MSc"] = 7,
        ["PhD"] = 8,
        ["DProf"] = 8,
        ["DClinSci"] = 8,
        ["Doctorate"] = 8,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Decision<ProgrammeEvent> Accredit(AccreditProgramme command, ProgrammeState state)
    {
        if (state.Accreditation is not null)
            return Decision.Nothing;

        var problems = Problems(command.Accreditation).ToImmutableArray();
        return problems.IsEmpty ? command.Accreditation : problems;
    }

    private static IEnumerable<Rejection> Problems(ProgrammeEvent.Accredited a)
    {
        if (a.AcademicLevel is < 6 or > 8)
            yield return Rejection.Invalid("programme.academic_level", "ACADEMIC_LEVEL_UNKNOWN", "The academic level is 6, 7 or 8 (R7).");
        else if (a.Kind == AwardKind.Programme && LevelByAward.TryGetValue(a.Award, out var level) && level != a.AcademicLevel)
            yield return Rejection.Invalid("programme.academic_level", "AWARD_AT_ANOTHER_LEVEL", $"A {a.Award} is at academic level {level} (R7).");
        if (LegacyAwards.Named(a.Award) is { } legacy)
            yield return Rejection.Invalid(
                "programme.award", "LEGACY_AWARD", $"{LegacyAwards.NameOf(legacy)} is a legacy award: it is recognised through the equivalence route only (R8).");
        if (a.To < a.From)
            yield return Rejection.Invalid("programme.accredited_to", "INTERVAL_EMPTY", "Accreditation ends before it starts.");
        if (a is { AcademicLevel: 6, Kind: AwardKind.Programme } && a.PracticeAreas.Contains(PracticeArea.Musculoskeletal))
            yield return Rejection.Invalid("programme.practice_areas", "AREA_NOT_AT_LEVEL_6", "Direct-entry level 6 programmes do not cover musculoskeletal (R7).");
    }
}
