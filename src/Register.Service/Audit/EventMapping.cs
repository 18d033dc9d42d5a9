using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Register.Domain;
using Register.EventStore;
using Register.Service.Audit.Narrative;
using Register.Service.Edge;
using Register.Views.Audit;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Audit;

/// <summary>Events as the contract shows them.</summary>
internal static class EventMapping
{
    /// <summary>An event with its sentence.</summary>
    public static Proto.Event WithNarrative(HashedEvent hashed)
    {
        var shown = ToProto(hashed);
        shown.Narrative = Sentence.Of(hashed.Event);
        return shown;
    }

    public static Proto.Event ToProto(HashedEvent hashed)
    {
        var shown = ToProto(hashed.Event);
        shown.ContentSha256 = hashed.Sha256;
        return shown;
    }

    private static Proto.Event ToProto(RecordedEvent e) => new()
    {
        EventId = e.Id.ToString("D"),
        Resource = Resource(e.Stream),
        Version = e.Version,
        Position = e.Position,
        Type = e.Name,
        Data = JsonParser.Default.Parse<Struct>(JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventJson.Options)),
        RecordTime = e.Metadata.RecordedAt.ToProto(),
        Actor = e.Metadata.Actor.Subject,
        Role = e.Metadata.Actor.Role,
        RequestId = e.Metadata.RequestId.ToString("D"),
        CorrelationId = e.Metadata.CorrelationId,
        CausationId = e.Metadata.CausationId?.ToString("D") ?? "",
    };

    public static Proto.Event ToProto(AuditEntry row) => new()
    {
        EventId = row.Id,
        Resource = Resource(StreamId.Parse(row.Stream)),
        Version = row.Version,
        Position = row.Position,
        Type = row.Type,
        RecordTime = row.RecordedAt.ToProto(),
        Actor = row.Actor,
        Role = row.Role,
        RequestId = row.RequestId,
        CorrelationId = row.CorrelationId,
        CausationId = row.CausationId ?? "",
    };

    private static string Resource(StreamId stream) => StreamKind.Of(stream).Resource(stream);
}
