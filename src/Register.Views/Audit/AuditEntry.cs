using System.Globalization;
using JasperFx.Events;
using Marten;
using Register.EventStore.Marten;

namespace Register.Views.Audit;

/// <summary>Who did what, when: one row for each event of the ledger, without its data.</summary>
public sealed record AuditEntry(
    string Id,
    string SortKey,
    string Stream,
    long Version,
    long Position,
    string Type,
    string Actor,
    string Role,
    DateTimeOffset RecordedAt,
    string RequestId,
    string CorrelationId,
    string? CausationId) : IView;

/// <summary>Builds the audit history.</summary>
public sealed class AuditHistory() : RowView<AuditEntry>("audit-history")
{
    protected override Task<IReadOnlyCollection<AuditEntry>> Rows(
        IQuerySession session, IReadOnlyList<IEvent> events, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyCollection<AuditEntry>>([.. events.Select(Row)]);

    private AuditEntry Row(IEvent e)
    {
        using var activity = ViewTracing.Project(Name, e);
        var metadata = MartenEvents.MetadataOf(e);
        var position = MartenEvents.PositionOf(e);
        return new(
            e.Id.ToString("D"),
            position.ToString("D19", CultureInfo.InvariantCulture),
            e.StreamKey!,
            e.Version,
            position,
            e.EventTypeName,
            metadata.Actor.Subject,
            metadata.Actor.Role,
            metadata.RecordedAt,
            metadata.RequestId.ToString("D"),
            metadata.CorrelationId,
            metadata.CausationId?.ToString("D"));
    }
}
