using Grpc.Core;
using Register.Client.Errors;
using Register.Client.Terminal;

namespace Register.Client.Operations;

/// <summary>For those who run the register on EventStoreDB: the copy of the ledger from which the views are built.</summary>
internal static class RelayCommands
{
    private static readonly IReadOnlyList<Fact<Relay>> RelayFacts =
    [
        new("Ledger", r => $"{r.LedgerPosition}"),
        new("Copied", r => $"{r.CopiedPosition}"),
        new("Behind", r => r.Behind is null ? "not known" : r.CopiedPosition >= r.LedgerPosition ? "level" : $"for {r.Behind.ToTimeSpan().TotalSeconds:F0} s"),
        new("Copied here", r => $"{r.CopiedCount} since the start"),
        new("Ledger's problem", r => r.LedgerProblem),
        new("Relay's problem", r => r.RelayProblem),
    ];

    private static readonly IReadOnlyList<Fact<VerifyRelayResponse>> VerifyFacts =
    [
        new("Same", r => $"{r.SameCount}"),
        new("Up to position", r => $"{r.UntilPosition}"),
    ];

    public static Command Group() => RegisterCommand.Holding(
        "relay", "The copy of the ledger, where that is in EventStoreDB. Role: operator.", Status(), Verify());

    private static RegisterCommand Status() =>
        new RegisterCommand("status", "Says how far the copy is behind the ledger.",
            "register admin relay status").Does(async session =>
        {
            var relay = (await session.Relay.GetRelayAsync(new GetRelayRequest(), session.Call())).Relay;
            session.Output.Show(relay, new Presentation<Relay>(r => $"{r.CopiedPosition}", RelayFacts, RelayFacts));
        });

    private static RegisterCommand Verify() =>
        new RegisterCommand("verify", "Compares the ledger with its copy, event by event, and names the first difference.",
            "register admin relay verify").Does(async session =>
        {
            using var call = session.Relay.VerifyRelay(new VerifyRelayRequest(), session.Stream());
            var last = new VerifyRelayResponse();
            await Screen.WithProgress("Comparing events", total: null, async done =>
            {
                await foreach (var step in call.ResponseStream.ReadAllAsync(session.Cancelled))
                {
                    last = step;
                    done((int)Math.Min(step.SameCount, int.MaxValue));
                }
            });
            if (last.Difference.Length > 0)
                throw new CommandFailure(ExitCode.Refused, "COPY_DIFFERS", $"{last.Difference} The {last.SameCount} before it are the same.");
            session.Output.Show(last, new Presentation<VerifyRelayResponse>(r => $"{r.SameCount}", VerifyFacts, VerifyFacts));
        });
}
