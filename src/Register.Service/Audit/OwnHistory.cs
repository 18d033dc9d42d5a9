using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore;
using Register.EventStore.Streams;
using Register.Service.Edge;
using Register.Views;
using Register.Views.Audit;
using Register.Views.FitnessToPractise;
using Register.Views.Registration;

namespace Register.Service.Audit;

/// <summary>What of the history is not for an auditor who is on the register: their own entry, and the cases about them (R28).</summary>
/// <remarks>A case is not there. An entry, which holds what its cases come to, is refused, and so is the ledger whole: to every such auditor, with a case or
/// without one. A copy of the ledger with streams left out would prove nothing, and two such copies would tell what was left out.</remarks>
internal sealed class OwnHistory(StreamStates streams, ViewReader views)
{
    private const int RowsAtOnce = 1000;

    /// <summary>There is nothing to be read under this name, or nothing for this reader.</summary>
    public static RpcException NoHistory() => Problems.NotFound("NO_HISTORY", "There is no history under this name.");

    /// <summary>Refuses a stream that is about the caller.</summary>
    /// <exception cref="RpcException">NOT_FOUND: their case. PERMISSION_DENIED: their entry.</exception>
    public async Task Refuse(StreamId stream, ServerCallContext context)
    {
        var subject = context.Actor().Subject;
        var kind = StreamKind.Of(stream).State;
        if (kind == typeof(CaseState)
            && (await streams.Refresh<CaseState, CaseEvent>(stream, context.CancellationToken)).State.Concerned.Contains(subject))
            throw NoHistory();
        if (kind == typeof(RegistrantState)
            && (await streams.Load<RegistrantState, RegistrantEvent>(stream, assumeNew: false, context.CancellationToken)).State.Entry?.Applicant == subject)
            throw OwnEntry("You are this registrant: another auditor reads the history of your entry.");
    }

    /// <summary>Refuses the whole ledger to somebody who is in it.</summary>
    /// <exception cref="RpcException">PERMISSION_DENIED: the caller is on the register.</exception>
    public async Task RefuseWhole(ServerCallContext context)
    {
        var subject = context.Actor().Subject;
        if (await views.First<RegisterEntry>(e => e.Applicant == subject, context.CancellationToken) is not null)
            throw WholeLedger;
    }

    /// <summary>Ends a read with the event by which it would begin to tell of the caller.</summary>
    /// <exception cref="RpcException">As for a read that begins after this event.</exception>
    public static void Refuse(RecordedEvent e, ServerCallContext context)
    {
        var subject = context.Actor().Subject;
        switch (e.Data)
        {
            case RegistrantEvent.Registered { Applicant: var holder } when holder == subject:
                throw WholeLedger;
            case CaseEvent.ConcernRaised { Subject: var concerned } when concerned == subject:
            case ConcernEvent.RegistrantAttached { Subject: var attached } when attached == subject:
                throw NoHistory();
        }
    }

    /// <summary>The conditions that leave out of a search what is about the caller; none for somebody who is not on the register.</summary>
    public async Task<IEnumerable<Expression<Func<AuditEntry, bool>>>> LeftOut(ServerCallContext context)
    {
        var subject = context.Actor().Subject;
        var entries = await All<RegisterEntry>(e => e.Applicant == subject, context.CancellationToken);
        if (entries.Count == 0)
            return [];
        string[] own = [.. entries, .. await All<CaseView>(c => c.Concerned.Contains(subject), context.CancellationToken)];
        return [e => !own.Contains(e.Stream)];
    }

    private async Task<List<string>> All<TView>(Expression<Func<TView, bool>> condition, CancellationToken cancellation) where TView : class, IView
    {
        var streamNames = new List<string>();
        string? token = null;
        do
        {
            var page = await views.List([condition], RowsAtOnce, token, cancellation);
            streamNames.AddRange(page.Rows.Select(row => row.Id));
            token = page.NextToken;
        }
        while (token is not null);
        return streamNames;
    }

    private static RpcException WholeLedger =>
        OwnEntry("You are on the register yourself: the whole ledger, which holds your own record, is for another auditor. What is not about you, you read by its name.");

    private static RpcException OwnEntry(string message) => Problems.Rejected([Rejection.Forbidden("OWN_RECORD", message)]);
}
