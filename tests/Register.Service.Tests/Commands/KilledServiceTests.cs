using System.Collections.Concurrent;
using Grpc.Core;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Commands;

/// <summary>Killed at any instant, an acknowledged command is never lost, an unacknowledged one can be repeated, and reactions go on.</summary>
public sealed class KilledServiceTests
{
    private const int Kills = 3;

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task Killed_again_and_again_amid_commands_nothing_acknowledged_is_lost_and_nothing_is_doubled(int? nodesOfEventStoreDb)
    {
        await using var cluster = nodesOfEventStoreDb is { } nodes ? await StandInCluster.Start(nodes) : null;
        await using var service = await ServiceProcess.Start(await PostgresOfTheRun.NewDatabase(), eventStoreDb: cluster?.ConnectionString());
        var people = new People(service);
        var acknowledged = new ConcurrentDictionary<string, AccreditProgrammeResponse>();
        var unacknowledged = new ConcurrentBag<AccreditProgrammeRequest>();

        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = acknowledged.Count + new Random(kill).Next(20, 100);
            var load = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Send)));
            await Eventually.Get(() => Task.FromResult(acknowledged.Count), count => count >= enough, pause: TimeSpan.FromMilliseconds(1));
            await service.Kill();
            await load;
            await service.Start();

            Assert.NotEmpty(unacknowledged);
            while (unacknowledged.TryTake(out var request))
                acknowledged[request.RequestId] = await people.Accreditor.AccreditProgrammeAsync(request);
        }

        foreach (var (requestId, answer) in acknowledged)
            Assert.Equal(answer, await people.Accreditor.AccreditProgrammeAsync(new() { RequestId = requestId, Programme = People.AProgramme() }));
        var names = acknowledged.Values.Select(a => a.Programme.Name).Order().ToList();
        Assert.Equal(names, (await Eventually.Get(() => Names(people), listed => listed.Count >= names.Count)).Order());
        Assert.Equal(names.Count, await people.Auditor.ReadEvents(new()).ResponseStream.ReadAllAsync().CountAsync());
        if (cluster is not null)
        {
            var relay = new RelayService.RelayServiceClient(service.InRole("operator"));
            Assert.Equal("", (await relay.VerifyRelay(new()).ResponseStream.ReadAllAsync().LastAsync()).Difference);
        }

        async Task Send()
        {
            while (true)
            {
                var request = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme() };
                try
                {
                    acknowledged[request.RequestId] = await people.Accreditor.AccreditProgrammeAsync(request);
                }
                catch (RpcException)
                {
                    unacknowledged.Add(request);
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task Killed_while_reactions_run_each_granted_application_still_gets_one_number()
    {
        await using var service = await ServiceProcess.Start(await PostgresOfTheRun.NewDatabase());
        var people = new People(service);
        var applications = new List<(string Subject, Application Application)>();
        for (var i = 0; i < 12; i++)
        {
            var application = await people.Applied($"applicant-{i}");
            await people.CheckedByAda(application);
            applications.Add(($"applicant-{i}", application));
        }

        await Task.WhenAll(applications.Select(a => people.Grace.GrantApplicationAsync(
            new() { RequestId = People.NewRequest(), Name = a.Application.Name, Reasons = "Satisfied." }).ResponseAsync));
        await service.Kill();
        await service.Start();

        var numbers = await Task.WhenAll(applications.Select(a => people.NumberOf(a.Application, a.Subject)));
        Assert.Equal(12, numbers.Distinct().Count());
        var all = await people.Auditor.ReadEvents(new()).ResponseStream.ReadAllAsync().Select(r => r.Event.Type).ToListAsync();
        Assert.Equal((12, 12), (all.Count(t => t == "registration-number-reserved"), all.Count(t => t == "registrant-registered")));
    }

    private static async Task<List<string>> Names(People people)
    {
        var names = new List<string>();
        var token = "";
        do
        {
            var page = await people.Accreditor.ListProgrammesAsync(new() { PageSize = 1000, PageToken = token });
            names.AddRange(page.Programmes.Select(p => p.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return names;
    }
}
