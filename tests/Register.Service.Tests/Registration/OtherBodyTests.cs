using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Registration;

public sealed class OtherBodyTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R29
    public async Task A_suspension_elsewhere_raises_a_concern_here_once_and_leaves_the_entry_as_it_is()
    {
        var zoe = await OnTheRegister.Enter(register, "elsewhere");
        var people = new People(register);
        foreach (var day in new[] { -2, -1, 0 })
        {
            await zoe.Officer.RecordOtherRegistrationAsync(new()
            {
                RequestId = People.NewRequest(),
                Name = zoe.Name,
                Body = StatutoryBody.Hcpc,
                Number = "RA98765",
                Status = day == -2 ? OtherRegistrationStatus.Registered : OtherRegistrationStatus.Suspended,
                StartDate = People.Date(2020, 1, 1),
                CheckDate = zoe.Day(day),
            });
        }

        var raised = await Eventually.Get(
            async () => (await people.FtpOfficer.ListCasesAsync(new())).Cases.Where(c => c.Registrant == zoe.Name).ToList(), cases => cases.Count > 0);
        var concern = Assert.Single(raised);
        Assert.Equal(Ground.DeterminationByAnotherBody, concern.Ground);
        Assert.Contains("HCPC", concern.Concern, StringComparison.Ordinal);

        // The entry is held, as by any case, and stands (R21, R29).
        var held = await Eventually.Get(
            async () => (await zoe.Registrants.GetRegistrantAsync(new() { Name = zoe.Name })).Registrant, r => r.Holds.Count > 0);
        Assert.Equal((RegistrationStatus.Registered, concern.Name), (held.Status, Assert.Single(held.Holds).Case));
        Assert.Equal(RegistrationStatus.Registered, (await zoe.Public(held.Version)).Status);
    }
}
