using System.Text.Json.Serialization;
using Register.Domain;

namespace Register.EventStore.EventStoreDb;

/// <summary>An event's metadata as the server keeps it: JSON, with the names that its own tools know for correlation and causation.</summary>
internal sealed record StoredMetadata(
    Guid RequestId,
    string Command,
    string Actor,
    string Role,
    string? Organisation,
    DateTimeOffset RecordedAt,
    [property: JsonPropertyName("$correlationId")] string CorrelationId,
    [property: JsonPropertyName("$causationId")] Guid? CausationId,
    string? TraceParent)
{
    public static StoredMetadata Of(EventMetadata m) => new(
        m.RequestId, m.Command, m.Actor.Subject, m.Actor.Role, m.Actor.Organisation, m.RecordedAt.ToUniversalTime(), m.CorrelationId, m.CausationId,
        m.TraceParent);

    public EventMetadata Metadata() =>
        new(RequestId, Command, new Actor(Actor, Role, Organisation), RecordedAt, CorrelationId, CausationId, TraceParent);
}
