using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class Renewing
{
    private static readonly Renew Renew = new(Number, Declared: true, "FEE-2");

    [Theory] // R17
    [InlineData("2027-11-28")]
    [InlineData("2028-02-28")]
    public void Renewal_is_open_for_the_three_months_up_to_the_renewal_date(string day) =>
        Given(Registered).When(Renew, Amara.On(day)).Then(RenewedOn(day));

    [Theory] // R17
    [InlineData("2026-03-10")]
    [InlineData("2027-11-27")]
    public void Renewal_is_not_open_before_its_window(string day) => Given(Registered).When(Renew, Amara.On(day)).ThenRejected("RENEWAL_NOT_OPEN");

    [Theory] // R17
    [InlineData("2028-02-29")]
    [InlineData("2030-01-01")]
    public void After_the_renewal_date_there_is_nothing_to_renew_whether_the_lapse_is_recorded_or_not(string day)
    {
        Given(Registered).When(Renew, Amara.On(day)).ThenRejected("NOT_REGISTERED");
        Given(Registered, Lapse).When(Renew, Amara.On(day)).ThenRejected("NOT_REGISTERED");
    }

    [Fact] // R17: the last second of the renewal date, and the next
    public void The_renewal_date_ends_at_midnight_in_London()
    {
        var midnight = new DateTimeOffset(2028, 2, 29, 0, 0, 0, TimeSpan.Zero);
        Given(Registered).When(Renew, new DecisionContext(midnight.AddTicks(-1), Amara)).Then(RenewedOn("2028-02-28"));
        Given(Registered).When(Renew, new DecisionContext(midnight, Amara)).ThenRejected("NOT_REGISTERED");
    }

    [Fact] // R17
    public void Renewal_needs_both_the_declaration_and_the_fee_and_names_what_is_missing()
    {
        Given(Registered).When(Renew with { Declared = false }, Amara.On("2028-01-01")).ThenRejected("DECLARATION_MISSING").About("declared");
        Given(Registered).When(Renew with { FeeReference = "" }, Amara.On("2028-01-01")).ThenRejected("FEE_REFERENCE_MISSING").About("fee_reference");
        Given(Registered).When(new Renew(Number, false, ""), Amara.On("2027-11-27"))
            .ThenRejected("RENEWAL_NOT_OPEN", "DECLARATION_MISSING", "FEE_REFERENCE_MISSING");
    }

    [Fact] // R17
    public void Nobody_renews_before_they_are_registered() =>
        Given().When(Renew, Amara.On("2028-01-01")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact] // R17
    public void Who_has_renewed_has_renewed() => Given(Registered, RenewedOn("2027-12-01")).When(Renew, Amara.On("2028-02-28")).ThenNothing();

    [Theory] // R17
    [InlineData("2028-02-29", "RENEWAL_NOT_OPEN")]
    [InlineData("2029-11-27", "RENEWAL_NOT_OPEN")]
    public void The_next_renewal_waits_for_its_own_window(string day, string code) =>
        Given(Registered, RenewedOn("2027-12-01")).When(Renew, Amara.On(day)).ThenRejected(code);

    [Fact] // R17
    public void The_next_renewal_is_for_the_next_two_years() =>
        Given(Registered, RenewedOn("2027-12-01"))
            .When(Renew, Amara.On("2029-11-28"))
            .Then(new Renewed(Day("2030-03-01"), Day("2032-02-28"), "FEE-2", Day("2029-11-28")));

    [Fact] // R17
    public void Who_registers_in_the_window_may_renew_at_once() =>
        Given(Registered with { From = Day("2028-02-28") }).When(Renew, Amara.On("2028-02-28")).Then(RenewedOn("2028-02-28"));

    [Fact] // R21
    public void Who_is_held_over_does_not_renew() =>
        Given(Registered, Held("2028-02-28")).When(Renew, Amara.On("2028-02-29")).ThenRejected("RENEWAL_OVER");

    [Theory] // R17
    [InlineData("2026-03-09", "2028-02-28")]
    [InlineData("2028-02-28", "2028-02-28")]
    [InlineData("2028-02-29", "2030-02-28")]
    [InlineData("2031-01-01", "2030-02-28")]
    public void The_period_shown_is_that_of_the_date(string day, string end) =>
        Assert.Equal(Day(end), Given(Registered, RenewedOn("2028-01-01")).State.Tenure.PeriodOn(Day(day)).To);
}
