using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Practice;

/// <summary>Preceptorship: the department signs, and others do not even see it.</summary>
public sealed class PreceptorshipTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact]
    public async Task A_preceptorship_is_planned_signed_off_and_completed_in_an_endorsed_department()
    {
        var endorsed = (await Client("accreditor").EndorseDepartmentAsync(
            new() { RequestId = People.NewRequest(), Name = "departments/RR8", From = People.Day(-30) })).Department;
        Assert.True(endorsed.Endorsed);
        var seen = await new PreceptorshipService.PreceptorshipServiceClient(register.Anyone)
            .GetDepartmentAsync(new() { Name = "departments/RR8", MinimumVersion = endorsed.Version });
        Assert.Equal(endorsed, seen.Department);

        var plan = await Planned("preceptee");
        Assert.True(plan.DepartmentEndorsed);
        var leeds = Client("employer", "supervisor", "RR8");
        await leeds.CompletePreceptorshipAsync(new() { RequestId = People.NewRequest(), Name = plan.Name, On = People.Day(-1) })
            .Refused(StatusCode.FailedPrecondition, "CAPABILITIES_OUTSTANDING");
        foreach (var capability in plan.Capabilities)
            await leeds.SignOffCapabilityAsync(new() { RequestId = People.NewRequest(), Name = plan.Name, Capability = capability, On = People.Day(-2) });
        var completed = (await leeds.CompletePreceptorshipAsync(new() { RequestId = People.NewRequest(), Name = plan.Name, On = People.Day(-1) })).Preceptorship;
        Assert.Equal(People.Day(-1), completed.CompletedOn);

        var mine = Client("applicant", "preceptee");
        Assert.Equal(completed, (await mine.GetPreceptorshipAsync(new() { Name = plan.Name, MinimumVersion = completed.Version })).Preceptorship);
        Assert.Equal(completed, Assert.Single((await mine.ListPreceptorshipsAsync(new() { Registrant = plan.Registrant })).Preceptorships));
    }

    [Fact]
    public async Task For_another_department_and_another_registrant_it_does_not_exist()
    {
        var plan = await Planned("hidden-preceptee");
        foreach (var other in new[] { Client("employer", "hr", "RJ1"), Client("applicant", "curious") })
        {
            await other.GetPreceptorshipAsync(new() { Name = plan.Name }).Refused(StatusCode.NotFound, "PRECEPTORSHIP_NOT_FOUND");
            await other.GetPreceptorshipAsync(new() { Name = plan.Name, MinimumVersion = 99 }).Refused(StatusCode.NotFound, "PRECEPTORSHIP_NOT_FOUND");
        }
        await Client("employer", "hr", "RJ1")
            .SignOffCapabilityAsync(new() { RequestId = People.NewRequest(), Name = plan.Name, Capability = "Obstetric dating", On = People.Day(-1) })
            .Refused(StatusCode.NotFound, "PRECEPTORSHIP_NOT_FOUND");
        Assert.Empty((await Client("employer", "hr", "RJ1").ListPreceptorshipsAsync(new())).Preceptorships);
        await Client("applicant", "curious").ListPreceptorshipsAsync(new() { Registrant = plan.Registrant }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await Client("applicant", "curious").ListPreceptorshipsAsync(new()).Refused(StatusCode.InvalidArgument, "REQUIRED");
    }

    [Fact]
    public async Task Only_a_department_or_a_registrar_signs_off_and_only_an_accreditor_endorses()
    {
        await Client("applicant", "eager").SignOffCapabilityAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await Client("registrar").EndorseDepartmentAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await Client("accreditor").WithdrawEndorsementAsync(new() { RequestId = People.NewRequest(), Name = "departments/RJ1", Reasons = "Why." })
            .Refused(StatusCode.NotFound, "DEPARTMENT_NOT_FOUND");
        await Client("accreditor").EndorseDepartmentAsync(new() { RequestId = People.NewRequest(), Name = "departments/rr8", From = People.Today })
            .Refused(StatusCode.InvalidArgument, "NOT_A_NAME");
    }

    private async Task<Preceptorship> Planned(string subject)
    {
        var plan = new Preceptorship
        {
            Registrant = $"registrants/{await _people.Registered(subject)}",
            Department = "RR8",
            From = People.Day(-20),
            Capabilities = { "Obstetric dating", "Abdominal aorta" },
        };
        return (await Client("applicant", subject).PlanPreceptorshipAsync(new() { RequestId = People.NewRequest(), Preceptorship = plan })).Preceptorship;
    }

    private PreceptorshipService.PreceptorshipServiceClient Client(string role, string? subject = null, string? organisation = null) =>
        new(register.InRole(role, subject, organisation));
}
