using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>Reviews of a suspension in force from 10 February 2027 to 9 February 2028.</summary>
public sealed class ReviewingASanction
{
    private static readonly RecordDecision Extend = new(Id, DecisionOccasion.MandatoryReview, DecisionOutcome.Sanction, Suspension, "Reviewed.");

    private static CaseEvent[] Suspended => UnderReview(Suspension);

    private static CaseEvent[] Extended(string on) => [.. Suspended, .. Reviewed(on, DecisionOccasion.MandatoryReview, Suspension), Told(2, on)];

    [Theory] // R27
    [InlineData("2027-08-02")]
    [InlineData("2028-01-05")]
    public void An_extension_at_the_mandatory_review_runs_from_the_day_the_order_would_otherwise_expire(string today)
    {
        new Given(Suspended).When(Extend, ReviewChair.On(today))
            .Then(new DecisionEvent.Recorded(2, Extend.Occasion, Extend.Outcome, Suspension, Extend.Reasons, "review-1", Day(today)));
        var spans = StandingOf(Extended(today)).Sanctions;
        Assert.Equal(
            [(Day("2027-02-10"), Day("2028-02-09")), (Day("2028-02-10"), Day("2029-02-09"))],
            spans.Select(s => (s.From!.Value, s.Until!.Value)));
    }

    [Fact] // R26, R27
    public void An_extension_whose_appeal_period_outlasts_the_order_keeps_the_order_in_force_and_runs_from_its_expiry_all_the_same()
    {
        var spans = StandingOf(Extended("2028-02-09")).Sanctions; // can be appealed until 8 March
        Assert.Equal(
            [(Day("2027-02-10"), Day("2028-03-08")), (Day("2028-03-09"), Day("2029-02-09"))],
            spans.Select(s => (s.From!.Value, s.Until!.Value)));
    }

    [Fact] // R26, R27
    public void An_extension_that_nobody_was_told_of_keeps_the_order_in_force_to_the_last_day_it_would_have_had_and_no_longer()
    {
        CaseEvent[] untold = [.. Suspended, .. Reviewed("2028-01-05", DecisionOccasion.MandatoryReview, Suspension)];
        Assert.Equal((Day("2027-02-10"), Day("2029-02-09")), Spans(untold).Single());
        Assert.Null(StandingOf(untold).HeldUntil); // R21: the case waits for its notice.

        // Told when both are over, nothing comes back.
        Assert.Equal((Day("2027-02-10"), Day("2029-02-09")), Spans([.. untold, Told(2, "2030-01-01")]).Single());

        // Told late, but within its time: no gap.
        Assert.Equal(
            [(Day("2027-02-10"), Day("2028-07-29")), (Day("2028-07-30"), Day("2029-02-09"))], Spans([.. untold, Told(2, "2028-07-01")]));
    }

    [Fact] // R26, R27
    public void A_striking_off_at_review_that_nobody_was_told_of_in_time_does_not_keep_the_order_beyond_its_own_last_day()
    {
        CaseEvent[] untold = [.. Suspended, .. Reviewed("2028-02-01", DecisionOccasion.MandatoryReview, StrikingOff)];
        Assert.Equal((Day("2027-02-10"), Day("2028-02-09")), Spans(untold).Single());
        Assert.Equal(
            [(Day("2027-02-10"), Day("2028-02-09")), (Day("2028-03-30"), null)], Spans([.. untold, Told(2, "2028-03-01")]));
    }

    [Fact] // R27
    public void A_review_on_the_last_day_is_in_time_and_the_day_after_it_is_refused()
    {
        new Given(Suspended).When(Extend, ReviewChair.On("2028-02-09"))
            .Then(new DecisionEvent.Recorded(2, Extend.Occasion, Extend.Outcome, Suspension, Extend.Reasons, "review-1", Day("2028-02-09")));
        new Given(Suspended).When(Extend, ReviewChair.On("2028-02-10")).ThenRejected("REVIEW_TOO_LATE").Naming("2028-02-09");

        CaseEvent[] recorded = [.. Suspended, Reviewed("2028-02-09", DecisionOccasion.MandatoryReview, Suspension)[0]];
        new Given(recorded).When(new ConfirmDecision(Id, 2), ReviewSecond.On("2028-02-10")).ThenRejected("REVIEW_TOO_LATE");
    }

    [Fact] // R2, R27
    public void An_order_that_is_not_extended_expires_by_itself_and_ends_the_case()
    {
        var state = new Given(Suspended).State;
        Assert.Equal(
            [CaseStage.Reviews, CaseStage.Closed], [state.StageOn(Day("2028-02-09")), state.StageOn(Day("2028-02-10"))]);
        Assert.Equal(Day("2028-02-09"), StandingOf(Suspended).HeldUntil); // R21
        var left = StandingOf([.. Suspended, .. Reviewed("2028-01-05", DecisionOccasion.MandatoryReview, null, DecisionOutcome.NoAction)]);
        Assert.Equal(Day("2028-02-09"), Assert.Single(left.Sanctions).Until);
    }

    [Fact] // R27
    public void A_mandatory_review_may_replace_suspension_by_conditions_from_its_expiry()
    {
        var spans = StandingOf([.. Suspended, .. Reviewed("2027-12-01", DecisionOccasion.MandatoryReview, Conditions), Told(2, "2027-12-01")]).Sanctions;
        Assert.Equal(
            [(SanctionKind.Suspension, Day("2028-02-09")), (SanctionKind.Conditions, Day("2031-02-09"))], spans.Select(s => (s.Kind, s.Until!.Value)));
        Assert.Equal(Day("2028-02-10"), spans[1].From);
    }

    [Fact] // R27
    public void A_striking_off_at_the_mandatory_review_takes_effect_after_its_appeal_period_and_the_order_stays_until_then()
    {
        CaseEvent[] struck = [.. Suspended, .. Reviewed("2028-02-01", DecisionOccasion.MandatoryReview, StrikingOff), Told(2, "2028-02-01")];
        Assert.Equal(
            [(Day("2027-02-10"), Day("2028-02-29")), (Day("2028-03-01"), (DateOnly?)null)],
            StandingOf(struck).Sanctions.Select(s => (s.From!.Value, s.Until)));

        CaseEvent[] appealed = [.. struck, Lodged("2028-02-29", 2)];
        Assert.Equal([(Day("2027-02-10"), null), (null, null)], StandingOf(appealed).Sanctions.Select(s => (s.From, s.Until)));
        Assert.Equal(CaseStage.Reviews, new Given(appealed).State.StageOn(Day("2028-06-01")));

        // Set aside: the order stayed for the appeal, and ends with it.
        CaseEvent[] allowed = [.. appealed, Disposed("2028-06-01", SanctionAppealOutcome.Allowed, decision: 2)];
        Assert.Equal(Day("2028-05-31"), Assert.Single(StandingOf(allowed).Sanctions).Until);
        Assert.Equal(CaseStage.Closed, new Given(allowed).State.StageOn(Day("2028-06-01")));
    }

    [Fact] // R27
    public void An_early_review_replaces_the_order_after_the_appeal_period()
    {
        var spans = StandingOf([.. Suspended, .. Reviewed("2027-06-01", DecisionOccasion.EarlyReview, Conditions), Told(2, "2027-06-01")]).Sanctions;
        Assert.Equal([(Day("2027-02-10"), Day("2027-06-29")), (Day("2027-06-30"), Day("2030-06-29"))], spans.Select(s => (s.From!.Value, s.Until!.Value)));
    }

    [Fact] // R27
    public void An_early_review_varies_the_order_in_force_at_once_and_to_its_own_last_day()
    {
        var others = Suspension with { Months = null, PublicText = "Suspended; may attend courses." };
        var spans = StandingOf([.. Suspended, .. Reviewed("2027-06-01", DecisionOccasion.EarlyReview, others, DecisionOutcome.Vary)]).Sanctions;
        Assert.Equal([(Day("2027-02-10"), Day("2027-05-31")), (Day("2027-06-01"), Day("2028-02-09"))], spans.Select(s => (s.From!.Value, s.Until!.Value)));
        Assert.Equal(others.PublicText, spans[1].PublicText);

        var vary = Extend with { Occasion = DecisionOccasion.EarlyReview, Outcome = DecisionOutcome.Vary, Terms = others };
        new Given(Suspended).When(vary with { Terms = others with { Kind = SanctionKind.Conditions } }, ReviewChair.On("2027-06-01")).ThenRejected("ANOTHER_KIND");
        new Given(Suspended).When(vary with { Terms = Suspension }, ReviewChair.On("2027-06-01")).ThenRejected("MONTHS_NOT_WANTED");
    }

    [Fact] // R27
    public void An_early_review_revokes_the_order_and_the_case_ends()
    {
        CaseEvent[] revoked = [.. Suspended, .. Reviewed("2027-06-01", DecisionOccasion.EarlyReview, null, DecisionOutcome.Revoke)];
        Assert.Equal(Day("2027-05-31"), Assert.Single(StandingOf(revoked).Sanctions).Until);
        Assert.Equal(CaseStage.Closed, new Given(revoked).State.StageOn(Day("2027-06-01")));
    }

    [Fact] // R27
    public void An_order_is_reviewed_while_it_is_in_force_by_a_committee_convened_for_it()
    {
        new Given(Sanctioned(Suspension)).When(Extend, ReviewChair.On("2027-02-09")).ThenRejected("NO_ORDER_IN_FORCE");
        new Given(Sanctioned(Suspension)).When(Extend, Chair.On("2027-02-10")).ThenRejected("NO_COMMITTEE");
        new Given(Sanctioned(Caution)).When(Extend, Chair.On("2027-02-10")).ThenRejected("NO_ORDER_IN_FORCE");
        new Given(Extended("2027-08-02")).When(Extend, ReviewChair.On("2027-08-03")).ThenRejected("DECISION_WAITS");
    }

    [Fact] // R25
    public void Striking_off_for_lack_of_competence_follows_two_years_of_continuous_conditions_and_not_a_day_less()
    {
        CaseEvent[] conditions = [Concern with { Ground = Ground.LackOfCompetence }, .. UnderReview(Conditions).Skip(1)];
        var strike = Extend with { Occasion = DecisionOccasion.EarlyReview, Terms = StrikingOff };
        new Given(conditions).When(strike, ReviewChair.On("2029-02-09")).ThenRejected("STRIKING_OFF_TOO_EARLY").Naming("2027-02-10");
        new Given(conditions).When(strike, ReviewChair.On("2029-02-10"))
            .Then(new DecisionEvent.Recorded(2, strike.Occasion, strike.Outcome, StrikingOff, strike.Reasons, "review-1", Day("2029-02-10")));
    }

    [Fact] // R25
    public void Suspension_and_conditions_count_together_when_there_is_no_gap_between_them()
    {
        CaseEvent[] suspended = [Concern with { Ground = Ground.Health }, .. Extended("2028-01-05").Skip(1)];
        CaseEvent[] together = [.. suspended, .. Reviewed("2029-02-09", DecisionOccasion.MandatoryReview, Conditions, number: 3), Told(3, "2029-02-09")];
        var strike = Extend with { Occasion = DecisionOccasion.EarlyReview, Terms = StrikingOff };
        new Given(together).When(strike, ReviewChair.On("2029-03-11"))
            .Then(new DecisionEvent.Recorded(4, strike.Occasion, strike.Outcome, StrikingOff, strike.Reasons, "review-1", Day("2029-03-11")));
    }

    [Fact] // R25
    public void For_misconduct_a_review_strikes_off_without_two_years() =>
        new Given(Suspended).When(Extend with { Terms = StrikingOff }, ReviewChair.On("2027-06-01"))
            .Then(new DecisionEvent.Recorded(2, Extend.Occasion, Extend.Outcome, StrikingOff, Extend.Reasons, "review-1", Day("2027-06-01")));

    [Fact] // R26, R27
    public void An_extension_that_is_remitted_is_reviewed_again()
    {
        CaseEvent[] remitted = [.. Extended("2027-08-02"), Lodged("2027-08-20", 2), Disposed("2027-10-01", SanctionAppealOutcome.Remitted, decision: 2)];
        Assert.Equal(Day("2028-02-09"), Assert.Single(StandingOf(remitted).Sanctions).Until);
        new Given(remitted).When(new ConveneCommittee(Id, CommitteeKind.ConductAndCompetence, Reviewers, "review-1"), FtpOfficer.On("2027-10-02"))
            .ThenRejected("ACTED_EARLIER", "ACTED_EARLIER", "ACTED_EARLIER");
    }

    private static IEnumerable<(DateOnly From, DateOnly? Until)> Spans(CaseEvent[] events) => StandingOf(events).Sanctions.Select(s => (s.From!.Value, s.Until));
}
