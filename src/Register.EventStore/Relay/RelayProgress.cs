namespace Register.EventStore.Relay;

/// <summary>How it is with the ledger and the relay, for whoever asks: health, metrics, operators.</summary>
public sealed class RelayProgress(TimeProvider time)
{
    private readonly Lock _changing = new();
    private readonly HashSet<string> _said = [];
    private TaskCompletionSource _recognised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RelayStatus _status = new(0, 0, 0, TimeSpan.Zero, "The ledger has not answered yet.", null);
    private long _levelAt = time.GetTimestamp();

    /// <summary>How it is now.</summary>
    public RelayStatus Status
    {
        get
        {
            lock (_changing)
                return _status with { Behind = IsLevel ? TimeSpan.Zero : time.GetElapsedTime(_levelAt) };
        }
    }

    /// <summary>Done once the ledger has turned out to be the one that was copied; until then nothing may be appended to it.</summary>
    public Task Recognised
    {
        get
        {
            lock (_changing)
                return _recognised.Task;
        }
    }

    private bool IsLevel => _status.Copied >= _status.Ledger;

    /// <summary>The ledger answered: its last position.</summary>
    public void LedgerAt(long position) => Change(s => s with { Ledger = Math.Max(position, s.Copied), Away = null, HasAnswered = true });

    /// <summary>The ledger does not answer, and why.</summary>
    /// <returns>Whether this is news: what was met before, since all was well, is not said again.</returns>
    public bool LedgerAway(string reason)
    {
        Change(s => s with { Away = reason });
        return IsNews(reason);
    }

    /// <summary>The ledger is the one that was copied, the copy is this far, and this many events were added by this instance.</summary>
    public void CopiedTo(long position, int events)
    {
        Change(s => s with { Copied = position, Ledger = Math.Max(s.Ledger, position), Events = s.Events + events, Stopped = null, IsForeign = false });
        lock (_changing)
            _recognised.TrySetResult();
    }

    /// <summary>The relay copies no more, and why.</summary>
    /// <param name="isForeign">Whether the ledger is not the one that was copied.</param>
    /// <returns>Whether this is news.</returns>
    public bool Stopped(string reason, bool isForeign = false)
    {
        Change(s => s with { Stopped = reason, IsForeign = isForeign });
        lock (_changing)
        {
            // What answers next may be another ledger.
            if (_recognised.Task.IsCompleted)
                _recognised = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return IsNews(reason);
    }

    private bool IsNews(string reason)
    {
        lock (_changing)
            return _said.Add(reason);
    }

    private void Change(Func<RelayStatus, RelayStatus> change)
    {
        lock (_changing)
        {
            if (IsLevel)
                _levelAt = time.GetTimestamp();
            _status = change(_status);
            if (_status is { Away: null, Stopped: null })
                _said.Clear();
        }
    }
}

/// <summary>How it is with the ledger and the relay.</summary>
/// <param name="Ledger">The last position of the ledger, as far as known.</param>
/// <param name="Copied">The position of the last event copied.</param>
/// <param name="Events">How many events this instance has copied.</param>
/// <param name="Behind">For how long the copy has been behind the ledger; nothing when it is level. Not known until the ledger has answered.</param>
/// <param name="Away">Why the ledger does not answer; null when it does.</param>
/// <param name="Stopped">Why nothing is copied any more; null when all is well.</param>
/// <param name="IsForeign">Whether the ledger is not the one that was copied: nothing is appended to it.</param>
/// <param name="HasAnswered">Whether the ledger has ever answered.</param>
public sealed record RelayStatus(
    long Ledger, long Copied, long Events, TimeSpan Behind, string? Away, string? Stopped, bool IsForeign = false, bool HasAnswered = false);
