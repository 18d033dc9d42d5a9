using System.Text.Json;

namespace Register.EventStore.Ledger;

/// <summary>Between the register's events and the form in which they are written down.</summary>
public static class EventForm
{
    /// <summary>Events to append, as they are written down.</summary>
    public static StoredEvent[] Store(IReadOnlyList<NewEvent> events) => [.. events.Select(Store)];

    /// <summary>An event as it was written down, read.</summary>
    public static RecordedEvent Read(LedgerEvent e) =>
        new(e.Stream, e.Version, e.Position, e.Event.Id, e.Event.Name, DataOf(e.Event), e.Event.Metadata);

    private static StoredEvent Store(NewEvent e) =>
        new(e.Id, EventTypes.NameOf(e.Data), JsonSerializer.SerializeToUtf8Bytes(e.Data, e.Data.GetType(), EventJson.Options), e.Metadata);

    private static object DataOf(StoredEvent e)
    {
        if (Upcaster.All.FirstOrDefault(u => u.OldName == e.Name) is not { } upcaster)
        {
            return JsonSerializer.Deserialize(e.Data.Span, EventTypes.TypeOf(e.Name), EventJson.Options)
                ?? throw new JsonException("An event's data is a JSON object.");
        }
        using var old = JsonDocument.Parse(e.Data);
        return upcaster.Read(old);
    }
}
