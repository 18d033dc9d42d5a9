using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Verification;

/// <summary>What everybody would have been answered at an instant, for those who audit the answers.</summary>
public sealed class AsKnownToEverybodyTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly VerificationService.VerificationServiceClient _auditor = new(register.InRole("auditor", "ann"));

    [Fact] // R1, R2, R3
    public async Task An_auditor_is_answered_as_everybody_was_whatever_was_corrected_since()
    {
        var beforeAnything = Now;
        var zoe = await OnTheRegister.Enter(register, "known", "Zoë Misread");
        var answered = await zoe.Public(1);
        var then = Now;
        var corrected = (await zoe.Officer.CorrectNameAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = zoe.Name,
            RecordedStartDate = zoe.Day(-10),
            FullName = "Zoë Wellread",
            Reason = "Misread.",
        })).Registrant;
        Assert.Equal("Zoë Wellread", (await zoe.Public(corrected.Version)).FullName);

        var again = await Known(zoe.Number, then);
        again.AnswerTime = answered.AnswerTime;
        Assert.Equal(answered, again);
        Assert.Equal(zoe.Day(-20), (await _auditor.VerifyRegistrationAsync(
            new() { RegistrationNumber = zoe.Number, AsKnownAt = then, AsAt = zoe.Day(-20) })).Entry.AsAt);
        await _auditor.VerifyRegistrationAsync(new() { RegistrationNumber = zoe.Number, AsKnownAt = beforeAnything }).Refused(StatusCode.NotFound, "NO_SUCH_ENTRY");

        // What is not public now is a logged read (R34).
        var reads = (await new ReadLogService.ReadLogServiceClient(register.InRole("auditor")).ListReadsAsync(new() { Parent = zoe.Name })).Reads;
        Assert.Equal(2, reads.Count(r => r.Method == "VerificationService.VerifyRegistration" && r.Subject == "ann"));
    }

    [Theory] // R3
    [InlineData("registrar")]
    [InlineData("employer")]
    [InlineData("applicant")]
    [InlineData("")]
    public async Task What_was_known_is_for_auditors_alone(string role)
    {
        var client = new VerificationService.VerificationServiceClient(role.Length == 0 ? register.Anyone : register.InRole(role, organisation: "RR8"));
        await client.VerifyRegistrationAsync(new() { RegistrationNumber = "SON1", AsKnownAt = Now }).Refused(StatusCode.PermissionDenied, "AS_KNOWN_AT_NOT_ALLOWED");
    }

    [Fact] // R3
    public async Task Nobody_is_told_what_will_be_known()
    {
        var tomorrow = Timestamp.FromDateTimeOffset(register.Clock.GetUtcNow().AddDays(1));
        await _auditor.VerifyRegistrationAsync(new() { RegistrationNumber = "SON1", AsKnownAt = tomorrow }).Refused(StatusCode.InvalidArgument, "IN_THE_FUTURE");
    }

    private Timestamp Now => Timestamp.FromDateTimeOffset(register.Clock.GetUtcNow());

    private async Task<PublicEntry> Known(string number, Timestamp instant) =>
        (await _auditor.VerifyRegistrationAsync(new() { RegistrationNumber = number, AsKnownAt = instant })).Entry;
}
