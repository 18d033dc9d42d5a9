using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Register.Domain;
using Register.EventStore;
using Register.Service.Edge;
using Register.Views.Audit;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Audit;

/// <summary>Events as the contract shows them.</summary>
internal static class EventMapping
{
    /// <summary>The history of the numbers given out.</summary>
    public const string Numbers = "numbers/registration";

    public static Proto.Event ToProto(RecordedEvent e) => new()
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

    private static string Resource(StreamId stream) => stream.Category switch
    {
        "numbers" => Numbers,
        "identity" => $"identities/{stream.Id}",
        var category => $"{category}s/{stream.Id}",
    };
}
