using Register.Domain;

namespace Register.EventStore;

/// <summary>The ledger: the one place where what happened is kept, in order, for ever.</summary>
/// <remarks>Versions count the events of a stream from 1; version 0 is a stream that does not exist. Positions grow along the whole ledger, with gaps.</remarks>
public interface IEventStore
{
    /// <summary>Appends events to one stream if it is at the version expected, or at whichever it is where any will do; all of them or none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">An exact version, or <see cref="ExpectedVersion.Any"/>: then the stream is looked through for the events first, and
    /// where it holds them, nothing is appended.</param>
    /// <param name="events">At least one.</param>
    /// <param name="cancellation">Stops waiting; they may be appended all the same.</param>
    /// <returns>The new version, or the version the stream was found at. At any version always the version that the events make, the first time and
    /// each time after, however many append meanwhile.</returns>
    /// <exception cref="LedgerUnavailableException">The outcome is unknown: append the same events again at the same version. If they were appended, that
    /// is the wrong version now, or a ledger that knows them by their ids confirms them, as every ledger does at any version; never are they appended
    /// twice.</exception>
    Task<AppendResult> Append(StreamId stream, ExpectedVersion expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation);

    /// <summary>The events of one stream, oldest first; none when there is no such stream.</summary>
    IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long fromVersion, CancellationToken cancellation);

    /// <summary>The events of one stream, newest first; none when there is no such stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="fromVersion">The version to begin with; null, or one that the stream has not reached, begins with its last event.</param>
    /// <param name="limit">How many events at most.</param>
    /// <param name="cancellation">Stops reading.</param>
    IAsyncEnumerable<RecordedEvent> ReadStreamBackward(StreamId stream, long? fromVersion, int limit, CancellationToken cancellation);

    /// <summary>The position of the last event of the ledger; 0 where there is none. Nothing that is recorded later comes before it.</summary>
    Task<long> LastPosition(CancellationToken cancellation);

    /// <summary>Every event after a position, in ledger order, up to the end as it is now.</summary>
    IAsyncEnumerable<RecordedEvent> ReadAll(long afterPosition, CancellationToken cancellation);

    /// <summary>Every event after a position, in ledger order, and then new ones as they are recorded, until cancelled.</summary>
    IAsyncEnumerable<RecordedEvent> SubscribeAll(long afterPosition, CancellationToken cancellation);
}

/// <summary>How an append ended.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>The events are durable, and the stream is at this version.</summary>
    public sealed record Appended(long Version) : AppendResult;

    /// <summary>Nothing was appended: the stream was at another version.</summary>
    public sealed record WrongVersion(long Actual) : AppendResult;
}

/// <summary>An event to append. An id stands for one content: the same events sent again have the same ids, and no others do.</summary>
public sealed record NewEvent(Guid Id, object Data, EventMetadata Metadata);

/// <summary>An event as the ledger holds it.</summary>
public sealed record RecordedEvent(StreamId Stream, long Version, long Position, Guid Id, string Name, object Data, EventMetadata Metadata);

/// <summary>Who, when and why, kept beside each event.</summary>
/// <param name="RequestId">The request that caused it: the key of idempotency, for ever.</param>
/// <param name="Command">The name of the command that request was.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="RecordedAt">When, UTC (R1).</param>
/// <param name="CorrelationId">Shared by everything that followed from one call.</param>
/// <param name="CausationId">The event that caused it, where a reaction did.</param>
/// <param name="TraceParent">The W3C trace context of the call, so that a projection can be seen as part of it.</param>
public sealed record EventMetadata(
    Guid RequestId, string Command, Actor Actor, DateTimeOffset RecordedAt, string CorrelationId, Guid? CausationId = null, string? TraceParent = null);

/// <summary>The ledger cannot be reached, or did not say how an append ended.</summary>
public sealed class LedgerUnavailableException(string message, Exception inner) : Exception(message, inner);
