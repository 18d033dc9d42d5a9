using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Registration;

/// <summary>The register as at a date and as known at an instant.</summary>
public sealed class AsKnownAtTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R1, R2, R3
    public async Task A_date_recorded_wrongly_is_corrected_for_today_and_as_known_at_still_gives_the_old_one()
    {
        var beforeAnything = Now;
        var zoe = await OnTheRegister.Enter(register, "corrected", "Zoë Known");
        var between = zoe.Day(-3);
        var granted = (await zoe.Officer.GrantAnnotationAsync(await zoe.Vascular(zoe.Day(-5)))).Registrant;
        var believed = Now;

        register.Clock.MoveTo(Domain.CivilTime.DateIn(register.Clock.GetUtcNow()).AddDays(30));
        var corrected = (await zoe.Officer.CorrectAnnotationAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = zoe.Name,
            AnnotationId = granted.Annotations[0].AnnotationId,
            StartDate = zoe.Day(-31),
            Reason = "The award was dated wrongly.",
        })).Registrant;

        // Today's answer for that date has changed, for officers and for everybody.
        Assert.Empty((await Registrant(between, null)).AddedPracticeAreas);
        Assert.Empty((await zoe.Public(corrected.Version, between)).AddedPracticeAreas);

        // What was known then has not.
        Assert.Equal([PracticeArea.Vascular], (await Registrant(between, believed)).AddedPracticeAreas);
        Assert.Equal(granted.Version, (await Registrant(between, believed)).Version);
        Assert.Equal(granted.Annotations, (await Registrant(null, believed)).Annotations);

        // The same in a list; and who was not on record yet is not in it.
        Assert.Equal([PracticeArea.Vascular], Assert.Single(await List(believed)).AddedPracticeAreas);
        Assert.Empty(Assert.Single(await List(null)).AddedPracticeAreas);
        Assert.Empty(await List(beforeAnything));
        await zoe.Registrants.GetRegistrantAsync(new() { Name = zoe.Name, AsKnownAt = beforeAnything }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");

        async Task<Registrant> Registrant(Google.Type.Date? asAt, Timestamp? knownAt) => (await zoe.Registrants.GetRegistrantAsync(
            new() { Name = zoe.Name, AsAt = asAt, AsKnownAt = knownAt, MinimumVersion = corrected.Version })).Registrant;

        async Task<IReadOnlyList<Registrant>> List(Timestamp? knownAt) => (await zoe.Registrants.ListRegistrantsAsync(
            new() { Query = "known", AsAt = between, AsKnownAt = knownAt })).Registrants;
    }

    [Fact] // R3
    public async Task What_was_known_is_for_registrars_and_auditors_and_not_for_a_time_to_come()
    {
        var zoe = await OnTheRegister.Enter(register, "asked-for");
        foreach (var (role, subject) in new[] { ("applicant", zoe.Subject), ("ftp-officer", "f"), ("panel", "p") })
        {
            await new RegistrationService.RegistrationServiceClient(register.InRole(role, subject))
                .GetRegistrantAsync(new() { Name = zoe.Name, AsKnownAt = Now })
                .Refused(StatusCode.PermissionDenied, "AS_KNOWN_AT_NOT_ALLOWED");
        }
        await new RegistrationService.RegistrationServiceClient(register.InRole("panel"))
            .ListRegistrantsAsync(new() { AsKnownAt = Now }).Refused(StatusCode.PermissionDenied, "AS_KNOWN_AT_NOT_ALLOWED");

        var auditor = new RegistrationService.RegistrationServiceClient(register.InRole("auditor"));
        Assert.Equal(zoe.Number, (await auditor.GetRegistrantAsync(new() { Name = zoe.Name, AsKnownAt = Now })).Registrant.RegistrationNumber);
        var future = Timestamp.FromDateTimeOffset(register.Clock.GetUtcNow().AddDays(1));
        await auditor.GetRegistrantAsync(new() { Name = zoe.Name, AsKnownAt = future }).Refused(StatusCode.InvalidArgument, "IN_THE_FUTURE");
    }

    private Timestamp Now => Timestamp.FromDateTimeOffset(register.Clock.GetUtcNow());
}
