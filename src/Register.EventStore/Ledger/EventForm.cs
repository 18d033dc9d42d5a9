using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Register.Domain;
using Register.EventStore.Keys;
using Register.EventStore.Personal;

namespace Register.EventStore.Ledger;

/// <summary>Between the register's events and the form in which they are written down: JSON, with personal data sealed (R36, R37).</summary>
/// <remarks>A sealed value is bound to its stream, the name of its event and its field: moved elsewhere, it does not open.</remarks>
public sealed class EventForm(PersonKeys keys)
{
    /// <summary>Whether a kind of event holds personal data.</summary>
    public static bool IsPersonal(NewEvent e) => PersonalFields.Of(e.Data.GetType()) is not null;

    /// <summary>An event to append to a stream, as it is written down; what is personal in it is sealed with a key.</summary>
    public static StoredEvent Store(StreamId stream, NewEvent e, PersonKey? key)
    {
        var type = e.Data.GetType();
        var name = EventTypes.NameOf(e.Data);
        var json = JsonSerializer.SerializeToUtf8Bytes(e.Data, type, EventJson.Options);
        if (PersonalFields.Of(type) is not { } personal)
            return new(e.Id, name, json, e.Metadata);

        using var cipher = Sealing.Cipher(key!.Secret);
        var place = $"{stream}\n{name}\n";
        return new(e.Id, name, SealedJson.SealAll(json, personal, key.Id, (value, path) => cipher.Seal(value, Encoding.UTF8.GetBytes(place + path))), e.Metadata);
    }

    /// <summary>An event as it was written down, read.</summary>
    public async ValueTask<RecordedEvent> Read(LedgerEvent e, CancellationToken cancellation) => new(
        e.Stream, e.Version, e.Position, e.Event.Id, e.Event.Name, await DataOf(e.Stream.ToString(), e.Event.Name, e.Event.Data, cancellation), e.Event.Metadata);

    /// <summary>The data of an event, from its stream, its name and its bytes; where a key is destroyed, <see cref="Erased"/> stands in its place.</summary>
    /// <exception cref="MasterKeyException">A key is not there.</exception>
    /// <exception cref="UnreadableEventException">Something in it was changed or moved since it was sealed.</exception>
    public async ValueTask<object> DataOf(string stream, string name, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        var opened = SealedJson.IsIn(data) ? await Open(stream, name, data, cancellation) : data;
        if (Upcaster.All.FirstOrDefault(u => u.OldName == name) is { } upcaster)
        {
            using var old = JsonDocument.Parse(opened);
            return upcaster.Read(old);
        }
        return JsonSerializer.Deserialize(opened.Span, EventTypes.TypeOf(name), EventJson.Options)
            ?? throw new JsonException("An event's data is a JSON object.");
    }

    private async ValueTask<byte[]> Open(string stream, string name, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        // Nearly always one: what an event says of a person is sealed with the key of that person.
        var ciphers = new Dictionary<long, AesGcm?>();
        try
        {
            foreach (var id in SealedJson.KeysIn(data))
                ciphers[id] = await keys.Find(id, cancellation) is { } key ? Sealing.Cipher(key.Secret) : null;
            var place = $"{stream}\n{name}\n";
            return SealedJson.OpenAll(data, (key, value, path) => ciphers[key]?.Open(value, Encoding.UTF8.GetBytes(place + path)));
        }
        catch (CryptographicException e)
        {
            throw new UnreadableEventException($"An event {name} of a {StreamId.Parse(stream).Category} was changed or moved since it was sealed.", e);
        }
        finally
        {
            foreach (var cipher in ciphers.Values)
                cipher?.Dispose();
        }
    }
}

/// <summary>An event that cannot be read as it was written down.</summary>
public sealed class UnreadableEventException(string message, Exception inner) : Exception(message, inner);
