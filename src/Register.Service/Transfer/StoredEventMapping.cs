using System.Text;
using Google.Protobuf.WellKnownTypes;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;
using Register.EventStore.Transfer;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Transfer;

/// <summary>Events as they are stored, between a ledger and the contract.</summary>
internal static class StoredEventMapping
{
    public static Proto.StoredEvent ToProto(LedgerEvent e)
    {
        var metadata = e.Event.Metadata;
        var stored = new Proto.StoredEvent
        {
            Position = e.Position,
            Stream = e.Stream.ToString(),
            Version = e.Version,
            EventId = e.Event.Id.ToString("D"),
            Type = e.Event.Name,
            Data = Encoding.UTF8.GetString(e.Event.Data.Span),
            RequestId = metadata.RequestId.ToString("D"),
            Command = metadata.Command,
            Actor = metadata.Actor.Subject,
            Role = metadata.Actor.Role,
            RecordTime = metadata.RecordedAt.ToProto(),
            CorrelationId = metadata.CorrelationId,
            ContentSha256 = CanonicalForm.Sha256(e),
        };
        if (metadata.Actor.Organisation is { } organisation)
            stored.Organisation = organisation;
        if (metadata.CausationId is { } causation)
            stored.CausationId = causation.ToString("D");
        if (metadata.TraceParent is { } trace)
            stored.TraceParent = trace;
        return stored;
    }

    /// <summary>An event that comes in.</summary>
    /// <exception cref="Grpc.Core.RpcException">It is none.</exception>
    public static HashedLedgerEvent Read(Proto.StoredEvent e)
    {
        try
        {
            var metadata = new EventMetadata(
                IdOf(e.RequestId), e.Command, new Actor(e.Actor, e.Role, e.HasOrganisation ? e.Organisation : null), InstantOf(e.RecordTime), e.CorrelationId,
                e.HasCausationId ? IdOf(e.CausationId) : null, e.HasTraceParent ? e.TraceParent : null);
            var stored = new StoredEvent(IdOf(e.EventId), e.Type, Encoding.UTF8.GetBytes(e.Data), metadata);
            return new(new(StreamId.Parse(e.Stream), e.Version, e.Position, stored), e.ContentSha256);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or ArgumentException)
        {
            throw Problems.Rejected([Rejection.Invalid("event", "NOT_AN_EVENT", $"What comes as version {e.Version} of a stream is no stored event.")]);
        }
    }

    private static Guid IdOf(string text) => Guid.ParseExact(text, "D");

    private static DateTimeOffset InstantOf(Timestamp? time) =>
        time?.ToDateTimeOffset() ?? throw new FormatException("An event was recorded at some time.");
}
