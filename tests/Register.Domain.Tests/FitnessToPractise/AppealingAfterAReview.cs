using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>It comes out after a review that the sanction had been appealed in time: it was never in effect (R26), and there was nothing to review (R27).</summary>
public sealed class AppealingAfterAReview
{
    private const string Recorded = "2028-01-20";

    private static readonly LodgeSanctionAppeal Lodge = new(Id, "Too much.", Day(LastDayToAppeal), Decided: 1);

    private static readonly SanctionEvent.AppealLodged Late = Procedure.Lodged(LastDayToAppeal) with { By = "ftp-officer", On = Day(Recorded) };

    private static CaseEvent[] Extended =>
        [.. UnderReview(Suspension), .. Reviewed("2028-01-05", DecisionOccasion.MandatoryReview, Suspension), Told(2, "2028-01-06")];

    [Fact] // R26
    public void An_officer_records_it_against_the_decision_it_is_about()
    {
        new Given(Extended).When(Lodge, FtpOfficer.On(Recorded)).Then(Late);
        new Given([.. Extended, Late]).When(Lodge, FtpOfficer.On(Recorded)).ThenNothing();
        new Given([.. Extended, Late]).When(Lodge with { Grounds = "Others." }, FtpOfficer.On(Recorded)).ThenRejected("APPEALED_ALREADY");
        new Given(Extended).When(Lodge with { LodgedOn = Day(Effect) }, FtpOfficer.On(Recorded)).ThenRejected("APPEAL_TOO_LATE").Naming(LastDayToAppeal);
        new Given(Extended).When(Lodge with { LodgedOn = Day("2027-01-11") }, FtpOfficer.On(Recorded)).ThenRejected("APPEAL_TOO_EARLY");
        new Given(Extended).When(Lodge with { Decided = 3 }, FtpOfficer.On(Recorded)).ThenRejected("NO_SUCH_DECISION").About("decision");
    }

    [Fact] // R26
    public void Without_the_number_of_a_decision_the_last_one_is_meant()
    {
        new Given(Extended).When(Lodge with { Decided = null, LodgedOn = Day("2028-01-10") }, FtpOfficer.On(Recorded))
            .Then(Late with { Decision = 2, LodgedOn = Day("2028-01-10") });
        new Given(Extended).When(Lodge with { Decided = 2, LodgedOn = null }, Amara.On(Recorded))
            .Then(Late with { Decision = 2, LodgedOn = Day(Recorded), By = Amara.Subject });
        new Given(Extended).When(Lodge with { LodgedOn = null }, Amara.On(Recorded)).ThenRejected("APPEAL_TOO_LATE");
    }

    [Theory] // R26, R27
    [InlineData(SanctionKind.Suspension)]
    [InlineData(SanctionKind.StrikingOff)]
    public void What_the_review_decided_falls_and_the_sanction_waits_for_its_appeal(SanctionKind kind)
    {
        var terms = kind == SanctionKind.Suspension ? Suspension : StrikingOff;
        CaseEvent[] late = [.. UnderReview(Suspension), .. Reviewed("2028-01-05", DecisionOccasion.MandatoryReview, terms), Told(2, "2028-01-06"), Late];
        Assert.Equal((null, null), Spans(late).Single());
        Assert.Null(StandingOf(late).HeldUntil); // R21
        Assert.Equal(CaseStage.Decision, new Given(late).State.StageOn(Day("2028-06-01")));
        Assert.False(new Given(late).State.AwaitsNotice);
        new Given(late).When(new ServeNotice(Id, Day(Recorded)), FtpOfficer.On(Recorded)).ThenRejected("ALREADY_NOTIFIED");

        // R24, R26: an interim order covers the gap.
        new Given(late).When(new ImposeInterimOrder(Id, InterimOrderKind.Suspension, Day("2028-06-30"), "Suspended."), Panel("panel-9").On(Recorded))
            .Then(new CaseEvent.InterimOrderImposed(
                InterimOrderKind.Suspension, Day(Recorded), Day("2028-06-30"), Day("2028-07-20"), "Suspended.", "panel-9", CoversDecision: 1));
    }

    [Fact] // R26
    public void Dismissed_the_sanction_takes_effect_on_that_day_and_is_reviewed_before_it_expires()
    {
        CaseEvent[] dismissed = [.. Extended, Late, Disposed("2028-06-01", SanctionAppealOutcome.Dismissed)];
        new Given([.. Extended, Late]).When(new DisposeSanctionAppeal(Id, SanctionAppealOutcome.Dismissed, Day("2028-06-01"), "[2027] EWHC 17", null), FtpOfficer.On("2028-06-01"))
            .Then(Disposed("2028-06-01", SanctionAppealOutcome.Dismissed));
        Assert.Equal((Day("2028-06-01"), Day("2029-05-31")), Spans(dismissed).Single());
        var again = new RecordDecision(Id, DecisionOccasion.MandatoryReview, DecisionOutcome.Sanction, Conditions, "Reviewed.");
        new Given(dismissed).When(again, ReviewChair.On("2029-05-31"))
            .Then(new DecisionEvent.Recorded(3, again.Occasion, again.Outcome, Conditions, "Reviewed.", "review-1", Day("2029-05-31")));
    }

    [Fact] // R26
    public void Allowed_or_remitted_nothing_is_left_of_the_sanction_nor_of_its_review()
    {
        var allow = new DisposeSanctionAppeal(Id, SanctionAppealOutcome.Allowed, Day("2028-06-01"), "[2027] EWHC 17", null);
        var closed = new CaseEvent.Closed("Appeal allowed: [2027] EWHC 17", Day("2028-06-01"), ClosedAs.AppealAllowed);
        new Given([.. Extended, Late]).When(allow, FtpOfficer.On("2028-06-01")).Then(Disposed("2028-06-01", SanctionAppealOutcome.Allowed), closed);
        Assert.Empty(Spans([.. Extended, Late, Disposed("2028-06-01", SanctionAppealOutcome.Allowed), closed]));

        var remitted = new Given([.. Extended, Late, Disposed("2028-06-01", SanctionAppealOutcome.Remitted)]).State;
        Assert.Empty(CaseStandings.Of(remitted)!.Sanctions);
        Assert.Equal(CaseStage.ConductAndCompetenceCommittee, remitted.StageOn(Day("2028-06-01")));
    }

    [Fact] // R27
    public void A_variation_falls_with_it_and_an_end_that_a_review_gave_to_the_order_stands()
    {
        CaseEvent[] varied = [.. UnderReview(Suspension), .. Reviewed("2027-06-01", DecisionOccasion.EarlyReview, Suspension with { Months = null }, DecisionOutcome.Vary)];
        Assert.Equal(
            (Day("2028-06-01"), Day("2029-05-31")), Spans([.. varied, Late, Disposed("2028-06-01", SanctionAppealOutcome.Dismissed)]).Single());

        CaseEvent[] ended = [.. varied, .. Reviewed("2027-07-01", DecisionOccasion.EarlyReview, null, DecisionOutcome.Revoke, number: 3)];
        Assert.Empty(StandingOf([.. ended, Late, Disposed("2028-06-01", SanctionAppealOutcome.Dismissed)]).Sanctions);
        Assert.Equal(CaseStage.Closed, new Given([.. ended, Late, Disposed("2028-06-01", SanctionAppealOutcome.Dismissed)]).State.StageOn(Day("2028-06-01")));
    }

    [Fact] // R26
    public void What_a_court_has_upheld_or_the_registrant_agreed_to_does_not_fall()
    {
        CaseEvent[] upheld = [.. Extended, Procedure.Lodged("2028-01-10", 2), Disposed("2028-01-15", SanctionAppealOutcome.Dismissed, decision: 2)];
        new Given(upheld).When(Lodge, FtpOfficer.On(Recorded)).ThenRejected("COURT_HAS_DECIDED");

        CaseEvent[] setAside = [.. Extended, Procedure.Lodged("2028-01-10", 2), Disposed("2028-01-15", SanctionAppealOutcome.Allowed, decision: 2)];
        new Given(setAside).When(Lodge, FtpOfficer.On(Recorded)).Then(Late);

        // Sent back by the court, the review would be heard again, if there were anything to review.
        CaseEvent[] sentBack = [.. Extended, Procedure.Lodged("2028-01-10", 2), Disposed("2028-01-15", SanctionAppealOutcome.Remitted, decision: 2), Late];
        Assert.Equal(Day("2029-05-31"), StandingOf([.. sentBack, Disposed("2028-06-01", SanctionAppealOutcome.Dismissed)]).HeldUntil);

        CaseEvent[] agreed =
        [
            .. Extended, new AgreementEvent.Recorded("Retired.", "Removed by agreement.", "review-1", Day("2028-02-10")),
            new AgreementEvent.Confirmed("review-1", "review-2", Day("2028-02-10")),
        ];
        new Given(agreed).When(Lodge, FtpOfficer.On("2028-02-11")).ThenRejected("NOTHING_TO_APPEAL");
    }

    private static IEnumerable<(DateOnly? From, DateOnly? Until)> Spans(CaseEvent[] events) => StandingOf(events).Sanctions.Select(s => (s.From, s.Until));
}
