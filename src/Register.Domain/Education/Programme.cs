using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Education;

/// <summary>A programme at an education provider: accredited, and fed with pass lists.</summary>
/// <remarks>What happens to its accreditation later is an <see cref="AccreditationEvent"/>, to its pass lists a <see cref="PassListEvent"/>.</remarks>
public abstract record ProgrammeEvent
{
    /// <summary>Accredited from one day to another, both included: the first interval (R4).</summary>
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

    /// <summary>One candidate's award was on a pass list (R6).</summary>
    /// <param name="At">When the list was submitted; events of the register's first days lack it.</param>
    /// <param name="Apprenticeship">The apprenticeship that led to the award, where one did.</param>
    public sealed record AwardListed(ListedAward Award, DateTimeOffset? At = null, ApprenticeshipId? Apprenticeship = null) : ProgrammeEvent;
}

/// <summary>A programme as its events made it.</summary>
public sealed record ProgrammeState(
    ProgrammeEvent.Accredited? Accreditation,
    ImmutableDictionary<string, ListedAward> Awards) : IState<ProgrammeState, ProgrammeEvent>
{
    public static ProgrammeState None { get; } = new(null, ImmutableDictionary<string, ListedAward>.Empty);

    /// <summary>The accredited intervals in order, once they are others than the first alone.</summary>
    public ImmutableArray<AccreditedInterval>? Amended { get; init; }

    /// <summary>Every withdrawal of accreditation, oldest first.</summary>
    public ImmutableArray<AccreditationEvent.Withdrawn> Withdrawals { get; init; } = [];

    /// <summary>Every condition ever set, by number.</summary>
    public ImmutableArray<AccreditationCondition> Conditions { get; init; } = [];

    /// <summary>How each candidate number came to where it stands; it outlives a withdrawn award.</summary>
    public ImmutableDictionary<string, Listing> Listings { get; init; } = ImmutableDictionary<string, Listing>.Empty;

    public ProgrammeState Evolve(ProgrammeEvent e) => e switch
    {
        ProgrammeEvent.Accredited a => this with { Accreditation = a },
        ProgrammeEvent.AwardListed l => PassListFold.Listed(this, l),
        AccreditationEvent a => AccreditationFold.Evolve(this, a),
        PassListEvent p => PassListFold.Evolve(this, p),
        _ => throw new UnreachableException(),
    };

    /// <summary>The intervals for which the programme is accredited, in order (R4).</summary>
    public ImmutableArray<AccreditedInterval> AccreditedIntervals() =>
        Amended ?? (Accreditation is { } first ? [new(first.From, first.To)] : []);

    /// <summary>Whether the programme was accredited on a date (R4).</summary>
    public bool WasAccreditedOn(DateOnly date) => AccreditedIntervals().Any(i => i.Has(date));
}
