using System.Security.Cryptography;
using System.Text.Json;
using Register.Domain;
using Register.EventStore.Keys;
using Register.EventStore.Personal;

namespace Register.EventStore.Ledger;

/// <summary>Between the register's events and the form in which they are written down: JSON, with personal data sealed (R36, R37).</summary>
/// <remarks>A sealed value is bound to its stream, the name of its event and its field: moved elsewhere, it does not open.</remarks>
public sealed class EventForm(PersonKeys keys)
{
    private readonly OpenedEvents _opened = new(keys);

    /// <summary>Whether a kind of event holds personal data.</summary>
    public static bool IsPersonal(NewEvent e) => PersonalFields.Of(e.Data.GetType()) is not null;

    /// <summary>An event to append to a stream, as it is written down; what is personal in it is sealed with a key.</summary>
    public StoredEvent Store(StreamId stream, NewEvent e, PersonKey? key)
    {
        var type = e.Data.GetType();
        var name = EventTypes.NameOf(e.Data);
        var clear = JsonSerializer.SerializeToUtf8Bytes(e.Data, type, EventJson.Options);
        if (PersonalFields.Of(type) is not { } personal)
            return new(e.Id, name, clear, e.Metadata);

        using var sealing = new Sealing(key!.Secret);
        var place = new SealedPlace(stream.ToString(), name);
        var data = SealedJson.SealAll(clear, personal, key.Id, (value, path) => sealing.Seal(value, place.At(path)));
        _opened.Keep(e.Id, place, data, clear, [key.Id]);
        return new(e.Id, name, data, e.Metadata);
    }

    /// <summary>An event as it was written down, read.</summary>
    public async ValueTask<RecordedEvent> Read(LedgerEvent e, CancellationToken cancellation) =>
        Recorded(e, await DataOf(e.Event.Id, e.Stream.ToString(), e.Event.Name, e.Event.Data, cancellation));

    /// <summary>An event as it was written down, read from its bytes and from nothing that is kept in memory: for those who look whether it was changed.</summary>
    /// <exception cref="MasterKeyException">A key is not there.</exception>
    /// <exception cref="UnreadableEventException">Something in it was changed or moved since it was sealed.</exception>
    public async ValueTask<RecordedEvent> ReadAnew(LedgerEvent e, CancellationToken cancellation)
    {
        var clear = SealedJson.IsIn(e.Event.Data)
            ? (await Open(new(e.Stream.ToString(), e.Event.Name), e.Event.Data, cancellation)).Clear
            : e.Event.Data;
        return Recorded(e, FromClear(e.Event.Name, clear));
    }

    /// <summary>The data of an event, from its id, its stream, its name and its bytes; where a key is destroyed, <see cref="Erased"/> stands in its place.</summary>
    /// <exception cref="MasterKeyException">A key is not there.</exception>
    /// <exception cref="UnreadableEventException">Something in it was changed or moved since it was sealed.</exception>
    public async ValueTask<object> DataOf(Guid id, string stream, string name, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        if (!SealedJson.IsIn(data))
            return FromClear(name, data);
        var place = new SealedPlace(stream, name);
        if (await _opened.Find(id, place, data, cancellation) is { } known)
            return FromClear(name, known);
        var (clear, with, isErased) = await Open(place, data, cancellation);
        if (!isErased)
            _opened.Keep(id, place, data, clear, with);
        return FromClear(name, clear);
    }

    private static RecordedEvent Recorded(LedgerEvent e, object data) => new(e.Stream, e.Version, e.Position, e.Event.Id, e.Event.Name, data, e.Event.Metadata);

    private static object FromClear(string name, ReadOnlyMemory<byte> clear)
    {
        if (Upcaster.All.FirstOrDefault(u => u.OldName == name) is { } upcaster)
        {
            using var old = JsonDocument.Parse(clear);
            return upcaster.Read(old);
        }
        return JsonSerializer.Deserialize(clear.Span, EventTypes.TypeOf(name), EventJson.Options)
            ?? throw new JsonException("An event's data is a JSON object.");
    }

    // In clear, with which keys, and whether one of them is destroyed.
    private async ValueTask<(ReadOnlyMemory<byte> Clear, IReadOnlyCollection<long> With, bool IsErased)> Open(
        SealedPlace place, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        // Nearly always one: what an event says of a person is sealed with the key of that person.
        var sealings = new Dictionary<long, Sealing?>();
        try
        {
            foreach (var number in SealedJson.KeysIn(data))
                sealings[number] = await keys.Find(number, cancellation) is { } key ? new(key.Secret) : null;
            var clear = SealedJson.OpenAll(data, (key, value, path) => sealings[key]?.Open(value, place.At(path)));
            return (clear, sealings.Keys, sealings.ContainsValue(null));
        }
        catch (CryptographicException e)
        {
            throw new UnreadableEventException(
                $"An event {place.Event} of a {StreamId.Parse(place.Stream).Category} was changed or moved since it was sealed.", e);
        }
        finally
        {
            foreach (var sealing in sealings.Values)
                sealing?.Dispose();
        }
    }
}

/// <summary>An event that cannot be read as it was written down.</summary>
public sealed class UnreadableEventException(string message, Exception inner) : Exception(message, inner);
