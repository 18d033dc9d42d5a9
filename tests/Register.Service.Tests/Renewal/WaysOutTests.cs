using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.FitnessToPractise;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Renewal;

public sealed class WaysOutTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly Registrants _registrants = new(register);

    [Fact] // R19, R26, R32
    public async Task Each_way_out_shows_its_public_reason()
    {
        var left = await _registrants.Registered("left");
        await _registrants.As("left").LeaveRegisterAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{left}" });
        Assert.Equal(NotRegisteredReason.LeftRegister, await Reason(left));

        var agreed = await _registrants.Registered("agreed");
        var agreement = CaseWork.In(register);
        await agreement.Referred(agreed);
        await agreement.Officer.RecordRemovalAgreementAsync(
            new() { RequestId = People.NewRequest(), Name = agreement.Name, Reasons = "Retired.", PublicText = "Removed by agreement." });
        await agreement.Panel("a-second-person").ConfirmRemovalAgreementAsync(new() { RequestId = People.NewRequest(), Name = agreement.Name });
        Assert.Equal(NotRegisteredReason.RemovedByAgreement, await Reason(agreed));

        var struck = await _registrants.Registered("struck");
        var hearing = CaseWork.In(register);
        await hearing.Heard(struck);
        await hearing.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.StrikingOff);

        var forged = await _registrants.Registered("false-entry");
        var entry = CaseWork.In(register);
        await entry.HeardForTheEntry(forged);
        await entry.Sanctioned("ic", DecisionOccasion.Hearing, SanctionKind.EntryRemoval);

        MoveOn(29);
        Assert.Equal(NotRegisteredReason.StruckOff, await Reason(struck));
        Assert.Equal(NotRegisteredReason.Removed, await Reason(forged));
    }

    [Fact] // R19
    public async Task A_death_is_recorded_by_an_officer_and_shows_from_the_day_after()
    {
        var number = await _registrants.Registered("died");
        var today = MoveOn(20);
        var request = new RecordDeathRequest { RequestId = People.NewRequest(), Name = $"registrants/{number}", DiedOn = Of(today.AddDays(-5)) };
        await _registrants.As("died").RecordDeathAsync(request).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        var dead = (await _registrants.Officer.RecordDeathAsync(request)).Tenure;
        Assert.Equal((NotRegisteredReason.Died, Of(today.AddDays(-4))), (dead.NotRegisteredReason, dead.StatusSince));
        Assert.Equal(dead, (await _registrants.Officer.RecordDeathAsync(request)).Tenure);
    }

    private DateOnly MoveOn(int days)
    {
        var day = CivilTime.DateIn(register.Clock.GetUtcNow()).AddDays(days);
        register.Clock.MoveTo(day);
        return day;
    }

    private static Google.Type.Date Of(DateOnly day) => People.Date(day.Year, day.Month, day.Day);

    private async Task<NotRegisteredReason> Reason(string number)
    {
        var entry = await Eventually.Get(
            async () => (await _registrants.People.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry,
            e => e.Status == RegistrationStatus.NotRegistered);
        return entry.NotRegisteredReason;
    }
}
