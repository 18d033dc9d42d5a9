using Grpc.Core;
using Register.Client.Input;
using Register.Client.Operations.Backups;
using Register.Client.Operations.Transfer;
using Register.Client.Terminal;

namespace Register.Client.Operations;

/// <summary>For those who run the register.</summary>
internal static class AdminCommands
{
    private static readonly IReadOnlyList<Fact<View>> ViewFacts =
    [
        new("View", v => v.Name),
        new("Position", v => $"{v.Position}"),
        new("Ledger", v => $"{v.LedgerPosition}"),
        new("Behind", v => $"{Math.Max(0, v.LedgerPosition - v.Position)}"),
    ];

    private static readonly IReadOnlyList<Fact<RebuildViewsResponse>> RebuildFacts =
    [
        new("View", r => r.View),
        new("Rebuilt", r => $"{r.DoneCount} of {r.TotalCount}"),
    ];

    private static readonly IReadOnlyList<Fact<Clock>> ClockFacts =
    [
        new("Today", c => Dates.Text(c.Today)),
        new("Now", c => $"{c.Now.ToDateTime():yyyy-MM-dd HH:mm:ss} UTC"),
        new("Time", c => c.Simulated ? "simulated" : "real"),
    ];

    public static Command Group() => RegisterCommand.Holding("admin", "Running the register. Role: operator.",
        Views(), Rebuild(), ClockCommand(), RelayCommands.Group(), KeyCommands.Group(),
        BackupCommands.BackUp(), BackupCommands.Restore(), TransferCommands.Export(), TransferCommands.Import());

    private static RegisterCommand Views() =>
        new RegisterCommand("views", "Lists the views and how far each is behind the ledger.",
            "register admin views").Does(async session =>
        {
            var response = await session.Operations.ListViewsAsync(new ListViewsRequest(), session.Call());
            session.Output.List(response.Views, new Presentation<View>(v => v.Name, ViewFacts, ViewFacts));
        });

    private static RegisterCommand Rebuild()
    {
        var views = new Argument<string[]>("VIEW")
        {
            Description = "The views to rebuild [default: all]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        return new RegisterCommand("rebuild", "Builds views anew from the events. Answers from a view are incomplete while it is rebuilt.",
            "register admin rebuild",
            "register admin rebuild register-entry")
        {
            views,
        }.Does(async session =>
        {
            var request = new RebuildViewsRequest { Views = { session.Get(views) ?? [] } };
            using var call = session.Operations.RebuildViews(request, session.Stream());
            var rebuilt = new List<RebuildViewsResponse>();
            await Screen.WithProgress("Rebuilding", total: null, async done =>
            {
                await foreach (var step in call.ResponseStream.ReadAllAsync(session.Cancelled))
                {
                    done(step.DoneCount);
                    if (step.Done)
                        rebuilt.Add(step);
                    if (Console.IsErrorRedirected)
                        Console.Error.WriteLine($"{step.View}: {Progress(step)}");
                }
            });
            session.Output.List(rebuilt, new Presentation<RebuildViewsResponse>(r => r.View, RebuildFacts, RebuildFacts));
        });
    }

    private static RegisterCommand ClockCommand()
    {
        var to = Typed.Date("--to", "Move a simulated clock on to the morning of this day");
        return new RegisterCommand("clock", "Says what time it is for the register; moves a simulated clock on, and waits for what fell due (Development only).",
            "register admin clock",
            "register admin clock --to 2028-03-01")
        {
            to,
        }.Does(async session =>
        {
            var clock = session.Get(to) is { } day
                ? (await session.Operations.MoveClockAsync(new MoveClockRequest { To = day }, session.Stream())).Clock
                : (await session.Operations.GetClockAsync(new GetClockRequest(), session.Call())).Clock;
            session.Output.Show(clock, new Presentation<Clock>(c => Dates.Text(c.Today), ClockFacts, ClockFacts));
        });
    }

    private static string Progress(RebuildViewsResponse step) =>
        $"{(step.Done ? "rebuilt" : "rebuilding")}, {step.DoneCount} of {step.TotalCount}";
}
