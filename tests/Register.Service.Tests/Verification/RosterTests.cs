using Grpc.Core;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Renewal;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Verification;

/// <summary>A roster of numbers over one stream.</summary>
public sealed class RosterTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly VerificationService.VerificationServiceClient _employer = new(register.InRole("employer", "hr", "RR8"));

    [Fact] // R33
    public async Task Each_row_is_answered_on_its_own_and_in_order()
    {
        var registrants = new Registrants(register);
        var here = await registrants.Registered("here");
        var gone = await registrants.Registered("gone");
        await registrants.As("gone").LeaveRegisterAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{gone}" });
        await Eventually.Get(
            async () => (await registrants.People.Public.VerifyRegistrationAsync(new() { RegistrationNumber = gone })).Entry,
            e => e.Status == RegistrationStatus.NotRegistered);

        var before = register.Clock.GetUtcNow();
        var answers = await Ask(Row(here), Row("SON999999"), Row("SON007"), Row(gone), Row(here, "Nobody Else"));

        Assert.Equal(
            [RosterResult.Found, RosterResult.NoSuchEntry, RosterResult.Malformed, RosterResult.NotRegistered, RosterResult.NameMismatch],
            answers.Select(a => a.Result));
        Assert.Equal([here, "SON999999", "SON007", gone, here], answers.Select(a => a.RegistrationNumber));
        Assert.Equal(NotRegisteredReason.LeftRegister, answers[3].Entry.NotRegisteredReason);
        Assert.All(answers, a => Assert.InRange(a.AnswerTime.ToDateTimeOffset(), before, register.Clock.GetUtcNow()));
    }

    [Fact] // R33
    public async Task A_name_is_compared_word_by_word_in_any_order_with_or_without_accents()
    {
        var zoe = await OnTheRegister.Enter(register, "named", "Zoë Van O'Named");
        (string Name, RosterResult Result)[] cases =
        [
            ("Zoë Van O'Named", RosterResult.Found),
            ("ONAMED zoe van", RosterResult.Found),
            ("van o’named, Zoe", RosterResult.Found),
            ("Zoë O'Named", RosterResult.NameMismatch),
            ("Zoë Van Van O'Named", RosterResult.NameMismatch),
            ("Zoë\nVan O'Named", RosterResult.Malformed),
            ("-", RosterResult.Malformed),
        ];
        var answers = await Ask(cases.Select(c => Row(zoe.Number, c.Name)));
        Assert.Equal(cases.Select(c => c.Result), answers.Select(a => a.Result));

        // Whose the number is, a wrong name does not bring to light.
        Assert.Equal(cases.Select(c => c.Result == RosterResult.Found), answers.Select(a => a.ToString().Contains("Named", StringComparison.Ordinal)));
    }

    [Fact] // R23, R33
    public async Task A_former_name_is_not_the_name()
    {
        var zoe = await OnTheRegister.Enter(register, "renamed", "Zoë Formerly");
        var changed = (await zoe.Officer.ChangeNameAsync(
            new() { RequestId = People.NewRequest(), Name = zoe.Name, FullName = "Zoë Presently", EvidenceReference = "deed poll 3" })).Registrant;
        await zoe.Public(changed.Version);

        var answers = await Ask(Row(zoe.Number, "Zoe Formerly"), Row(zoe.Number, "Zoe Presently"));
        Assert.Equal([RosterResult.NameMismatch, RosterResult.Found], answers.Select(a => a.Result));
    }

    [Fact] // R33
    public async Task A_long_roster_is_answered_in_its_order()
    {
        var zoe = await OnTheRegister.Enter(register, "in-a-crowd");
        string[] numbers = [.. Enumerable.Range(0, 5000).Select(i => i % 7 == 0 ? zoe.Number : $"SON{900_000 + i}")];
        var answers = await Ask(numbers.Select(number => Row(number)));
        Assert.Equal(numbers, answers.Select(a => a.RegistrationNumber));
        Assert.Equal(numbers.Select(n => n == zoe.Number ? RosterResult.Found : RosterResult.NoSuchEntry), answers.Select(a => a.Result));
    }

    [Fact]
    public async Task A_row_is_answered_while_the_roster_is_still_being_written()
    {
        using var roster = _employer.VerifyRoster();
        await roster.RequestStream.WriteAsync(new() { RegistrationNumber = "SON999998" });
        Assert.True(await roster.ResponseStream.MoveNext());
        Assert.Equal(RosterResult.NoSuchEntry, roster.ResponseStream.Current.Result);
        await roster.RequestStream.WriteAsync(new() { RegistrationNumber = "SON999997" });
        Assert.True(await roster.ResponseStream.MoveNext());
        await roster.RequestStream.CompleteAsync();
        Assert.False(await roster.ResponseStream.MoveNext());
    }

    private static VerifyRosterRequest Row(string number, string name = "") => new() { RegistrationNumber = number, FullName = name };

    private async Task<IReadOnlyList<VerifyRosterResponse>> Ask(params IEnumerable<VerifyRosterRequest> rows)
    {
        using var roster = _employer.VerifyRoster();
        foreach (var row in rows)
            await roster.RequestStream.WriteAsync(row);
        await roster.RequestStream.CompleteAsync();
        return await roster.ResponseStream.ReadAllAsync().ToListAsync();
    }
}
