using JasperFx.Events;
using Register.Domain;
using IEventStoreOperations = Marten.Events.IEventStoreOperations;

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

    internal static IEvent ToAppend(IEventStoreOperations operations, NewEvent e)
    {
        var wrapped = operations.BuildEvent(e.Data);
        wrapped.Id = e.Id;
        wrapped.Timestamp = e.Metadata.RecordedAt;
        wrapped.CorrelationId = e.Metadata.CorrelationId;
        wrapped.CausationId = e.Metadata.CausationId?.ToString("D");
        wrapped.SetHeader(RequestId, e.Metadata.RequestId.ToString("D"));
        wrapped.SetHeader(Command, e.Metadata.Command);
        wrapped.SetHeader(Actor, e.Metadata.Actor.Subject);
        wrapped.SetHeader(Role, e.Metadata.Actor.Role);
        if (e.Metadata.Actor.Organisation is { } organisation)
            wrapped.SetHeader(Organisation, organisation);
        if (e.Metadata.TraceParent is { } trace)
            wrapped.SetHeader(TraceParent, trace);
        return wrapped;
    }

    private static string? Header(IEvent e, string name) => e.GetHeader(name)?.ToString();
}
