using Register.Domain.Practice;
using static Register.Domain.Practice.DepartmentEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Practice.Facts;

namespace Register.Domain.Tests.Practice;

public sealed class EndorsingADepartment
{
    private static readonly Endorsed Endorsed = new(LeedsTeaching, Day("2026-03-02"), Day("2029-03-01"), By(Accreditor, "2026-03-02"));

    [Theory]
    [InlineData("2026-03-02", "2029-03-01")]
    [InlineData("2028-02-29", "2031-02-27")]
    public void An_endorsement_lasts_three_years_and_its_last_day_is_the_day_before(string from, string to) =>
        Given().When(new EndorseDepartment(LeedsTeaching, Day(from)), Accreditor.On("2026-03-02")).Then(Endorsed with { From = Day(from), To = Day(to) });

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2029-03-01", true)]
    [InlineData("2029-03-02", false)]
    public void A_department_is_endorsed_on_the_first_and_the_last_day(string on, bool endorsed) =>
        Assert.Equal(endorsed, Given(Endorsed).State.IsEndorsedOn(Day(on)));

    [Fact]
    public void The_same_endorsement_again_does_nothing() =>
        Given(Endorsed).When(new EndorseDepartment(LeedsTeaching, Day("2026-03-02")), Accreditor.On("2026-05-01")).ThenNothing();

    [Fact]
    public void A_withdrawn_endorsement_ended_the_day_before()
    {
        var withdrawn = new EndorsementWithdrawn(Day("2027-01-01"), "No supervisors left.", By(Accreditor, "2027-01-01"));
        Given(Endorsed).When(new WithdrawEndorsement(LeedsTeaching, "No supervisors left."), Accreditor.On("2027-01-01")).Then(withdrawn);
        var state = Given(Endorsed, withdrawn).State;
        Assert.True(state.IsEndorsedOn(Day("2026-12-31")));
        Assert.False(state.IsEndorsedOn(Day("2027-01-01")));
        Given(Endorsed, withdrawn).When(new WithdrawEndorsement(LeedsTeaching, "Again."), Accreditor.On("2027-01-02")).ThenNothing();
    }

    [Fact]
    public void A_department_never_endorsed_has_nothing_to_withdraw() =>
        Given().When(new WithdrawEndorsement(LeedsTeaching, "Why."), Accreditor.On("2027-01-01")).ThenRejected("DEPARTMENT_NOT_FOUND").As(RejectionKind.NotFound);

    private static Scenario<DepartmentState, DepartmentEvent> Given(params IEnumerable<DepartmentEvent> events) => new(events);
}
