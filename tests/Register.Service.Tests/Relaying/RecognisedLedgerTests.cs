using Register.EventStore;
using Register.EventStore.Relay;
using Register.Service.Relaying;
using static Register.Service.Tests.EventStore.EventStoreDb.EventStoreDbFixture;

namespace Register.Service.Tests.Relaying;

/// <summary>Nothing is appended to a ledger that may be another than the one that was copied.</summary>
public sealed class RecognisedLedgerTests
{
    [Fact]
    public async Task An_append_waits_until_the_ledger_is_recognised_and_again_after_it_was_away()
    {
        await using var relayed = await RelayFixture.Start();
        var progress = new RelayProgress(TimeProvider.System);
        var ledger = new RecognisedLedger(relayed.Ledger.Ledger, progress);
        var stream = NewStream();

        for (var version = 0; version < 2; version++)
        {
            var append = ledger.Append(stream, version, [await RelayFixture.Stored(stream, AnEvent($"{version}"))], CancellationToken.None);
            Assert.False(append.IsCompleted);
            Assert.Equal(version, await relayed.Ledger.Ledger.ReadStream(stream, 1, CancellationToken.None).CountAsync());
            progress.CopiedTo(0, 0);
            Assert.Equal(new AppendResult.Appended(version + 1), await append);
            progress.Stopped("It went away.");
        }
    }

    [Fact]
    public async Task To_a_ledger_that_is_another_nothing_is_appended()
    {
        await using var relayed = await RelayFixture.Start();
        var progress = new RelayProgress(TimeProvider.System);
        progress.CopiedTo(0, 0);
        progress.Stopped("It is another ledger.", isForeign: true);
        var stream = NewStream();
        var e = await RelayFixture.Stored(stream, AnEvent("a"));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => new RecognisedLedger(relayed.Ledger.Ledger, progress).Append(stream, 0, [e], CancellationToken.None));
        Assert.Equal(0, await relayed.Ledger.Ledger.ReadStream(stream, 1, CancellationToken.None).CountAsync());
    }
}
