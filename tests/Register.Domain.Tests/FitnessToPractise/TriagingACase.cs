using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;
using Procedure = Register.Domain.Tests.FitnessToPractise.Procedure;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class TriagingACase
{
    private static readonly TriageCase Triage = new(Id, ThresholdMet: true, Procedure.Triaged.Reasons);

    private static readonly DecisionContext Today = FtpOfficer.On("2026-06-02");

    [Fact]
    public void A_concern_that_meets_the_threshold_is_investigated() => Given(Concern).When(Triage, Today).Then(Procedure.Triaged);

    [Fact] // R21
    public void A_concern_below_the_threshold_ends_the_case()
    {
        var below = Procedure.Triaged with { ThresholdMet = false };
        var closed = new CaseEvent.Closed(below.Reasons, Day("2026-06-02"), ClosedAs.BelowThreshold);
        Given(Concern).When(Triage with { ThresholdMet = false }, Today).Then(below, closed);
        Assert.Equal(Day("2026-06-01"), Procedure.StandingOf(Concern, below, closed).HeldUntil);
    }

    [Fact]
    public void A_case_is_triaged_once()
    {
        Given(Concern, Procedure.Triaged).When(Triage, Today).ThenNothing();
        Given(Concern, Procedure.Triaged).When(Triage with { ThresholdMet = false }, Today).ThenRejected("ALREADY_TRIAGED");
    }

    [Fact]
    public void A_closed_case_is_not_triaged() => Given(Concern, Closed).When(Triage, FtpOfficer.On("2026-09-02")).ThenRejected("CASE_CLOSED");

    [Fact]
    public void Nobody_triages_their_own_case() => Given(Concern).When(Triage, Amara.On("2026-06-02")).ThenRejected("OWN_CASE");

    [Fact]
    public void An_unknown_case_is_not_found() => Given().When(Triage, Today).ThenRejected("CASE_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void An_investigation_follows_the_triage()
    {
        var report = new ReportInvestigation(Id, Procedure.Investigated.Allegations);
        var investigator = new Actor("investigator", Roles.FtpOfficer).On("2026-07-01");
        Given(Concern).When(report, investigator).ThenRejected("NOT_TRIAGED");
        Given(Concern, Procedure.Triaged).When(report, investigator).Then(Procedure.Investigated);
        Given(Concern, Procedure.Triaged, Procedure.Investigated).When(report, investigator).ThenNothing();
        Given(Concern, Procedure.Triaged, Procedure.Investigated)
            .When(report with { Allegations = "Others." }, investigator)
            .ThenRejected("ALREADY_INVESTIGATED");
    }
}
