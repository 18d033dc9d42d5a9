using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>A court sends the decision of a review back. The order it was about, to 9 February 2028, stayed for the appeal; nothing makes it longer than that.</summary>
public sealed class ReviewingAgain
{
    private const string Remittal = "2028-06-01", Today = "2028-07-01";

    private static readonly Actor NewChair = Panel("new-1"), NewSecond = Panel("new-2");

    private static readonly RecordDecision Again = new(Id, DecisionOccasion.MandatoryReview, DecisionOutcome.Sanction, Conditions, "Reviewed again.");

    private static readonly CommitteeEvent.Convened NewCommittee = new(
        CommitteeKind.ConductAndCompetence, CaseStage.Reviews, ["new-1", "new-2", "new-3"], "new-1", "ftp-officer", Day("2028-06-02"));

    private static CaseEvent[] Remitted(string on = Remittal, SanctionTerms? terms = null) =>
    [
        .. UnderReview(Suspension), .. Reviewed("2028-01-20", DecisionOccasion.MandatoryReview, terms ?? Suspension), Told(2, "2028-01-20"),
        Lodged("2028-02-01", 2), Disposed(on, SanctionAppealOutcome.Remitted, decision: 2),
    ];

    private static CaseEvent[] Before => [.. Remitted(), NewCommittee];

    private static DecisionEvent.Recorded Recorded => new(3, Again.Occasion, Again.Outcome, Conditions, Again.Reasons, "new-1", Day(Today));

    private static DecisionEvent.Confirmed Confirmed => new(3, "new-1", "new-2", Day(Today));

    [Fact] // R26, R27
    public void After_the_orders_own_time_the_case_stays_open_for_the_review_and_no_order_is_in_force()
    {
        Assert.Equal((Day("2027-02-10"), Day("2028-05-31")), Spans(Remitted()).Single());
        Assert.Null(StandingOf(Remitted()).HeldUntil); // R21
        var state = new Given(Remitted()).State;
        Assert.Equal([CaseStage.Reviews, CaseStage.Reviews], [state.StageOn(Day(Remittal)), state.StageOn(Day("2030-01-01"))]);
        Assert.Null(state.UnderReviewOn(Day(Remittal)));
    }

    [Fact] // R24: whom the public is to be protected from meanwhile has an interim order
    public void An_interim_order_can_be_imposed_until_it_is_heard() =>
        new Given(Remitted()).When(new ImposeInterimOrder(Id, InterimOrderKind.Suspension, Day("2028-12-31"), "Suspended."), Panel("panel-9").On(Remittal))
            .Then(new CaseEvent.InterimOrderImposed(InterimOrderKind.Suspension, Day(Remittal), Day("2028-12-31"), Day("2028-12-01"), "Suspended.", "panel-9"));

    [Fact] // R26
    public void It_is_heard_by_another_committee_and_takes_effect_after_its_own_appeal_period()
    {
        new Given(Remitted()).When(new ConveneCommittee(Id, CommitteeKind.ConductAndCompetence, Reviewers, "review-1"), FtpOfficer.On("2028-06-02"))
            .ThenRejected("ACTED_EARLIER", "ACTED_EARLIER", "ACTED_EARLIER");
        new Given(Remitted()).When(new ConveneCommittee(Id, CommitteeKind.ConductAndCompetence, NewCommittee.Members, "new-1"), FtpOfficer.On("2028-06-02"))
            .Then(NewCommittee);
        new Given(Before).When(Again, NewChair.On(Today)).Then(Recorded);
        new Given([.. Before, Recorded]).When(new ConfirmDecision(Id, 3), NewSecond.On(Today)).Then(Confirmed);

        CaseEvent[] told = [.. Before, Recorded, Confirmed, Told(3, Today)]; // can be appealed until 29 July
        Assert.Equal([(Day("2027-02-10"), Day("2028-05-31")), (Day("2028-07-30"), Day("2031-07-29"))], Spans(told));
        new Given([.. told, Lodged("2028-07-29", 3)])
            .When(new DisposeSanctionAppeal(Id, SanctionAppealOutcome.Allowed, Day("2028-09-01"), "[2027] EWHC 17", null), FtpOfficer.On("2028-09-01"))
            .Then(
                Disposed("2028-09-01", SanctionAppealOutcome.Allowed, decision: 3),
                new CaseEvent.Closed("Appeal allowed: [2027] EWHC 17", Day("2028-09-01"), ClosedAs.AppealAllowed));
    }

    [Fact] // R27
    public void Where_nothing_is_imposed_then_the_case_ends_on_that_day()
    {
        CaseEvent[] recorded = [.. Before, Recorded with { Outcome = DecisionOutcome.NoAction, Terms = null }];
        var closed = new CaseEvent.Closed(Again.Reasons, Day(Today), ClosedAs.NoAction);
        new Given(recorded).When(new ConfirmDecision(Id, 3), NewSecond.On(Today)).Then(Confirmed, closed);
        Assert.Equal(Day(Today).AddDays(-1), StandingOf([.. recorded, Confirmed, closed]).HeldUntil);
    }

    [Fact] // R27
    public void There_is_nothing_to_vary_or_to_end_early()
    {
        var vary = Again with { Occasion = DecisionOccasion.EarlyReview, Outcome = DecisionOutcome.Vary, Terms = Suspension with { Months = null } };
        new Given(Before).When(vary, NewChair.On(Today)).ThenRejected("REVIEW_TOO_LATE");
        new Given(Before).When(vary with { Outcome = DecisionOutcome.Revoke, Terms = null }, NewChair.On(Today)).ThenRejected("REVIEW_TOO_LATE");
        new Given(Remitted()).When(Again, ReviewChair.On(Today)).ThenRejected("NO_COMMITTEE");
    }

    [Fact] // R26, R27
    public void Sent_back_in_time_the_order_runs_to_its_last_day_and_the_review_is_heard_before_or_after()
    {
        var remitted = Remitted("2028-02-05", StrikingOff);
        Assert.Equal((Day("2027-02-10"), Day("2028-02-09")), Spans(remitted).Single());
        Assert.Equal(CaseStage.Reviews, new Given(remitted).State.StageOn(Day("2028-02-10")));
        CaseEvent[] convened = [.. remitted, NewCommittee with { On = Day("2028-02-06") }];
        foreach (var day in new[] { "2028-02-09", "2028-02-10" })
            new Given(convened).When(Again, NewChair.On(day)).Then(Recorded with { On = Day(day) });

        // In time, with nothing imposed, the order runs to its last day and the case ends with it.
        CaseEvent[] left = [.. convened, Recorded with { On = Day("2028-02-09"), Outcome = DecisionOutcome.NoAction, Terms = null }];
        new Given(left).When(new ConfirmDecision(Id, 3), NewSecond.On("2028-02-09")).Then(Confirmed with { On = Day("2028-02-09") });
        Assert.Equal(Day("2028-02-09"), StandingOf([.. left, Confirmed with { On = Day("2028-02-09") }]).HeldUntil);
    }

    [Fact] // R19
    public void An_agreement_ends_the_case_instead() =>
        Assert.Equal(
            Day(Today).AddDays(-1),
            StandingOf([.. Before, new AgreementEvent.Recorded("Retired.", "Removed by agreement.", "new-1", Day(Today)), new AgreementEvent.Confirmed("new-1", "new-2", Day(Today))]).HeldUntil);

    [Fact] // R26
    public void A_hearing_that_was_sent_back_is_heard_as_a_hearing()
    {
        CaseEvent[] remitted = [.. Sanctioned(StrikingOff), Lodged(LastDayToAppeal), Disposed("2027-06-01", SanctionAppealOutcome.Remitted)];
        CaseEvent[] convened = [.. remitted, Convened with { Members = NewCommittee.Members, Chair = "new-1", On = Day("2027-06-02") }];
        new Given(convened).When(Again, NewChair.On("2027-07-01")).ThenRejected("NO_ORDER_IN_FORCE");
    }

    private static IEnumerable<(DateOnly From, DateOnly? Until)> Spans(CaseEvent[] events) => StandingOf(events).Sanctions.Select(s => (s.From!.Value, s.Until));
}
