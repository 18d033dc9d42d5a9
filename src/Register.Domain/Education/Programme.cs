using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Education;

/// <summary>A programme at an education provider: accredited, and fed with pass lists.</summary>
public abstract record ProgrammeEvent
{
    /// <summary>Accredited from one day to another, both included (R4).</summary>
    public sealed record Accredited(
        string Provider,
        string ProviderName,
        string Title,
        string Award,
        int AcademicLevel,
        AwardKind Kind,
        ImmutableArray<PracticeArea> PracticeAreas,
        DateOnly From,
        DateOnly To) : ProgrammeEvent;

    /// <summary>One candidate's award was on a pass list that the exam board had ratified (R6).</summary>
    public sealed record AwardListed(ListedAward Award) : ProgrammeEvent;
}

/// <summary>One candidate's award (R6). The order of its practice areas means nothing.</summary>
/// <param name="RatifiedOn">The day the exam board ratified it; until then it counts for nothing.</param>
public sealed record ListedAward(
    string CandidateNumber,
    string FullName,
    DateOnly DateOfBirth,
    ImmutableArray<PracticeArea> PracticeAreas,
    DateOnly CohortStart,
    DateOnly? RatifiedOn)
{
    public bool Equals(ListedAward? other) =>
        other is not null
        && (CandidateNumber, FullName, DateOfBirth, CohortStart, RatifiedOn)
            == (other.CandidateNumber, other.FullName, other.DateOfBirth, other.CohortStart, other.RatifiedOn)
        && PracticeAreas.Order().SequenceEqual(other.PracticeAreas.Order());

    public override int GetHashCode() => HashCode.Combine(CandidateNumber, DateOfBirth, CohortStart, RatifiedOn);
}

/// <summary>A programme as its events made it.</summary>
public sealed record ProgrammeState(
    ProgrammeEvent.Accredited? Accreditation,
    ImmutableDictionary<string, ListedAward> Awards) : IState<ProgrammeState, ProgrammeEvent>
{
    public static ProgrammeState None { get; } = new(null, ImmutableDictionary<string, ListedAward>.Empty);

    public ProgrammeState Evolve(ProgrammeEvent e) => e switch
    {
        ProgrammeEvent.Accredited a => this with { Accreditation = a },
        ProgrammeEvent.AwardListed l => this with { Awards = Awards.SetItem(l.Award.CandidateNumber, l.Award) },
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether the programme was accredited on a date (R4).</summary>
    public bool WasAccreditedOn(DateOnly date) => Accreditation is { } a && a.From <= date && date <= a.To;
}
