using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class KeepingAccreditation
{
    // Accredited from 2020-09-01 to 2025-08-31.
    private static readonly DecisionContext Today = Accreditor.On("2025-03-03");

    private static readonly AccreditationEvent.Renewed Contiguous = new(Day("2025-09-01"), Day("2030-08-31"), Today.Today);

    private static readonly AccreditationEvent.Renewed AfterAGap = new(Day("2026-09-01"), Day("2030-08-31"), Today.Today);

    [Fact] // R4
    public void Accreditation_is_renewed_from_the_day_after_it_ends() =>
        Given(Accredited).When(Renewal(Contiguous), Today).Then(Contiguous);

    [Fact] // R4
    public void Accreditation_is_renewed_after_a_gap() =>
        Given(Accredited).When(Renewal(AfterAGap), Today).Then(AfterAGap);

    [Fact] // R4
    public void A_renewal_does_not_overlap_what_is_accredited_already_by_a_single_day() =>
        Given(Accredited).When(Renewal(Contiguous with { From = Accredited.To }), Today)
            .ThenRejected("ACCREDITED_ALREADY").As(RejectionKind.Refused).About("accredited_from");

    [Fact] // R4
    public void A_renewal_does_not_go_before_what_is_accredited_already() =>
        Given(Accredited).When(Renewal(new(Day("2019-09-01"), Day("2020-08-31"), Today.Today)), Today).ThenRejected("ACCREDITED_ALREADY");

    [Fact] // R4
    public void A_renewal_does_not_end_before_it_starts() =>
        Given(Accredited).When(Renewal(Contiguous with { To = Day("2025-08-31") }), Today)
            .ThenRejected("INTERVAL_EMPTY").As(RejectionKind.Invalid).About("accredited_to");

    [Fact] // R4
    public void The_same_renewal_again_changes_nothing() =>
        Given(Accredited, Contiguous).When(Renewal(Contiguous), Today).ThenNothing();

    [Fact]
    public void A_programme_that_was_never_accredited_is_not_renewed() =>
        Given().When(Renewal(Contiguous), Today).ThenRejected("PROGRAMME_NOT_FOUND").As(RejectionKind.NotFound);

    [Theory] // R4
    [InlineData("2020-08-31", false)]
    [InlineData("2020-09-01", true)]
    [InlineData("2025-08-31", true)]
    [InlineData("2025-09-01", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-01", true)]
    [InlineData("2030-08-31", true)]
    [InlineData("2030-09-01", false)]
    public void A_programme_is_accredited_from_the_first_day_of_an_interval_to_its_last_and_not_in_the_gap_between_two(string date, bool accredited) =>
        Assert.Equal(accredited, Given(Accredited, AfterAGap).State.WasAccreditedOn(Day(date)));

    [Theory] // R4
    [InlineData("2025-09-01", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-01", true)]
    public void A_cohort_that_started_in_the_gap_between_two_intervals_does_not_count(string start, bool counts)
    {
        var award = Award with { CohortStart = Day(start), RatifiedOn = Day("2028-07-14") };
        var shortfalls = Qualification.Shortfalls(
            Given(Accredited, AfterAGap, Listed(award)).State, award.CandidateNumber, award.DateOfBirth, Day("2028-09-01"), LegalRegime.On(Day("2028-09-01")));
        Assert.Equal(counts ? [] : ["NOT_ACCREDITED_AT_COHORT_START"], shortfalls.Select(r => r.Code));
    }

    [Fact] // R4
    public void Accreditation_is_withdrawn_from_today() =>
        Given(Accredited).When(Withdrawal(Today.Today), Today).Then(Withdrawn(Today.Today));

    [Fact] // R4
    public void Accreditation_is_not_withdrawn_from_yesterday() =>
        Given(Accredited).When(Withdrawal(Today.Today.AddDays(-1)), Today)
            .ThenRejected("WITHDRAWAL_IN_THE_PAST").As(RejectionKind.Refused).About("withdrawn_from");

    [Theory] // R4
    [InlineData("2025-03-02", true)]
    [InlineData("2025-03-03", false)]
    [InlineData("2025-08-31", false)]
    [InlineData("2025-09-01", false)]
    public void A_withdrawal_cuts_the_interval_and_takes_away_those_to_come(string date, bool accredited) =>
        Assert.Equal(accredited, Given(Accredited, Contiguous, Withdrawn(Today.Today)).State.WasAccreditedOn(Day(date)));

    [Fact] // R4
    public void A_withdrawal_from_the_first_day_of_a_renewal_leaves_the_interval_before_it_whole() =>
        Assert.Equal(
            new AccreditedInterval(Accredited.From, Accredited.To),
            Assert.Single(Given(Accredited, Contiguous, Withdrawn(Contiguous.From)).State.AccreditedIntervals()));

    [Fact] // R4
    public void A_withdrawal_again_changes_nothing() =>
        Given(Accredited, Withdrawn(Today.Today)).When(Withdrawal(Today.Today), Accreditor.On("2025-04-01")).ThenNothing();

    [Fact] // R4
    public void What_is_not_accredited_any_more_is_not_withdrawn() =>
        Given(Accredited).When(Withdrawal(Accredited.To.AddDays(1)), Today).ThenRejected("NOT_ACCREDITED").About("withdrawn_from");

    [Fact] // R4
    public void A_withdrawn_programme_is_accredited_again_by_a_renewal() =>
        Given(Accredited, Withdrawn(Today.Today)).When(Renewal(Contiguous), Today).Then(Contiguous);

    private static RenewAccreditation Renewal(AccreditationEvent.Renewed to) => new(Id, to.From, to.To);

    private static WithdrawAccreditation Withdrawal(DateOnly from) => new(Id, from, "No placements.");

    private static AccreditationEvent.Withdrawn Withdrawn(DateOnly from) => new(from, "No placements.", Today.Today);
}
