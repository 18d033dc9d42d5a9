using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class CountingARound
{
    private static readonly TenureState[] Entries =
    [
        TenureOf(RenewedOn("2028-01-02")), // a Sunday
        TenureOf(RenewedOn("2028-01-03")), // a Monday
        TenureOf(new NoticeGiven(NoticeKind.FinalWarning, PeriodEnd, Day("2028-02-14"))),
        TenureOf(),
        TenureOf(Held("2028-02-01")),
        TenureOf(new Left(Day("2028-01-10"))),
    ];

    [Theory] // R17, R21
    [InlineData("2027-12-31", 6, 0, 0, 0, 0)]
    [InlineData("2028-01-02", 5, 1, 0, 0, 0)]
    [InlineData("2028-01-10", 3, 2, 0, 0, 0)]
    [InlineData("2028-02-14", 3, 2, 1, 0, 0)]
    [InlineData("2028-02-28", 3, 2, 1, 0, 0)]
    [InlineData("2028-02-29", 0, 2, 0, 2, 1)]
    public void A_round_stands_as_it_does_on_the_day_asked_for(string asAt, int due, int renewed, int lapsing, int lapsed, int heldOver)
    {
        var round = RenewalRound.Count(PeriodEnd, Day(asAt), Entries);
        Assert.Equal((due, renewed, lapsing, lapsed, heldOver), (round.Due, round.Renewed, round.Lapsing, round.Lapsed, round.HeldOver));
    }

    [Fact] // R17
    public void Renewals_are_counted_by_the_Monday_of_their_week() =>
        Assert.Equal(
            [new(Day("2027-12-27"), 1), new(Day("2028-01-03"), 1)],
            RenewalRound.Count(PeriodEnd, Day("2028-02-01"), Entries).Weeks);

    [Theory] // R17
    [InlineData("2028-02-01")]
    [InlineData("2028-02-29")]
    public void A_round_counted_in_parts_is_the_round_counted_at_once(string asAt)
    {
        TenureState[] all = [.. Entries, .. Entries];
        var whole = RenewalRound.Count(PeriodEnd, Day(asAt), all);
        for (var first = 0; first <= all.Length; first++)
        {
            var parts = RenewalRound.Count(PeriodEnd, Day(asAt), all[..first]).And(RenewalRound.Count(PeriodEnd, Day(asAt), all[first..]));
            Assert.Equal(whole with { Weeks = parts.Weeks }, parts);
            Assert.Equal(whole.Weeks.AsEnumerable(), parts.Weeks);
        }
    }

    private static TenureState TenureOf(params RegistrantEvent[] since) => Given([Registered, .. since]).State.Tenure;
}
