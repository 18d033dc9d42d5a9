using Register.Domain;
using Register.Domain.Practice;
using Register.EventStore.Streams;
using Register.Service.Commands;

namespace Register.Service.Tests.EventStore.EventStoreDb;

/// <summary>The promise of the request_id on a ledger that knows events by their ids.</summary>
public sealed class RequestIdTests
{
    private static readonly OdsCode Department = OdsCode.Parse("RR8", null);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_request_sent_to_two_instances_is_answered_by_both_with_what_the_first_decided()
    {
        await using var ledger = await EventStoreDbFixture.Start();
        using var one = new StreamStates(ledger.Store);
        using var two = new StreamStates(ledger.Store);
        await Endorse(ledger, two, Guid.NewGuid(), from: 2026, Now);

        var request = Guid.NewGuid();
        var answer = await Endorse(ledger, one, request, from: 2027, Now.AddSeconds(1));

        // The second instance does not know of it yet, and decides anew: at a version that is gone.
        await Assert.ThrowsAsync<ConflictException>(() => Endorse(ledger, two, request, from: 2027, Now.AddSeconds(2)));
        var again = await Endorse(ledger, two, request, from: 2027, Now.AddSeconds(2));

        Assert.Equal((answer.Version, answer.EventCount), (again.Version, again.EventCount));
        Assert.Equal(answer.State.Endorsements.AsEnumerable(), again.State.Endorsements);
        Assert.Equal(2, (await ledger.Ids(DepartmentState.StreamOf(Department))).Count);
    }

    private static Task<CommandOutcome<DepartmentState, DepartmentEvent>> Endorse(
        EventStoreDbFixture ledger, StreamStates streams, Guid request, int from, DateTimeOffset now) =>
        new CommandExecutor(ledger.Store, streams, new Stopped(now)).Execute(
            new EndorseDepartment(Department, new DateOnly(from, 1, 1)),
            new CommandOrigin(request, new Actor("officer-1", Roles.FtpOfficer), "correlation"),
            CancellationToken.None);

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
