using System.Diagnostics;
using EventStore.Client;
using Register.Domain;
using Register.EventStore.Ledger;

namespace Register.EventStore.EventStoreDb;

/// <summary>An append as the official client sends it.</summary>
internal sealed class SentAppend(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, TimeSpan deadline, TimeProvider time)
{
    private readonly EventData[] _events = [.. events.Select(OfficialEvents.Proposed)];

    /// <summary>Sends it once.</summary>
    /// <exception cref="TimeoutException">There was no answer in time. Over a call that many appends share, the client waits for ever by itself.</exception>
    public async Task<AppendResult> Send(EventStoreClient client, CancellationToken cancellation)
    {
        // The client would write the trace of this call into the events' metadata, and another at the next try; what is written down has its own.
        Activity.Current = null;
        var name = stream.ToString();
        var sent = expectedVersion == 0
            ? client.AppendToStreamAsync(name, StreamState.NoStream, _events, AnswerAsValue, deadline, cancellationToken: cancellation)
            : client.AppendToStreamAsync(
                name, new StreamRevision(Place.RevisionOf(expectedVersion)), _events, AnswerAsValue, deadline, cancellationToken: cancellation);
        return await sent.WaitAsync(deadline, time, cancellation) is WrongExpectedVersionResult wrong
            ? new AppendResult.WrongVersion(wrong.ActualStreamRevision == StreamRevision.None ? 0 : Place.VersionOf(wrong.ActualStreamRevision))
            : new AppendResult.Appended(expectedVersion + _events.Length);
    }

    // Another version is an answer, not an exception.
    private static void AnswerAsValue(EventStoreClientOperationOptions options) => options.ThrowOnAppendFailure = false;
}
