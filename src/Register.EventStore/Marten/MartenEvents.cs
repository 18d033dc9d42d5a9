using JasperFx.Events;
using Register.Domain;

namespace Register.EventStore.Marten;

/// <summary>Between the register's events and Marten's.</summary>
public static class MartenEvents
{
    private const string RequestId = "request-id";
    private const string Command = "command";
    private const string Actor = "actor";
    private const string Role = "role";
    private const string Organisation = "organisation";
    private const string TraceParent = "traceparent";

    /// <summary>An event of Marten's, as the port gives it.</summary>
    public static RecordedEvent Recorded(IEvent e) =>
        new(StreamId.Parse(e.StreamKey!), e.Version, e.Sequence, e.Id, e.EventTypeName, e.Data, MetadataOf(e));

    /// <summary>The metadata of an event of Marten's.</summary>
    public static EventMetadata MetadataOf(IEvent e) => new(
        Guid.Parse(Header(e, RequestId)!),
        Header(e, Command)!,
        new Actor(Header(e, Actor)!, Header(e, Role)!, Header(e, Organisation)),
        e.Timestamp.ToUniversalTime(),
        e.CorrelationId!,
        e.CausationId is { } causation ? Guid.Parse(causation) : null,
        Header(e, TraceParent));

    /// <summary>What of the metadata is kept in an event's headers.</summary>
    internal static Dictionary<string, string> HeadersOf(EventMetadata metadata)
    {
        var headers = new Dictionary<string, string>
        {
            [RequestId] = metadata.RequestId.ToString("D"),
            [Command] = metadata.Command,
            [Actor] = metadata.Actor.Subject,
            [Role] = metadata.Actor.Role,
        };
        if (metadata.Actor.Organisation is { } organisation)
            headers[Organisation] = organisation;
        if (metadata.TraceParent is { } trace)
            headers[TraceParent] = trace;
        return headers;
    }

    private static string? Header(IEvent e, string name) => e.GetHeader(name)?.ToString();
}
