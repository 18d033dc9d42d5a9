using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Register.Domain;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Sonographer.Register.V1;

namespace Register.Service.Relaying;

/// <summary>For those who run the register: how far the copy of the ledger is, and whether it is the same.</summary>
public sealed class RelayService(ILedger ledger, NpgsqlDataSource dataSource, MartenCopy? copy = null, RelayProgress? progress = null)
    : Sonographer.Register.V1.RelayService.RelayServiceBase
{
    private const int ReportEach = 1000;

    [Allow(Roles.Operator)]
    [ReadsNobody("How far the relay has come.")]
    public override async Task<GetRelayResponse> GetRelay(GetRelayRequest request, ServerCallContext context)
    {
        var status = (progress ?? throw NothingToRelay()).Status;
        var copied = (await copy!.Last(context.CancellationToken)).Position;
        return new()
        {
            Relay = new()
            {
                LedgerPosition = Math.Max(status.Ledger, copied),
                CopiedPosition = copied,
                Behind = status.HasAnswered ? Duration.FromTimeSpan(status.Behind) : null,
                CopiedCount = status.Events,
                LedgerProblem = status.Away ?? "",
                RelayProblem = status.Stopped ?? "",
            },
        };
    }

    [Allow(Roles.Operator)]
    [ReadsNobody("Events are compared; of one that differs, its names are told.")]
    public override async Task VerifyRelay(VerifyRelayRequest request, IServerStreamWriter<VerifyRelayResponse> responseStream, ServerCallContext context)
    {
        if (copy is null)
            throw NothingToRelay();
        var (until, sequence) = await copy.Last(context.CancellationToken);
        await using var copies = new PostgresLedger(dataSource, TimeProvider.System);
        var last = new VerifyRelayResponse { UntilPosition = until };
        await foreach (var step in LedgerComparison.Run(ledger, until, copies, sequence, context.CancellationToken))
        {
            last = new() { SameCount = step.Same, Position = step.Position, UntilPosition = until, Difference = step.Difference ?? "" };
            if (step.Same % ReportEach == 0 && step.Difference is null)
                await responseStream.WriteAsync(last, context.CancellationToken);
        }
        last.Done = true;
        await responseStream.WriteAsync(last, context.CancellationToken);
    }

    private static RpcException NothingToRelay() =>
        Problems.Rejected([Rejection.Of("NOTHING_TO_RELAY", "The ledger is in PostgreSQL, where the views are built from: there is nothing to relay.")]);
}
