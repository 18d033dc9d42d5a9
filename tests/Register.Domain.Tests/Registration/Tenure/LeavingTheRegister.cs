using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class LeavingTheRegister
{
    private static readonly DateOnly Today = Day("2027-06-01");

    public static TheoryData<string> Ways => ["left", "agreed", "struck", "false"];

    [Theory] // R19, R32
    [InlineData("left", NotRegisteredReason.LeftRegister)]
    [InlineData("agreed", NotRegisteredReason.RemovedByAgreement)]
    [InlineData("struck", NotRegisteredReason.StruckOff)]
    [InlineData("false", NotRegisteredReason.Removed)]
    public void Who_leaves_is_off_the_register_from_that_day_on(string way, NotRegisteredReason reason)
    {
        Given(Registered).When(Command(way), FirstOfficer.On(Today)).Then(Event(way));
        var state = Given(Registered, Event(way)).State;
        Assert.True(state.IsRegistered("2027-05-31"));
        Assert.Equal(new StatusInterval(StatusWord.NotRegistered, reason, Today, null), state.StatusOn("2027-06-01"));
    }

    [Theory] // R19
    [MemberData(nameof(Ways))]
    public void Nobody_leaves_twice(string way) => Given(Registered, Event(way)).When(Command(way), FirstOfficer.On("2027-06-02")).ThenNothing();

    [Theory] // R19
    [InlineData("left")]
    [InlineData("cpd")]
    public void Nobody_leaves_who_has_left_another_way(string way) =>
        Given(Registered, Lapse).When(Command(way), FirstOfficer.On("2028-03-01")).ThenRejected("NOT_REGISTERED");

    [Theory] // R19
    [InlineData("left")]
    [InlineData("cpd")]
    public void Nobody_leaves_on_the_day_of_a_lapse_that_is_not_recorded_yet(string way) =>
        Given(Registered).When(Command(way), FirstOfficer.On("2028-02-29")).ThenRejected("NOT_REGISTERED");

    [Theory] // R19
    [MemberData(nameof(Ways))]
    public void Nobody_leaves_who_never_came(string way) =>
        Given().When(Command(way), FirstOfficer.On(Today)).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Theory] // R19: what was decided before there were cases is read for ever
    [InlineData(WayOut.RemovedByAgreement, NotRegisteredReason.RemovedByAgreement)]
    [InlineData(WayOut.StruckOff, NotRegisteredReason.StruckOff)]
    [InlineData(WayOut.EntryRemoved, NotRegisteredReason.Removed)]
    public void Whom_no_case_took_off_the_register_is_off_it_all_the_same(WayOut way, NotRegisteredReason reason)
    {
        RegistrantEvent decided = way switch
        {
            WayOut.RemovedByAgreement => new RemovedByAgreement("Agreed.", FirstOfficer.Subject, Today),
            WayOut.StruckOff => new StruckOff("Misconduct.", FirstOfficer.Subject, Today),
            _ => new EntryRemoved(EntryFault.Incorrect, "Never qualified.", FirstOfficer.Subject, Today),
        };
        var state = Given(Registered, decided).State;
        Assert.True(state.IsRegistered("2027-05-31"));
        Assert.Equal(new StatusInterval(StatusWord.NotRegistered, reason, Today, null), state.StatusOn("2027-06-01"));
    }

    [Theory] // R19
    [InlineData("cpd")]
    [InlineData("died")]
    public void No_officer_acts_on_their_own_entry(string way)
    {
        var own = FirstOfficer with { Subject = Amara.Subject };
        Given(Registered).When(Command(way), own.On(Today)).ThenRejected("OWN_ENTRY").As(RejectionKind.Forbidden);
    }

    [Fact] // R19
    public void A_death_shows_from_the_day_after_it()
    {
        var died = new DeathRecorded(Day("2027-05-30"), FirstOfficer.Subject, Today);
        Given(Registered).When(new RecordDeath(Number, Day("2027-05-30")), FirstOfficer.On(Today)).Then(died);
        var state = Given(Registered, died).State;
        Assert.True(state.IsRegistered("2027-05-30"));
        Assert.Equal(NotRegisteredReason.Died, state.StatusOn("2027-05-31").Reason);
        Assert.Equal(NotRegisteredReason.Died, state.StatusOn("2040-01-01").Reason);
    }

    [Fact] // R19
    public void A_death_is_recorded_of_who_has_left_as_well() =>
        Given(Registered, Lapse).When(new RecordDeath(Number, Day("2028-06-01")), FirstOfficer.On("2028-06-02"))
            .Then(new DeathRecorded(Day("2028-06-01"), FirstOfficer.Subject, Day("2028-06-02")));

    [Theory] // R19
    [InlineData("2027-06-01", null)]
    [InlineData("2027-06-02", "DATE_IN_FUTURE")]
    [InlineData("2026-03-10", null)]
    [InlineData("2026-03-09", "DEATH_BEFORE_REGISTRATION")]
    public void A_death_is_of_a_day_since_the_registration(string day, string? code)
    {
        var outcome = Given(Registered).When(new RecordDeath(Number, Day(day)), FirstOfficer.On(Today));
        if (code is null)
            outcome.Then(new DeathRecorded(Day(day), FirstOfficer.Subject, Today));
        else
            outcome.ThenRejected(code);
    }

    [Fact] // R19
    public void A_death_is_recorded_once()
    {
        var state = Given(Registered, new DeathRecorded(Day("2027-05-30"), FirstOfficer.Subject, Today));
        state.When(new RecordDeath(Number, Day("2027-05-30")), FirstOfficer.On("2027-06-02")).ThenNothing();
        state.When(new RecordDeath(Number, Day("2027-05-29")), FirstOfficer.On("2027-06-02")).ThenRejected("DEATH_RECORDED");
    }

    private static ICommand<RegistrantState, RegistrantEvent> Command(string way) => way switch
    {
        "left" => new LeaveRegister(Number),
        "cpd" => new RemoveForCpd(Number, "Not met."),
        "died" => new RecordDeath(Number, Day("2027-05-30")),
        _ => new RecordCase(Number, Case, Removing(way)),
    };

    private static RegistrantEvent Event(string way) => way switch
    {
        "left" => new Left(Today),
        _ => Recorded(Removing(way)),
    };

    private static CaseStanding Removing(string way) => Open("2027-01-01", "2027-05-31").With(Sanction(
        way switch
        {
            "agreed" => SanctionKind.RemovalByAgreement,
            "struck" => SanctionKind.StrikingOff,
            _ => SanctionKind.EntryRemoval,
        },
        "2027-06-01",
        notified: "2027-05-03"));
}
