using System.Globalization;
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
    private const string Position = "position";

    /// <summary>The metadata of an event of Marten's.</summary>
    public static EventMetadata MetadataOf(IEvent e) => Metadata(name => e.GetHeader(name)?.ToString(), e.Timestamp, e.CorrelationId!, e.CausationId);

    /// <summary>The position of an event in the ledger: where another ledger is copied from, it is told there.</summary>
    public static long PositionOf(IEvent e) =>
        e.GetHeader(Position)?.ToString() is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : e.Sequence;

    /// <summary>The metadata of an event, from its headers and the columns beside them.</summary>
    internal static EventMetadata Metadata(Func<string, string?> header, DateTimeOffset recordedAt, string correlation, string? causation) => new(
        Guid.Parse(header(RequestId)!),
        header(Command)!,
        new Actor(header(Actor)!, header(Role)!, header(Organisation)),
        recordedAt.ToUniversalTime(),
        correlation,
        causation is null ? null : Guid.Parse(causation),
        header(TraceParent));

    /// <summary>What of the metadata is kept in an event's headers.</summary>
    /// <param name="position">The position of the event in the ledger that it is copied from.</param>
    internal static Dictionary<string, string> HeadersOf(EventMetadata metadata, long? position = null)
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
        if (position is { } place)
            headers[Position] = place.ToString(CultureInfo.InvariantCulture);
        return headers;
    }
}
