using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Renewal;

public sealed class WaysOutTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly Registrants _registrants = new(register);

    [Fact] // R19, R32
    public async Task Each_way_out_shows_its_public_reason()
    {
        Assert.Equal(NotRegisteredReason.LeftRegister, await Reason("left", (number, name) =>
            _registrants.As("left").LeaveRegisterAsync(new() { RequestId = People.NewRequest(), Name = name })));
        Assert.Equal(NotRegisteredReason.RemovedByAgreement, await Reason("agreed", (number, name) =>
            _registrants.Panel.RemoveByAgreementAsync(new() { RequestId = People.NewRequest(), Name = name, Reasons = "Agreed." })));
        Assert.Equal(NotRegisteredReason.StruckOff, await Reason("struck", (number, name) =>
            _registrants.Panel.StrikeOffAsync(new() { RequestId = People.NewRequest(), Name = name, Reasons = "Misconduct." })));
        Assert.Equal(NotRegisteredReason.Removed, await Reason("false-entry", (number, name) => _registrants.Officer.RemoveEntryAsync(
            new() { RequestId = People.NewRequest(), Name = name, Fault = EntryFault.Fraudulent, Reasons = "A forged award." })));
    }

    [Fact] // R19
    public async Task A_death_is_recorded_by_an_officer_and_shows_from_the_day_after()
    {
        var number = await _registrants.Registered("died");
        await _registrants.MoveTo(2026, 3, 20);
        var request = new RecordDeathRequest { RequestId = People.NewRequest(), Name = $"registrants/{number}", DiedOn = People.Date(2026, 3, 15) };
        await _registrants.As("died").RecordDeathAsync(request).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        var dead = (await _registrants.Officer.RecordDeathAsync(request)).Tenure;
        Assert.Equal((NotRegisteredReason.Died, People.Date(2026, 3, 16)), (dead.NotRegisteredReason, dead.StatusSince));
        Assert.Equal(dead, (await _registrants.Officer.RecordDeathAsync(request)).Tenure);
    }

    private async Task<NotRegisteredReason> Reason<T>(string subject, Func<string, string, AsyncUnaryCall<T>> leave)
    {
        var number = await _registrants.Registered(subject);
        await leave(number, $"registrants/{number}");
        var entry = await Eventually.Get(
            async () => (await _registrants.People.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry,
            e => e.Status == RegistrationStatus.NotRegistered);
        return entry.NotRegisteredReason;
    }
}
