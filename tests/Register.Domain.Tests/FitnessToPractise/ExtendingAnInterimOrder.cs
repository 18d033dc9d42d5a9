using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;
using Procedure = Register.Domain.Tests.FitnessToPractise.Procedure;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class ExtendingAnInterimOrder
{
    private static readonly CaseEvent.InterimOrderImposed Longest = Order with { Until = Day("2027-11-30") };

    private static readonly InterimOrderEvent.Extended Extended = new(Day("2028-11-30"), "CO/17/2027", "ftp-officer", Day("2027-11-01"));

    private static readonly ExtendInterimOrder Extend = new(Id, Extended.Until, Extended.CourtReference);

    private static readonly DecisionContext Today = FtpOfficer.On("2027-11-01");

    [Fact] // R24
    public void An_order_that_reaches_its_cap_ends_by_itself()
    {
        var state = Given(Concern, Longest).State;
        Assert.Equal((true, false), (state.HasOrderOn(Day("2027-11-30")), state.HasOrderOn(Day("2027-12-01"))));
        Assert.Equal(Day("2027-11-30"), Assert.Single(Procedure.StandingOf(Concern, Longest).InterimOrders).Until);
    }

    [Fact] // R24
    public void The_court_extends_an_order_by_twelve_months_and_no_day_more()
    {
        Given(Concern, Longest).When(Extend, Today).Then(Extended);
        Given(Concern, Longest).When(Extend with { Until = Day("2028-12-01") }, Today).ThenRejected("EXTENSION_TOO_LONG").About("until").Naming("2028-11-30");
        Given(Concern, Longest).When(Extend with { Until = Day("2027-11-30") }, Today).ThenRejected("NOT_AN_EXTENSION");
        Assert.Equal(Day("2028-11-30"), Assert.Single(Procedure.StandingOf(Concern, Longest, Extended).InterimOrders).Until);
    }

    [Fact] // R24
    public void The_court_extends_again_by_twelve_months_each_time()
    {
        var again = Extended with { Until = Day("2029-11-30"), CourtReference = "CO/18/2028", On = Day("2028-11-30") };
        Given(Concern, Longest, Extended).When(new ExtendInterimOrder(Id, again.Until, again.CourtReference), FtpOfficer.On("2028-11-30")).Then(again);
    }

    [Fact] // R24
    public void What_has_run_out_is_not_extended() =>
        Given(Concern, Longest).When(Extend, FtpOfficer.On("2027-12-01")).ThenRejected("NO_INTERIM_ORDER");

    [Fact]
    public void An_extension_is_recorded_once() => Given(Concern, Longest, Extended).When(Extend, Today).ThenNothing();

    [Fact] // R26
    public void An_order_made_with_the_decision_covers_its_appeal_period_with_eighteen_months_of_its_own()
    {
        CaseEvent[] decided = [.. Procedure.Heard, Procedure.Recorded(Procedure.StrikingOff), Procedure.Confirmed];
        CaseEvent[] before = [decided[0], Longest, Revoked("2027-01-11"), .. decided.Skip(1)];
        var cover = new ImposeInterimOrder(Id, InterimOrderKind.Suspension, Day("2028-07-10"), "Suspended until the appeal period is over.");
        var imposed = new CaseEvent.InterimOrderImposed(
            cover.Kind, Day("2027-01-11"), cover.Until, Day("2027-07-11"), cover.PublicText, "panel-2", CoversDecision: 1);
        Given(before).When(cover, Procedure.Second.On("2027-01-11")).Then(imposed);
        Given(before).When(cover with { Until = Day("2028-07-11") }, Procedure.Second.On("2027-01-11")).ThenRejected("INTERIM_ORDER_TOO_LONG");
        Given(before).When(cover, Procedure.Panel("panel-9").On("2027-01-11")).ThenRejected("NOT_A_MEMBER");
        Given([.. before, imposed, Revoked("2027-01-20")]).When(cover with { Until = Day("2028-07-11") }, Procedure.Second.On("2027-01-20"))
            .ThenRejected("INTERIM_ORDER_TOO_LONG");

        // It ends the day before the sanction takes effect, and not before an appeal is disposed of.
        CaseEvent[] told = [.. before, imposed, Procedure.Notified];
        Assert.Equal(Day("2027-02-09"), Procedure.StandingOf(told).InterimOrders[^1].Until);
        CaseEvent[] appealed = [.. told, Procedure.Lodged("2027-02-09")];
        Assert.Equal(Day("2028-07-10"), Procedure.StandingOf(appealed).InterimOrders[^1].Until);
        CaseEvent[] dismissed = [.. appealed, Procedure.Disposed("2027-06-01", SanctionAppealOutcome.Dismissed)];
        Assert.Equal(Day("2027-05-31"), Procedure.StandingOf(dismissed).InterimOrders[^1].Until);
    }

    [Fact] // R24
    public void An_order_ends_with_its_case()
    {
        CaseEvent[] noAction = [Procedure.Concern, Longest, .. Procedure.Heard.Skip(1), Procedure.Recorded(null), Procedure.Confirmed];
        Given(noAction.SkipLast(1)).When(new ConfirmDecision(Id, 1), Procedure.Second.On("2027-01-11"))
            .Then(Procedure.Confirmed, new CaseEvent.Closed("Found proved.", Day("2027-01-11"), ClosedAs.NoAction));
        Assert.Equal(
            Day("2027-01-10"),
            Procedure.StandingOf([.. noAction, new CaseEvent.Closed("Found proved.", Day("2027-01-11"), ClosedAs.NoAction)]).InterimOrders[0].Until);
    }
}
