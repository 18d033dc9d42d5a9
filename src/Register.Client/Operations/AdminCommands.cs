using Grpc.Core;
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

    public static Command Group() => RegisterCommand.Holding("admin", "Running the register. Role: operator.", Views(), Rebuild());

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

    private static string Progress(RebuildViewsResponse step) =>
        $"{(step.Done ? "rebuilt" : "rebuilding")}, {step.DoneCount} of {step.TotalCount}";
}
