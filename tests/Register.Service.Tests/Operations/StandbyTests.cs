using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Register.Service.Tests.Renewal;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Operations;

/// <summary>Of two instances on one database, one keeps the views; the other stands by, answers, and goes on when the first is gone.</summary>
public sealed class StandbyTests : IAsyncLifetime
{
    private ServiceProcess _keeper = null!;
    private ServiceProcess _standby = null!;

    public async Task InitializeAsync()
    {
        var database = await PostgresOfTheRun.NewDatabase();
        _keeper = await ServiceProcess.Start(database, "2026-03-02");
        _standby = await ServiceProcess.Start(database, "2026-03-02");
        Assert.DoesNotContain("standby", await Health(_keeper), StringComparison.Ordinal);
        Assert.Contains("standby", await Health(_standby), StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await _standby.DisposeAsync();
        await _keeper.DisposeAsync();
    }

    [Fact] // R17
    public async Task When_the_keeper_is_killed_the_other_goes_on_and_nothing_is_done_twice()
    {
        var before = await new Registrants(_standby).Registered("before-the-kill");
        Assert.Equal(before, (await new Registrants(_keeper).Events(before))[0].Resource.Split('/')[1]);

        await _keeper.Kill();
        var registrants = new Registrants(_standby);
        var after = await registrants.Registered("after-the-kill"); // views and reactions go on
        Assert.DoesNotContain("standby", await Health(_standby), StringComparison.Ordinal);
        await registrants.MoveTo(2028, 3, 5); // and so does what falls due
        foreach (var number in new[] { before, after })
        {
            var types = (await registrants.Events(number)).Select(e => e.Type).ToList();
            Assert.Single(types, "registrant-registered");
            Assert.Single(types, "registration-lapsed");
            Assert.Equal(types.Count(t => t == "notification-sent"), (await registrants.Notices(number)).Count);
            Assert.Equal(types.Distinct().Count(t => t == "notice-given"), types.Count(t => t == "notice-given"));
        }

        // The one that was killed stands by when it is back.
        await _keeper.Start();
        Assert.Contains("standby", await Health(_keeper), StringComparison.Ordinal);
        Assert.Equal(await Types(registrants, after), await Types(new Registrants(_keeper), after));
    }

    [Fact]
    public async Task While_the_keeper_builds_a_view_anew_the_standby_says_of_nobody_on_the_register_that_they_are_not()
    {
        var number = await new Registrants(_keeper).Registered("rebuilt-elsewhere");
        var anybody = new VerificationService.VerificationServiceClient(_standby.Anyone);
        await Eventually.Get(() => Code(anybody, number), code => code == StatusCode.OK);
        var codes = new ConcurrentBag<StatusCode>();
        using var stop = new CancellationTokenSource();
        var checks = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                codes.Add(await Code(anybody, number));
        });

        for (var i = 0; i < 3; i++)
            await Rebuild(_keeper);
        await stop.CancelAsync();
        await checks;

        Assert.Equal([StatusCode.OK, StatusCode.Unavailable], codes.Distinct().Order()); // R33
        await Eventually.Get(() => Code(anybody, number), code => code == StatusCode.OK);
    }

    [Fact]
    public async Task The_standby_builds_no_view()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Rebuild(_standby));
        Assert.Equal((StatusCode.Unavailable, "VIEWS_KEPT_ELSEWHERE"), (refusal.StatusCode, refusal.Reason()));
    }

    private static async Task Rebuild(ServiceProcess service) =>
        await new OperationsService.OperationsServiceClient(service.InRole("operator"))
            .RebuildViews(new() { Views = { "register-entry" } }).ResponseStream.ReadAllAsync().ToListAsync();

    private static async Task<StatusCode> Code(VerificationService.VerificationServiceClient anybody, string number)
    {
        try
        {
            await anybody.VerifyRegistrationAsync(new() { RegistrationNumber = number });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    private static async Task<List<string>> Types(Registrants registrants, string number) => [.. (await registrants.Events(number)).Select(e => e.Type)];

    private static async Task<string> Health(ServiceProcess service)
    {
        using var answer = await service.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
