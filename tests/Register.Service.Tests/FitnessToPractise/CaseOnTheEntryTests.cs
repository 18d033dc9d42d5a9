using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>Cases from their concern to what everybody sees of them, through the contract alone.</summary>
public sealed class CaseOnTheEntryTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly People _people = new(register);
    private readonly RegistrationService.RegistrationServiceClient _officer = new(register.InRole("ftp-officer", "frida"));

    [Fact] // R2, R21, R26, R31, R32
    public async Task A_suspension_shows_on_every_number_of_the_person_until_it_runs_out_by_itself()
    {
        var first = await OnTheRegister.Enter(register, "suspended-first");
        var second = await OnTheRegister.Enter(register, "suspended-second");
        var work = CaseWork.In(register);
        await work.Heard(first.Number);
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.Suspension, months: 6);
        await Eventually.Get(() => Known(first.Number), r => r.SanctionPending);
        MoveOn(28);
        Assert.Equal((RegistrationStatus.Registered, 0), Shown(await Public(first.Number)));

        var from = MoveOn(1);
        Assert.Equal((RegistrationStatus.Suspended, 1), Shown(await Public(first.Number)));
        Assert.Equal((RegistrationStatus.Registered, 0), Shown(await Public(second.Number)));
        MoveOn(10);
        await work.Officer.AttachRegistrantAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Registrant = second.Name });
        var entry = await Eventually.Get(() => Public(second.Number), e => e.Status == RegistrationStatus.Suspended);
        Assert.Equal((Of(from), "As the panel decided."), (entry.StatusSince, Assert.Single(entry.Restrictions)));
        await Registrants(second).LeaveRegisterAsync(Leave(second)).Refused(StatusCode.FailedPrecondition, "CASE_OPEN");

        register.Clock.MoveTo(from.AddMonths(6).AddDays(-1));
        Assert.Equal((RegistrationStatus.Suspended, 1), Shown(await Public(second.Number)));
        register.Clock.MoveTo(from.AddMonths(6));
        foreach (var one in new[] { first, second })
        {
            Assert.Equal((RegistrationStatus.Registered, 0), Shown(await Public(one.Number)));
            await Registrants(one).LeaveRegisterAsync(Leave(one));
        }
    }

    [Fact] // R3, R26
    public async Task An_appeal_recorded_after_the_striking_off_took_effect_undoes_it_until_it_is_disposed_of()
    {
        var registrant = await OnTheRegister.Enter(register, "appealed-late");
        var work = CaseWork.In(register);
        await work.Heard(registrant.Number);
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.StrikingOff);
        await Eventually.Get(() => Known(registrant.Number), r => r.SanctionPending);
        var struckOff = MoveOn(29);
        Assert.Equal(RegistrationStatus.NotRegistered, (await Public(registrant.Number)).Status);

        MoveOn(4);
        await work.Officer.LodgeSanctionAppealAsync(
            new() { RequestId = People.NewRequest(), Name = work.Name, Grounds = "It came by post.", LodgedOn = Of(struckOff) })
            .Refused(StatusCode.FailedPrecondition, "APPEAL_TOO_LATE");
        await work.Officer.LodgeSanctionAppealAsync(
            new() { RequestId = People.NewRequest(), Name = work.Name, Grounds = "It came by post.", LodgedOn = Of(struckOff.AddDays(-1)) });
        await Eventually.Get(() => Public(registrant.Number), e => e.Status == RegistrationStatus.Registered);
        Assert.Equal(RegistrationStatus.Registered, (await Public(registrant.Number, struckOff)).Status);
        Assert.True((await Known(registrant.Number)).SanctionPending);
        await Registrants(registrant).LeaveRegisterAsync(Leave(registrant)).Refused(StatusCode.FailedPrecondition, "CASE_OPEN");

        var disposed = MoveOn(60);
        await work.Officer.DisposeSanctionAppealAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Outcome = SanctionAppealOutcome.Withdrawn,
            DisposedOn = Of(disposed),
            Reference = "withdrawn by letter",
        });
        var gone = await Eventually.Get(() => Public(registrant.Number), e => e.Status == RegistrationStatus.NotRegistered);
        Assert.Equal((NotRegisteredReason.StruckOff, Of(disposed)), (gone.NotRegisteredReason, gone.StatusSince));
        Assert.Equal(RegistrationStatus.Registered, (await Public(registrant.Number, disposed.AddDays(-1))).Status);
    }

    [Fact] // R19, R31
    public async Task Whom_death_overtakes_is_shown_as_having_died_whatever_the_case_comes_to()
    {
        var registrant = await OnTheRegister.Enter(register, "died-in-a-case");
        var work = CaseWork.In(register);
        await work.Heard(registrant.Number);
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.StrikingOff);
        await Eventually.Get(() => Known(registrant.Number), r => r.SanctionPending);
        var today = MoveOn(10);
        await new RenewalService.RenewalServiceClient(register.InRole("registrar", "grace")).RecordDeathAsync(
            new() { RequestId = People.NewRequest(), Name = registrant.Name, DiedOn = Of(today.AddDays(-1)) });
        var dead = await Eventually.Get(() => Public(registrant.Number), e => e.Status == RegistrationStatus.NotRegistered);
        MoveOn(30);
        var later = await Public(registrant.Number);
        Assert.Equal((NotRegisteredReason.Died, 0), (later.NotRegisteredReason, later.Restrictions.Count));
        Assert.Equal(dead.StatusSince, later.StatusSince);
    }

    private RenewalService.RenewalServiceClient Registrants(OnTheRegister who) => new(register.InRole("applicant", who.Subject));

    private static LeaveRegisterRequest Leave(OnTheRegister who) => new() { RequestId = People.NewRequest(), Name = who.Name };

    private static (RegistrationStatus Status, int Restrictions) Shown(PublicEntry entry) => (entry.Status, entry.Restrictions.Count);

    private async Task<PublicEntry> Public(string number, DateOnly? asAt = null) =>
        (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number, AsAt = asAt is { } day ? Of(day) : null })).Entry;

    private async Task<Registrant> Known(string number) => (await _officer.GetRegistrantAsync(new() { Name = $"registrants/{number}" })).Registrant;

    private DateOnly MoveOn(int days)
    {
        var day = CivilTime.DateIn(register.Clock.GetUtcNow()).AddDays(days);
        register.Clock.MoveTo(day);
        return day;
    }

    private static Google.Type.Date Of(DateOnly day) => People.Date(day.Year, day.Month, day.Day);
}
