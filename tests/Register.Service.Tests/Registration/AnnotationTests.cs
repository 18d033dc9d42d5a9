using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Registration;

public sealed class AnnotationTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R5, R22
    public async Task A_focused_course_adds_a_practice_area_which_the_public_sees_from_its_first_day_to_the_day_before_it_is_revoked()
    {
        var zoe = await OnTheRegister.Enter(register, "annotated");
        var granted = (await zoe.Officer.GrantAnnotationAsync(await zoe.Vascular(zoe.Day(-5)))).Registrant;
        var annotation = Assert.Single(granted.Annotations);
        Assert.Equal([PracticeArea.Vascular], granted.AddedPracticeAreas);

        Assert.Empty((await zoe.Public(granted.Version, zoe.Day(-6))).AddedPracticeAreas);
        var seen = await zoe.Public(granted.Version, zoe.Day(-5));
        Assert.Equal([PracticeArea.Vascular], seen.AddedPracticeAreas);
        Assert.Equal(
            new PublicAnnotation { Kind = AnnotationKind.PracticeArea, PracticeArea = PracticeArea.Vascular, StartDate = zoe.Day(-5) },
            Assert.Single(seen.Annotations));

        var revoked = (await zoe.Officer.RevokeAnnotationAsync(
            new() { RequestId = People.NewRequest(), Name = zoe.Name, AnnotationId = annotation.AnnotationId, Reason = "Not kept up." })).Registrant;
        Assert.Equal(("Not kept up.", zoe.Day(0)), (revoked.Annotations[0].RevocationReason, revoked.Annotations[0].EndDate));
        Assert.Single((await zoe.Public(revoked.Version, zoe.Day(-1))).Annotations);
        Assert.Empty((await zoe.Public(revoked.Version)).Annotations);
    }

    [Fact] // R22
    public async Task An_award_that_does_not_cover_the_area_is_refused_by_the_rule()
    {
        var zoe = await OnTheRegister.Enter(register, "uncovered");
        var request = await zoe.Vascular(zoe.Day(0));
        request.PracticeArea = PracticeArea.Cardiac;
        var refusal = await zoe.Officer.GrantAnnotationAsync(request).Refused(StatusCode.FailedPrecondition, "AREA_NOT_IN_AWARD");
        Assert.Contains("R22", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named()
    {
        var zoe = await OnTheRegister.Enter(register, "wrong-fields");
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await zoe.Officer.GrantAnnotationAsync(
            new() { Name = zoe.Name, Programme = "programmes/none", StartDate = People.Date(2026, 2, 30) }));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal(["request_id", "kind", "programme", "candidate_number", "start_date"], refusal.Fields());
    }
}
