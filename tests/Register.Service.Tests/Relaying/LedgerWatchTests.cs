using Microsoft.Extensions.Logging.Abstractions;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Relay;
using Register.Service.Relaying;

namespace Register.Service.Tests.Relaying;

/// <summary>How often the ledger is asked whether it answers.</summary>
public sealed class LedgerWatchTests
{
    [Fact]
    public async Task A_ledger_that_does_not_answer_is_asked_less_and_less_often_and_every_second_once_it_does()
    {
        const int refusals = 8;
        var time = new HurriedTime();
        var ledger = new RefusingLedger(refusals);
        using var watch = new LedgerWatch(ledger, new(TimeProvider.System), time, NullLogger<LedgerWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        await ledger.Answered(times: 3).WaitAsync(TimeSpan.FromMinutes(1));
        await watch.StopAsync(CancellationToken.None);

        double[] expected = [1, 2, 4, 8, 16, 30, 30, 30, 1, 1];
        Assert.Equal(expected, time.Waits.Take(expected.Length).Select(wait => wait.TotalSeconds));
    }

    /// <summary>A clock on which every wait is over at once, and written down.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private readonly Lock _writing = new();
        private readonly List<TimeSpan> _waits = [];

        public IReadOnlyList<TimeSpan> Waits
        {
            get
            {
                lock (_writing)
                    return [.. _waits];
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_writing)
                _waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    /// <summary>A ledger that refuses so often, and then answers.</summary>
    private sealed class RefusingLedger(int refusals) : ILedger
    {
        private readonly Dictionary<int, TaskCompletionSource> _answers = [];
        private int _asked;

        public Task Answered(int times)
        {
            lock (_answers)
                return At(refusals + times).Task;
        }

        public Task<long> LastPosition(CancellationToken cancellation)
        {
            lock (_answers)
            {
                At(++_asked).TrySetResult();
                return _asked > refusals ? Task.FromResult(7L) : throw new LedgerUnavailableException("EventStoreDB: no.", new IOException());
            }
        }

        public Task<AppendResult> Append(
            StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<StoredEvent> events, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<LedgerEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation) => throw new NotSupportedException();

        public IAsyncEnumerable<LedgerEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<LedgerEvent> ReadAll(long afterPosition, CancellationToken cancellation) => throw new NotSupportedException();

        public IAsyncEnumerable<LedgerEvent> SubscribeAll(long afterPosition, CancellationToken cancellation) => throw new NotSupportedException();

        private TaskCompletionSource At(int asked)
        {
            if (!_answers.TryGetValue(asked, out var answer))
                _answers[asked] = answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return answer;
        }
    }
}
