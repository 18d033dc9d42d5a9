using BitFaster.Caching.Lru;
using Register.Domain;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.EventStore.Keys;
using Register.EventStore.Personal;

namespace Register.EventStore.Ledger;

/// <summary>Which person's key seals what is appended to a stream: one key for a person, from the application through registration and practice.</summary>
/// <remarks>Events name the key they are sealed with, so nothing else need be kept: the key of a stream is the one its first sealed event has.</remarks>
public sealed class KeysOfStreams(ILedger ledger, PersonKeys keys)
{
    private const int StreamsKept = 200_000;
    private readonly ConcurrentLru<StreamId, long> _known = new(StreamsKept);

    /// <summary>The key for an event of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="isNew">Whether the stream has no events yet.</param>
    /// <param name="data">The event.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async ValueTask<PersonKey> For(StreamId stream, bool isNew, object data, CancellationToken cancellation)
    {
        // What a pass list says of each candidate is about another person.
        if (IsOfMany(stream))
            return await keys.New(cancellation);
        if (!isNew && await KeyOf(stream, cancellation) is { } own)
            return own;
        return PersonOf(stream, data) is { } person && await KeyOf(person, cancellation) is { } theirs ? theirs : await keys.New(cancellation);
    }

    /// <summary>Whether the events of a stream are about many persons, each about another.</summary>
    public static bool IsOfMany(StreamId stream) => stream.Category == "programme";

    /// <summary>Keeps in mind which key a stream has.</summary>
    public void Remember(StreamId stream, PersonKey key) => _known.AddOrUpdate(stream, key.Id);

    /// <summary>The ids of all keys that something in a stream is sealed with.</summary>
    public async Task<IReadOnlyCollection<long>> In(StreamId stream, CancellationToken cancellation) =>
        await ledger.ReadStream(stream, 1, cancellation).SelectMany(e => SealedJson.KeysIn(e.Event.Data).ToAsyncEnumerable()).ToHashSetAsync(cancellationToken: cancellation);

    // The stream in which the person's data began, for one that goes on with it.
    private static StreamId? PersonOf(StreamId stream, object data) => data switch
    {
        RegistrantEvent.Registered registered => registered.Application.Stream,
        PracticeEvent => RegistrationNumber.Parse(stream.Id, null).Stream,
        PreceptorshipEvent.Planned planned => planned.Registrant.Stream,
        _ => null,
    };

    private async ValueTask<PersonKey?> KeyOf(StreamId stream, CancellationToken cancellation)
    {
        if (!_known.TryGet(stream, out var id))
        {
            id = await ledger.ReadStream(stream, 1, cancellation)
                .SelectMany(e => SealedJson.KeysIn(e.Event.Data).ToAsyncEnumerable())
                .FirstOrDefaultAsync(cancellation);
            if (id == 0)
                return null;
            _known.AddOrUpdate(stream, id);
        }
        return await keys.Find(id, cancellation);
    }
}
