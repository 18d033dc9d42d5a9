using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Registration;

namespace Register.Domain.FitnessToPractise;

/// <summary>A case as its events made it. Whether it is open is not here: that depends on a date (R2).</summary>
public sealed record CaseState(CaseEvent.ConcernRaised? Concern) : IState<CaseState, CaseEvent>
{
    public static CaseState None { get; } = new((CaseEvent.ConcernRaised?)null);

    /// <summary>The stage that the last step led to; see <see cref="StageOn"/> for a date.</summary>
    public CaseStage Stage { get; init; }

    /// <summary>The ground of the concern, or of the new one that reopened the case.</summary>
    public Ground Ground { get; init; }

    /// <summary>The day the case was opened, or last reopened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>Whom it is about, by every number the person has.</summary>
    public ImmutableArray<RegistrationNumber> Registrants { get; init; } = [];

    /// <summary>The registrants' subjects in access tokens.</summary>
    public ImmutableArray<string> Concerned { get; init; } = [];

    /// <summary>Who did something in the case, at which stage.</summary>
    public ImmutableArray<Act> Acts { get; init; } = [];

    /// <summary>How often the case started over: when reopened, and when an appeal sent it back.</summary>
    public int Round { get; init; }

    public InquiryEvent.Triaged? Triage { get; init; }

    public InquiryEvent.InvestigationReported? Investigation { get; init; }

    public InquiryEvent.Answered? Answer { get; init; }

    /// <summary>Every committee that was convened, in order.</summary>
    public ImmutableArray<CommitteeEvent.Convened> Committees { get; init; } = [];

    /// <summary>The committee that has the case now.</summary>
    public CommitteeEvent.Convened? Sitting { get; init; }

    public ImmutableArray<Hearing> Hearings { get; init; } = [];

    /// <summary>Every interim order, in order; one that was varied goes on as the next.</summary>
    public ImmutableArray<InterimOrder> InterimOrders { get; init; } = [];

    /// <summary>The longest that interim orders may run (R24).</summary>
    public InterimCap? InterimCap { get; init; }

    /// <summary>What panels decided, in order, numbered from 1.</summary>
    public ImmutableArray<PanelDecision> Decisions { get; init; } = [];

    /// <summary>The sanctions that were confirmed, in order.</summary>
    public ImmutableArray<Sanction> Sanctions { get; init; } = [];

    /// <summary>Whether a court sent the last decision back, and no committee has decided again: the case stays open for it.</summary>
    public bool IsSentBack { get; init; }

    public AgreementEvent.Recorded? Agreement { get; init; }

    public AgreementEvent.Confirmed? AgreementConfirmed { get; init; }

    /// <summary>The new concern that last reopened the case (R28).</summary>
    public ConcernEvent.Reopened? Reopening { get; init; }

    /// <summary>How it was closed, where a sanction does not end it by itself.</summary>
    public CaseEvent.Closed? Closing { get; init; }

    public DateOnly? RestorationAllowedOn { get; init; }

    public CaseState Evolve(CaseEvent e) => e switch
    {
        CaseEvent.ConcernRaised c => Concerns.Evolve(this, c),
        CaseEvent.InterimOrderImposed o => InterimOrder.Evolve(this, o),
        CaseEvent.InterimOrderRevoked r => InterimOrder.Evolve(this, r),
        CaseEvent.Closed c => this with { Closing = c },
        ConcernEvent c => Concerns.Evolve(this, c),
        InquiryEvent i => Inquiry.Evolve(this, i),
        CommitteeEvent c => Committee.Evolve(this, c),
        InterimOrderEvent o => InterimOrder.Evolve(this, o),
        DecisionEvent d => PanelDecision.Evolve(this, d),
        SanctionEvent s => Sanction.Evolve(this, s),
        AgreementEvent a => Agreements.Evolve(this, a),
        _ => throw new UnreachableException(),
    };

    /// <summary>The first day on which the case is over; null while no end is known.</summary>
    public DateOnly? EndsOn => Closing?.On ?? SanctionCourse.EndOf(this);

    /// <summary>Whether the case is over on a date.</summary>
    public bool IsOverOn(DateOnly date) => EndsOn <= date;

    /// <summary>Whether a committee hears if somebody whom the case took off the register may return (R20).</summary>
    public bool IsHeardForRestoration => Sitting is { Stage: CaseStage.Restoration } && RestorationAllowedOn is null;

    /// <summary>Where the case stands on a date, as far as its events tell.</summary>
    public CaseStage StageOn(DateOnly date)
    {
        if (IsOverOn(date))
            return IsHeardForRestoration ? CaseStage.Restoration : CaseStage.Closed;
        var courses = SanctionCourse.Of(this);
        if (courses.Any(c => c.From <= date))
            return CaseStage.Reviews;
        return courses.IsEmpty ? Stage : CaseStage.Decision;
    }

    /// <summary>The interim order in force on a date: it ends when revoked, when a sanction takes effect, and with the case (R24).</summary>
    public InterimOrder? OrderOn(DateOnly date) => InterimOrders.LastOrDefault(o => o.From <= date && date <= o.LastDayIn(this));

    /// <summary>Whether an interim order is in force on a date.</summary>
    public bool HasOrderOn(DateOnly date) => OrderOn(date) is not null;

    /// <summary>The suspension or conditions in force on a date, which a review can change (R27).</summary>
    public SanctionCourse? UnderReviewOn(DateOnly date) => SanctionCourse.Of(this)
        .LastOrDefault(c => c.Terms.Kind is SanctionKind.Suspension or SanctionKind.Conditions && c.IsInForceOn(date));

    /// <summary>The sanction that was confirmed last, of those that did not fall.</summary>
    public Sanction? LastSanction => Sanctions.LastOrDefault(s => s.FellOn is null);

    /// <summary>Whether the registrant has not been told yet of the sanction that was confirmed last (R26).</summary>
    public bool AwaitsNotice => LastSanction is { Decision: not null, ImmediateFrom: null, NotifiedOn: null, SetAsideOn: null };

    /// <summary>The sanction that was confirmed and is not in effect yet on a date (R26).</summary>
    public Sanction? WaitingOn(DateOnly date) => SanctionCourse.Of(this).FirstOrDefault(c => !(c.From <= date))?.Sanction;
}

/// <summary>That somebody did something in a case: who acted at an earlier stage sits at no later one.</summary>
public sealed record Act(string Subject, CaseStage Stage, int Round);
