using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using Given = Register.Domain.Tests.Scenario<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>Struck off on 10 February 2027: restoration is heard from 10 February 2032.</summary>
public sealed class RestoringSomebody
{
    private static readonly CommitteeEvent.Convened ToRestore = new(
        CommitteeKind.ConductAndCompetence, CaseStage.Restoration, ["r-1", "r-2", "r-3"], "r-1", "ftp-officer", Day("2032-01-05"));

    private static readonly CommitteeEvent.HearingScheduled Hearing = new(
        CommitteeKind.ConductAndCompetence, Day("2032-02-09"), "An application for restoration.", "ftp-officer", Day("2032-01-05"));

    private static readonly RecordDecision Allow = new(Id, DecisionOccasion.Restoration, DecisionOutcome.AllowRestoration, null, "Insight shown.");

    private static readonly DecisionEvent.Recorded Allowed = new(
        2, DecisionOccasion.Restoration, DecisionOutcome.AllowRestoration, null, Allow.Reasons, "r-1", Day("2032-02-10"));

    private static readonly DecisionEvent.Confirmed Confirmed = new(2, "r-1", "r-2", Day("2032-02-10"));

    private static CaseEvent[] Heard => [.. Sanctioned(StrikingOff), ToRestore, Hearing];

    [Fact] // R20
    public void Restoration_is_heard_five_years_after_a_striking_off_and_not_a_day_sooner()
    {
        new Given(Heard).When(Allow, Panel("r-1").On("2032-02-09")).ThenRejected("RESTORATION_TOO_EARLY").Naming("2032-02-10");
        new Given(Heard).When(Allow, Panel("r-1").On("2032-02-10")).Then(Allowed);
    }

    [Fact] // R20, R30
    public void What_a_panel_allows_and_a_second_member_confirms_shows_in_the_standing()
    {
        CaseEvent[] recorded = [.. Heard, Allowed];
        new Given(recorded).When(new ConfirmDecision(Id, 2), Panel("r-2").On("2032-02-10")).Then(Confirmed);
        Assert.Null(StandingOf(recorded).RestorationAllowedOn);
        Assert.Equal(Day("2032-02-10"), StandingOf([.. recorded, Confirmed]).RestorationAllowedOn);
        new Given([.. recorded, Confirmed]).When(Allow, Panel("r-1").On("2032-02-11")).ThenRejected("RESTORATION_ALLOWED");
    }

    [Fact] // R20
    public void What_was_refused_is_not_heard_again_within_twelve_months()
    {
        CaseEvent[] refused = [.. Heard, Allowed with { Outcome = DecisionOutcome.RefuseRestoration }, Confirmed];
        Assert.Null(StandingOf(refused).RestorationAllowedOn);
        new Given(refused).When(Allow, Panel("r-1").On("2033-02-09")).ThenRejected("RESTORATION_HEARD").Naming("2033-02-10");
        new Given(refused).When(Allow, Panel("r-1").On("2033-02-10")).ThenRejected("NOT_HEARD");
        new Given([.. refused, Hearing with { HearingOn = Day("2033-02-10"), On = Day("2033-01-10") }])
            .When(Allow, Panel("r-1").On("2033-02-10"))
            .Then(Allowed with { Number = 3, On = Day("2033-02-10") });
    }

    [Fact] // R19
    public void Restoration_follows_a_striking_off_or_an_agreement_alone()
    {
        new Given(Sanctioned(Suspension)).When(Allow, Panel("r-1").On("2033-01-01")).ThenRejected("NOTHING_TO_RESTORE");
        new Given(Sanctioned(StrikingOff)).When(Allow, Panel("r-1").On("2033-01-01")).ThenRejected("NO_COMMITTEE");
        new Given(Sanctioned(Suspension))
            .When(new ConveneCommittee(Id, CommitteeKind.ConductAndCompetence, ToRestore.Members, "r-1"), FtpOfficer.On("2033-01-01"))
            .ThenRejected("CASE_CLOSED");
    }

    [Fact] // R31
    public void A_restoration_hearing_shows_although_the_case_is_over()
    {
        Assert.Equal([Day("2027-01-11"), Day("2032-02-09")], StandingOf(Heard).Hearings.Select(h => h.On));
        CaseEvent[] health = [Concern with { Ground = Ground.Health }, .. Procedure.Heard.Skip(1)];
        Assert.Equal("", Assert.Single(StandingOf(health).Hearings).Allegations);
        Assert.Empty(StandingOf([.. Procedure.Heard, Cases.Closed]).Hearings);
    }
}
