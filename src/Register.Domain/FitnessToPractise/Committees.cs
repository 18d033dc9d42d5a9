using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.FitnessToPractise;

/// <summary>Who has a case to decide, and when it is heard.</summary>
public abstract record CommitteeEvent : CaseEvent
{
    /// <summary>A committee was convened for a stage; one that was there before for the same stage has the case no longer.</summary>
    /// <param name="Members">Their subjects in access tokens, the chair's among them.</param>
    public sealed record Convened(
        CommitteeKind Kind, CaseStage Stage, ImmutableArray<string> Members, string Chair, string By, DateOnly On) : CommitteeEvent;

    /// <summary>A hearing is to take place. One that was still to come on the day of the scheduling is put off by it.</summary>
    /// <param name="Allegations">What is heard.</param>
    public sealed record HearingScheduled(CommitteeKind Committee, DateOnly HearingOn, [Personal] string Allegations, string By, DateOnly On) : CommitteeEvent;
}

/// <summary>A hearing of a case.</summary>
/// <param name="Round">In which <see cref="CaseState.Round"/> it was scheduled.</param>
public sealed record Hearing(CommitteeKind Committee, CaseStage Stage, int Round, DateOnly On, [Personal] string Allegations);

/// <summary>Committees: their size, who may sit, and which one has the case.</summary>
public static class Committee
{
    internal static CaseState Evolve(CaseState state, CommitteeEvent e) => e switch
    {
        CommitteeEvent.Convened c => state with { Committees = state.Committees.Add(c), Sitting = c },
        CommitteeEvent.HearingScheduled h => state with
        {
            Hearings =
            [
                .. state.Hearings.Where(other => other.On <= h.On && other.On != h.HearingOn),
                new(h.Committee, StageOn(state, h.On), state.Round, h.HearingOn, h.Allegations),
            ],
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>The stage for which a committee is convened on a date: after a decision still the one that made it; after a striking off, restoration.</summary>
    internal static CaseStage StageOn(CaseState state, DateOnly date) => state.StageOn(date) switch
    {
        CaseStage.Decision => state.Stage,
        CaseStage.Closed when Restorations.RemovalIn(state) is not null => CaseStage.Restoration,
        var stage => stage,
    };

    /// <summary>The committee that has the case on a date.</summary>
    public static CommitteeEvent.Convened? SittingOn(CaseState state, DateOnly date) =>
        state.Sitting is { } sitting && sitting.Stage == StageOn(state, date) ? sitting : null;

    /// <summary>The case after everybody on a committee acted at its stage.</summary>
    internal static CaseState Acted(CaseState state, CommitteeEvent.Convened? committee) =>
        committee is null ? state : state with { Acts = [.. state.Acts.Union(committee.Members.Select(m => new Act(m, committee.Stage, state.Round)))] };

    /// <summary>The committees that can have a case at a stage; none where the stage has no committee.</summary>
    internal static ImmutableArray<CommitteeKind> KindsAt(CaseStage stage) => stage switch
    {
        CaseStage.InvestigatingCommittee => [CommitteeKind.Investigating],
        CaseStage.ConductAndCompetenceCommittee => [CommitteeKind.ConductAndCompetence],
        CaseStage.HealthCommittee => [CommitteeKind.Health],
        CaseStage.Reviews or CaseStage.Restoration => [CommitteeKind.ConductAndCompetence, CommitteeKind.Health],
        _ => [],
    };

    /// <summary>A committee in words.</summary>
    internal static string Words(CommitteeKind kind) => kind switch
    {
        CommitteeKind.Investigating => "investigating committee",
        CommitteeKind.ConductAndCompetence => "conduct and competence committee",
        _ => "health committee",
    };
}
