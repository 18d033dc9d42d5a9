using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>Convene a committee for the stage that the case is at.</summary>
/// <param name="Members">Their subjects in access tokens.</param>
/// <param name="Chair">One of them.</param>
public sealed record ConveneCommittee(CaseId Id, CommitteeKind Kind, ImmutableArray<string> Members, string Chair)
    : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var stage = Committee.StageOn(state, context.Today);
        var sits = Committee.SittingOn(state, context.Today);
        if (sits is not null && (sits.Kind, sits.Chair) == (Kind, Chair) && sits.Members.Order().SequenceEqual(Members.Order()))
            return Decision.Nothing;
        if (stage == CaseStage.Closed)
            return CaseRules.Closed;

        var problems = Problems(state, stage, context);
        return problems.Length > 0
            ? problems
            : new CommitteeEvent.Convened(Kind, stage, [.. Members.Order(StringComparer.Ordinal)], Chair, context.Actor.Subject, context.Today);
    }

    private ImmutableArray<Rejection> Problems(CaseState state, CaseStage stage, DecisionContext context)
    {
        var problems = ImmutableArray.CreateBuilder<Rejection>();
        if (state.StageOn(context.Today) == CaseStage.Decision)
            problems.Add(Rejection.Of("ALREADY_DECIDED", "The case is decided: a committee is convened again when an appeal sends it back, or for a review."));
        else if (!Committee.KindsAt(stage).Contains(Kind))
            problems.Add(Rejection.Of("WRONG_COMMITTEE", $"The case is {CaseRules.Words(stage)}: the {Committee.Words(Kind)} is not convened now.", "kind"));
        if (state.Registrants.IsEmpty)
            problems.Add(Rejection.Of("NO_REGISTRANT", "Nobody is decided on by a committee before it is known who: attach the registrant first."));

        var size = context.Regime.CommitteeMembers;
        if (Members.Distinct().Count() != Members.Length)
            problems.Add(Rejection.Invalid("members", "TWICE", "A member is named twice."));
        if (Members.Length < size || (Kind == CommitteeKind.Investigating && Members.Length > size))
        {
            var many = Kind == CommitteeKind.Investigating ? $"{size}" : $"at least {size}";
            problems.Add(Rejection.Invalid("members", "COMMITTEE_SIZE", $"The {Committee.Words(Kind)} has {many} members."));
        }
        if (!Members.Contains(Chair))
            problems.Add(Rejection.Invalid("chair", "CHAIR_NOT_A_MEMBER", "The chair is one of the members."));

        // Whoever looked at the case before, at another stage or before it started over, has made up their mind.
        foreach (var member in Members.Distinct())
        {
            if (state.Concerned.Contains(member))
                problems.Add(Rejection.Of("OWN_CASE", $"{member} is whom the case is about: nobody sits in their own case.", "members"));
            else if (state.Acts.FirstOrDefault(a => a.Subject == member && (a.Stage, a.Round) != (stage, state.Round)) is { } act)
                problems.Add(Rejection.Of("ACTED_EARLIER", $"{member} acted when the case was {CaseRules.Words(act.Stage)}, and cannot sit now.", "members"));
        }
        return problems.ToImmutable();
    }
}

/// <summary>Schedule a hearing of the committee that has the case; one that is still to come is put off by it.</summary>
/// <param name="Allegations">What is heard; published four weeks before, save where a committee sits in private: on health, and before there is a case to answer (R31).</param>
public sealed record ScheduleHearing(CaseId Id, DateOnly On, string Allegations) : ICommand<CaseState, CaseEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<CaseEvent> Decide(CaseState state, DecisionContext context)
    {
        if (CaseRules.NotFor(state, context) is { } rejection)
            return rejection;
        var committee = Committee.SittingOn(state, context.Today);
        if (committee is not null && state.Hearings.Contains(new(committee.Kind, committee.Stage, state.Round, On, Allegations)))
            return Decision.Nothing;
        if (On < context.Today)
            return Rejection.Invalid("hearing.on", "DATE_IN_PAST", "A hearing is scheduled for today or later.");
        if (committee is null)
            return state.IsOverOn(context.Today) ? CaseRules.Closed : Rejection.Of("NO_COMMITTEE", "No committee is convened for this stage of the case: convene it first.");
        return state.StageOn(context.Today) == CaseStage.Decision
            ? Rejection.Of("ALREADY_DECIDED", "The case is decided.")
            : new CommitteeEvent.HearingScheduled(committee.Kind, On, Allegations, context.Actor.Subject, context.Today);
    }
}
