namespace Register.EventStore.Relay;

/// <summary>How it is with the ledger and the relay, for whoever asks: health, metrics, operators.</summary>
public sealed class RelayProgress(TimeProvider time)
{
    private readonly Lock _changing = new();
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

    private bool IsLevel => _status.Copied >= _status.Ledger;

    /// <summary>The ledger answered: its last position.</summary>
    public void LedgerAt(long position) => Change(s => s with { Ledger = Math.Max(position, s.Copied), Away = null });

    /// <summary>The ledger does not answer, and why.</summary>
    /// <returns>Whether this is news: what the relay has met already is not said again.</returns>
    public bool LedgerAway(string reason)
    {
        lock (_changing)
        {
            var known = _status.Away == reason || _status.Stopped == reason;
            _status = _status with { Away = reason };
            return !known;
        }
    }

    /// <summary>The copy is this far, and this many events were added by this instance.</summary>
    public void CopiedTo(long position, int events) =>
        Change(s => s with { Copied = position, Ledger = Math.Max(s.Ledger, position), Events = s.Events + events, Stopped = null });

    /// <summary>The relay copies no more, and why.</summary>
    /// <returns>Whether this is news: why the ledger is away is not said again.</returns>
    public bool Stopped(string reason)
    {
        lock (_changing)
        {
            var known = _status.Away == reason || _status.Stopped == reason;
            _status = _status with { Stopped = reason };
            return !known;
        }
    }

    private void Change(Func<RelayStatus, RelayStatus> change)
    {
        lock (_changing)
        {
            if (IsLevel)
                _levelAt = time.GetTimestamp();
            _status = change(_status);
        }
    }
}

/// <summary>How it is with the ledger and the relay.</summary>
/// <param name="Ledger">The last position of the ledger, as far as known.</param>
/// <param name="Copied">The position of the last event copied.</param>
/// <param name="Events">How many events this instance has copied.</param>
/// <param name="Behind">For how long the copy has been behind the ledger; nothing when it is level.</param>
/// <param name="Away">Why the ledger does not answer; null when it does.</param>
/// <param name="Stopped">Why nothing is copied any more; null when all is well.</param>
public sealed record RelayStatus(long Ledger, long Copied, long Events, TimeSpan Behind, string? Away, string? Stopped);
