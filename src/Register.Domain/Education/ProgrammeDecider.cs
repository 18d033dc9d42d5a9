using System.Collections.Immutable;

namespace Register.Domain.Education;

/// <summary>Decides what happens to a programme.</summary>
public static class ProgrammeDecider
{
    public static Decision<ProgrammeEvent> Accredit(AccreditProgramme command, ProgrammeState state)
    {
        if (state.Accreditation is not null)
            return Decision.Nothing;

        var problems = Problems(command.Accreditation).ToImmutableArray();
        return problems.IsEmpty ? command.Accreditation : problems;
    }

    public static Decision<ProgrammeEvent> Submit(SubmitPassList command, ProgrammeState state, DecisionContext context)
    {
        if (state.Accreditation is not { } programme)
            return Rejection.NotFound("PROGRAMME_NOT_FOUND", "There is no such programme.");
        if (programme.Provider != context.Actor.Organisation)
            return Rejection.Forbidden("NOT_YOUR_PROGRAMME", "Only the provider of a programme submits its pass lists.");

        var awards = command.Awards.Select(a => a.PracticeAreas.IsEmpty ? a with { PracticeAreas = programme.PracticeAreas } : a).ToImmutableArray();
        var problems = awards.SelectMany((award, row) => Problems(award, $"awards[{row}]", programme, state, context.Today))
            .Concat(Twice(awards))
            .ToImmutableArray();
        return problems.IsEmpty
            ? awards.Where(a => !state.Awards.ContainsKey(a.CandidateNumber)).Select(ProgrammeEvent (a) => new ProgrammeEvent.AwardListed(a)).ToImmutableArray()
            : problems;
    }

    private static IEnumerable<Rejection> Problems(ProgrammeEvent.Accredited a)
    {
        if (a.AcademicLevel is < 6 or > 8)
            yield return Rejection.Invalid("programme.academic_level", "ACADEMIC_LEVEL_UNKNOWN", "The academic level is 6, 7 or 8 (R7).");
        if (a.To < a.From)
            yield return Rejection.Invalid("programme.accredited_to", "INTERVAL_EMPTY", "Accreditation ends before it starts.");
        if (a is { AcademicLevel: 6, Kind: AwardKind.Programme } && a.PracticeAreas.Contains(PracticeArea.Musculoskeletal))
            yield return Rejection.Invalid("programme.practice_areas", "AREA_NOT_AT_LEVEL_6", "Direct-entry level 6 programmes do not cover musculoskeletal (R7).");
    }

    private static IEnumerable<Rejection> Problems(ListedAward award, string row, ProgrammeEvent.Accredited programme, ProgrammeState state, DateOnly today)
    {
        if (award.RatifiedOn > today)
            yield return Rejection.Of("NOT_RATIFIED_YET", "An award counts for nothing before the exam board ratified it (R6).", "ratified_on");
        if (award.CohortStart > award.RatifiedOn)
            yield return Rejection.Invalid("cohort_start", "COHORT_AFTER_RATIFICATION", "The cohort started after its awards were ratified.");
        if (award.PracticeAreas.Except(programme.PracticeAreas).Any())
            yield return Rejection.Of("AREA_NOT_COVERED", "The programme does not cover each of these practice areas.", $"{row}.practice_areas");
        if (state.Awards.TryGetValue(award.CandidateNumber, out var listed) && listed != award)
            yield return Rejection.Of("CANDIDATE_ALREADY_LISTED", "This candidate number is on an earlier list with other particulars.", $"{row}.candidate_number");
    }

    private static IEnumerable<Rejection> Twice(ImmutableArray<ListedAward> awards) =>
        awards.Select((award, row) => (award.CandidateNumber, Row: row))
            .GroupBy(a => a.CandidateNumber)
            .SelectMany(same => same.Skip(1))
            .Select(a => Rejection.Invalid($"awards[{a.Row}].candidate_number", "CANDIDATE_TWICE", "This candidate number is on the list twice."));
}
