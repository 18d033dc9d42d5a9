using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration;

public sealed class RecordingACase
{
    private static readonly DecisionContext Today = Actor.Register.On("2026-06-01");

    private static readonly CaseStanding Standing = Open("2026-04-01")
        .With(Suspension("2026-04-10", "2027-04-09"))
        .With(Sanction(SanctionKind.Conditions, "2026-07-01", "2027-06-30"))
        .With(new HearingNotice(CommitteeKind.ConductAndCompetence, Day("2026-05-01"), "Scans without a protocol."));

    [Fact] // R2, R24
    public void What_a_case_comes_to_is_recorded_on_the_entry() =>
        Given(Registered).When(new RecordCase(Number, Case, Standing), Today).Then(Recorded(Standing));

    [Fact]
    public void What_is_recorded_already_is_not_recorded_again()
    {
        // Arrays of their own, with the same lines in them.
        var same = Standing with { InterimOrders = [.. Standing.InterimOrders], Sanctions = [.. Standing.Sanctions], Hearings = [.. Standing.Hearings] };
        Given(Registered, Recorded(Standing)).When(new RecordCase(Number, Case, same), Today).ThenNothing();
    }

    public static TheoryData<string> Changes => ["held", "order", "sanction", "hearing", "allowed"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_differs_in_anything_takes_the_place_of_what_was_recorded(string what)
    {
        var changed = what switch
        {
            "held" => Standing with { HeldUntil = Day("2027-06-30") },
            "order" => Standing.With(Suspension("2026-04-10", "2027-04-08")),
            "sanction" => Standing.With(Sanction(SanctionKind.Conditions, null)),
            "hearing" => Standing with { Hearings = [] },
            _ => Standing with { RestorationAllowedOn = Day("2026-06-01") },
        };
        Given(Registered, Recorded(Standing)).When(new RecordCase(Number, Case, changed), Today).Then(Recorded(changed));
        var recorded = Assert.Single(Given(Registered, Recorded(Standing), Recorded(changed)).State.Tenure.Cases);
        Assert.True(recorded.IsOf(changed));
    }

    [Fact]
    public void Two_cases_stand_beside_one_another()
    {
        Given(Registered, Recorded(Standing)).When(new RecordCase(Number, OtherCase, Standing), Today).Then(Recorded(Standing, OtherCase));
        Assert.Equal(2, Given(Registered, Recorded(Standing), Recorded(Standing, OtherCase)).State.Tenure.Cases.Length);
    }

    [Fact]
    public void Nothing_is_recorded_on_an_unknown_entry() =>
        Given().When(new RecordCase(Number, Case, Standing), Today).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact] // R3: what was recorded in the older form, and then as a whole
    public void The_standing_of_a_case_takes_the_place_of_its_older_events()
    {
        var older = Given(Registered, new Domain.Registration.Tenure.TenureEvent.HoldPlaced(Case, Day("2026-04-01")), Placed(Suspension("2026-04-10", "2027-04-09"))).State;
        Assert.True(Assert.Single(older.Tenure.Cases).IsOf(Open("2026-04-01").With(Suspension("2026-04-10", "2027-04-09"))));
        Assert.True(Assert.Single(older.Evolve(Recorded(Standing)).Tenure.Cases).IsOf(Standing));
    }
}
