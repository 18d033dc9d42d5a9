using System.Text.Json;
using System.Text.Json.Nodes;

namespace Register.EventStore;

/// <summary>Reads events as they were stored in the past: an old name and shape becomes one of today's, on reading, never in the store.</summary>
/// <param name="OldName">The name the event was stored under; no longer in <see cref="EventTypes"/>.</param>
/// <param name="NewName">The name it goes by today.</param>
/// <param name="Change">Today's data from the old data.</param>
public sealed record Upcaster(string OldName, string NewName, Func<JsonObject, JsonObject> Change)
{
    /// <summary>Every upcast this register knows. None so far: no stored form has changed yet.</summary>
    public static IReadOnlyList<Upcaster> All { get; } = [];

    /// <summary>Today's event from the old form.</summary>
    public object Read(JsonDocument old)
    {
        var data = Change(JsonObject.Create(old.RootElement) ?? throw new JsonException("An event's data is a JSON object."));
        return data.Deserialize(EventTypes.TypeOf(NewName), EventJson.Options) ?? throw new JsonException("An event's data is a JSON object.");
    }
}
