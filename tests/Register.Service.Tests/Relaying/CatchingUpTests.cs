using Grpc.Core;
using Npgsql;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;
using Register.Views;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Relaying;

/// <summary>While PostgreSQL does not hold what the ledger holds, an instance says of nobody that they are not on the register (R33), and is not ready:
/// whether it keeps the views or stands by, on an empty database or on an older one.</summary>
public sealed class CatchingUpTests : BehindTheLedger
{
    [Fact]
    public async Task The_keeper_on_an_empty_database_answers_and_is_ready_once_it_has_caught_up_and_no_view_is_on_record_before()
    {
        var number = await new People(Register).Registered("kept-empty");
        Flows.Reset();
        await Register.RestartAfter(Empty);
        await IsBehind(Register, number);
        Assert.Equal(0, await ViewsOnRecord());
        var rebuild = await Assert.ThrowsAsync<RpcException>(
            () => new OperationsService.OperationsServiceClient(Register.InRole("operator")).RebuildViews(new()).ResponseStream.MoveNext());
        Assert.Equal((StatusCode.Unavailable, "VIEW_BEHIND"), (rebuild.StatusCode, rebuild.Reason()));

        Flows.Set();
        await CatchesUp(Register, number);
        Assert.Equal(ViewRebuilds.Names.Count, await ViewsOnRecord());
    }

    [Fact]
    public async Task A_standby_on_an_empty_database_answers_and_is_ready_once_it_has_caught_up()
    {
        var number = await new People(Register).Registered("standby-empty");
        Flows.Reset();
        await Register.RestartAfter(Empty);
        var standby = new AnotherOnEventStoreDb(Register);
        await standby.InitializeAsync();
        try
        {
            Assert.Contains("standby", await IsBehind(standby, number), StringComparison.Ordinal);
            Flows.Set();
            await CatchesUp(standby, number);
            await CatchesUp(Register, number);
        }
        finally
        {
            await standby.DisposeAsync();
        }
    }

    [Fact]
    public async Task When_the_keeper_goes_half_way_the_standby_catches_up_in_its_place()
    {
        var number = await new People(Register).Registered("half-way");
        var until = Register.Cluster.Log.All().Length / 2;
        Flows.Reset();
        var delivered = 0;
        Register.Cluster.OnDelivery = () =>
        {
            if (Interlocked.Increment(ref delivered) > until)
                Flows.Wait();
            return DeliveryFault.None;
        };
        await Register.RestartAfter(Empty);
        await Eventually.Get(() => Ask<bool>("select exists (select from register.mt_events)"), isHalfWay => isHalfWay);
        var standby = new AnotherOnEventStoreDb(Register);
        await standby.InitializeAsync();
        try
        {
            await IsBehind(standby, number);
            await Register.RestartAfter(async () =>
            {
                await IsBehind(standby, number);
                Flows.Set();
                await CatchesUp(standby, number);
            });
            await CatchesUp(Register, number);
        }
        finally
        {
            await standby.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_view_that_an_older_version_does_not_build_keeps_no_standby_from_being_ready()
    {
        var number = await new People(Register).Registered("older-keeper");
        await Eventually.Get(ViewsOnRecord, count => count == ViewRebuilds.Names.Count);
        await Ask<object?>("delete from operations.view_shape where view = 'department-list'");
        var standby = new AnotherOnEventStoreDb(Register);
        await standby.InitializeAsync();
        try
        {
            await CatchesUp(standby, number);
            Assert.Contains("standby", (await Readiness(standby)).Said, StringComparison.Ordinal);
        }
        finally
        {
            await standby.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_standby_on_an_older_database_believes_no_record_that_is_as_old()
    {
        await new People(Register).Registered("in-the-backup");
        await ((FallingDue.Settling)Register.Services.GetService(typeof(FallingDue.Settling))!).Wait(CancellationToken.None);
        await Register.RestartAfter(KeepCopyOfDatabase);
        var number = await new People(Register).Registered("since-the-backup");
        await using var keeper = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Register.ConnectionString) { Pooling = false }.ConnectionString);
        await Register.RestartAfter(async () =>
        {
            await BringBackCopyOfDatabase();
            await keeper.OpenAsync();
            await using var take = new NpgsqlCommand($"select pg_advisory_lock({LockOfTheKeeper})", keeper);
            await take.ExecuteScalarAsync();
        });

        // The copy is level soon. The views are not: nobody keeps them.
        await Eventually.Get(() => Relay(Register), relay => relay.LedgerPosition > 0 && relay.CopiedPosition == relay.LedgerPosition);
        Assert.Contains("standby", await IsBehind(Register, number), StringComparison.Ordinal);
        Assert.Equal(ViewRebuilds.Names.Count, await ViewsOnRecord());

        await keeper.CloseAsync();
        await CatchesUp(Register, number);
    }

    [Fact]
    public async Task With_the_ledger_away_at_the_start_nobody_is_told_anything_and_all_goes_on_when_it_is_back()
    {
        var number = await new People(Register).Registered("away-at-start");
        Register.Configure = cluster => cluster.ConnectionString(attempts: 2);
        foreach (var node in Register.Cluster.Nodes)
            node.Die();
        await Register.RestartAfter(Empty);
        var standby = new AnotherOnEventStoreDb(Register);
        await standby.InitializeAsync();
        try
        {
            await Register.Readiness(isReady: false, "could say who leads");
            foreach (var instance in new RunningRegister[] { Register, standby })
            {
                Assert.Equal(StatusCode.Unavailable, await Code(instance, number));
                Assert.Contains(Reason, (await Readiness(instance)).Said, StringComparison.Ordinal);
            }
            Assert.Equal(0, await ViewsOnRecord());

            foreach (var node in Register.Cluster.Nodes)
                node.Return();
            await CatchesUp(standby, number);
            await CatchesUp(Register, number);
        }
        finally
        {
            await standby.DisposeAsync();
        }
    }
}
