using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.Service.Tests.EventStore.StandIn;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>Whatever goes wrong on the way, an append is made once or not at all, and its caller is told which.</summary>
public sealed class AppendFaultTests
{
    public static TheoryData<string> Faults => [.. Enum.GetNames<AppendFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_append_that_meets_a_fault_is_made_once(string fault)
    {
        await using var ledger = await Start(options: "tls=false&defaultDeadline=1000");
        var stream = NewStream();
        NewEvent[] first = [AnEvent("a"), AnEvent("b")], second = [AnEvent("c")];
        ledger.OnAppends(Enum.Parse<AppendFault>(fault), AppendFault.None, Enum.Parse<AppendFault>(fault));

        Assert.Equal(new AppendResult.Appended(2), await ledger.Append(stream, 0, first));
        Assert.Equal(new AppendResult.Appended(3), await ledger.Append(stream, 2, second));
        Assert.Equal([.. first.Select(e => e.Id), second[0].Id], await ledger.Ids(stream));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_append_at_any_version_that_meets_a_fault_is_made_once_also_where_the_server_forgets_ids(string fault)
    {
        await using var ledger = await Start(options: "tls=false&defaultDeadline=1000");
        ledger.Cluster.Log.KnowsIds = false;
        var stream = NewStream();
        NewEvent[] first = [AnEvent("a"), AnEvent("b")], second = [AnEvent("c")];
        ledger.OnAppends(Enum.Parse<AppendFault>(fault), AppendFault.None, Enum.Parse<AppendFault>(fault));

        Assert.Equal(new AppendResult.Appended(2), await ledger.Append(stream, ExpectedVersion.Any, first));
        Assert.Equal(new AppendResult.Appended(3), await ledger.Append(stream, ExpectedVersion.Any, second));
        Assert.Equal([.. first.Select(e => e.Id), second[0].Id], await ledger.Ids(stream));
    }

    [Fact]
    public async Task An_append_at_any_version_whose_outcome_stayed_unknown_is_found_later_wherever_the_stream_is_then()
    {
        await using var ledger = await Start(attempts: 1);
        ledger.Cluster.Log.KnowsIds = false;
        var stream = NewStream();
        NewEvent stored = AnEvent("stored"), lost = AnEvent("lost"), another = AnEvent("another's");
        ledger.OnAppends(AppendFault.DroppedAfter, AppendFault.DroppedBefore);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Append(stream, ExpectedVersion.Any, stored));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Append(stream, ExpectedVersion.Any, lost));

        Assert.Equal(new AppendResult.Appended(2), await ledger.Append(stream, ExpectedVersion.Any, another));
        Assert.Equal(new AppendResult.Appended(1), await ledger.Append(stream, ExpectedVersion.Any, stored));
        Assert.Equal(new AppendResult.Appended(3), await ledger.Append(stream, ExpectedVersion.Any, lost));
        Assert.Equal([stored.Id, another.Id, lost.Id], await ledger.Ids(stream));
    }

    [Fact]
    public async Task Of_an_append_whose_answer_was_lost_the_stream_is_asked_and_not_believed_to_be_another_version()
    {
        await using var ledger = await Start();
        ledger.Cluster.Log.KnowsIds = false;
        var stream = NewStream();
        var mine = AnEvent("mine");
        ledger.OnAppends(AppendFault.DroppedAfter, AppendFault.TimedOutAfter);
        Assert.Equal(new AppendResult.Appended(1), await ledger.Append(stream, 0, mine));

        ledger.OnAppends(AppendFault.TimedOutBefore);
        Assert.Equal(new AppendResult.WrongVersion(1), await ledger.Append(stream, 0, AnEvent("another's")));
        Assert.Equal([mine.Id], await ledger.Ids(stream));
    }

    [Fact]
    public async Task A_ledger_that_stays_away_is_unavailable_and_the_append_can_be_sent_again_later()
    {
        await using var ledger = await Start(attempts: 4);
        var stream = NewStream();
        var e = AnEvent("x");
        ledger.Cluster.OnAppend = () => AppendFault.DroppedAfter;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Append(stream, 0, e));

        ledger.OnAppends();
        Assert.Equal(new AppendResult.Appended(1), await ledger.Append(stream, 0, e));
        Assert.Equal([e.Id], await ledger.Ids(stream));
    }

    [Fact]
    public async Task The_leader_that_a_node_names_is_gone_to_without_asking_around()
    {
        await using var ledger = await Start();
        var stream = NewStream();
        await ledger.Append(stream, 0, AnEvent("a"));
        var asked = ledger.Cluster.GossipCalls;

        ledger.Cluster.MoveLeader();
        Assert.Equal(new AppendResult.Appended(2), await ledger.Append(stream, 1, AnEvent("b")));
        Assert.Equal(asked, ledger.Cluster.GossipCalls);
    }

    [Fact]
    public async Task One_node_named_without_discovery_is_used_as_it_is()
    {
        await using var cluster = await StandInCluster.Start(1);
        var one = ConnectionString.Parse($"esdb://127.0.0.1:{cluster.Leader.Port}?tls=false&discoveryInterval=1");
        using var ledger = new EventStoreDbLedger(one, TimeProvider.System);
        var store = await KeysOfTheRun.StoreOver(ledger);
        var faults = new Queue<AppendFault>([AppendFault.DroppedAfter]);
        cluster.OnAppend = () => faults.TryDequeue(out var fault) ? fault : AppendFault.None;

        Assert.Equal(new AppendResult.Appended(1), await store.Append(NewStream(), 0, [AnEvent("x")], CancellationToken.None));
        Assert.Equal(0, cluster.GossipCalls);
    }

    [Fact]
    public async Task A_stream_is_read_from_the_leader_so_that_it_shows_what_was_just_appended()
    {
        await using var ledger = await Start(options: "tls=false&nodePreference=follower");
        var stream = NewStream();
        await ledger.Append(stream, 0, AnEvent("a"));
        ledger.Cluster.MoveLeader();
        Assert.Single(await ledger.Ids(stream));
        Assert.Single(await ledger.Store.ReadAll(0, CancellationToken.None).ToListAsync());
    }
}
