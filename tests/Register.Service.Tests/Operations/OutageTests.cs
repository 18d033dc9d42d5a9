using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Register.Service.Embedded;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Operations;

/// <summary>When PostgreSQL is away, callers are told to come back, and the register recovers by itself.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("register-outage-").FullName;
    private EmbeddedPostgres? _postgres;

    public async Task InitializeAsync() => _postgres = await StartPostgres();

    public async Task DisposeAsync()
    {
        await _postgres!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task PostgreSQL_stopped_under_load_is_UNAVAILABLE_and_then_all_goes_on()
    {
        await using var service = await ServiceProcess.Start(_postgres!.ConnectionString);
        var people = new People(service);
        var codes = new ConcurrentBag<StatusCode>();
        using var stop = new CancellationTokenSource();
        await people.Registered("before");
        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Send(people, codes, stop.Token))));

        await Eventually.Get(() => Task.FromResult(codes.Count(c => c == StatusCode.OK)), count => count > 50);
        await _postgres.DisposeAsync();
        await Eventually.Get(() => Task.FromResult(codes.Count(c => c == StatusCode.Unavailable)), count => count > 50);
        var before = codes.Count(c => c == StatusCode.OK);
        _postgres = await StartPostgres(forTheLastTime: true);
        await Eventually.Get(() => Task.FromResult(codes.Count(c => c == StatusCode.OK)), count => count > before + 50);
        await stop.CancelAsync();
        await load;

        Assert.Equal([StatusCode.OK, StatusCode.Unavailable], codes.Distinct().Order());
        Assert.StartsWith("SON", await people.Registered("after"), StringComparison.Ordinal); // views and reactions go on, too
    }

    private static async Task Send(People people, ConcurrentBag<StatusCode> codes, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await people.Accreditor.AccreditProgrammeAsync(
                    new() { RequestId = People.NewRequest(), Programme = People.AProgramme() }, cancellationToken: CancellationToken.None);
                codes.Add(StatusCode.OK);
            }
            catch (RpcException e)
            {
                codes.Add(e.StatusCode);
                await Task.Yield();
            }
        }
    }

    private Task<EmbeddedPostgres> StartPostgres(bool forTheLastTime = false) => EmbeddedPostgres.Start(
        _folder, new EmbeddedPostgresOptions { Durable = false, DeleteWhenStopped = forTheLastTime }, NullLogger.Instance, CancellationToken.None);
}
