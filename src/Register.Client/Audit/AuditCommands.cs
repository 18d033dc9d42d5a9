using Grpc.Core;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Audit;

/// <summary>The history as it was recorded, for an auditor.</summary>
internal static class AuditCommands
{
    public static Command Group() =>
        RegisterCommand.Holding("audit", "The history as it was recorded. Role: auditor.",
            History(), Search(), Read(), StateCommands.State(), StateCommands.Diff(), ExportCommands.Export(), ExportCommands.Check());

    /// <summary>Anything that has a history.</summary>
    public static Argument<string?> Resource(string what, bool isRequired = true) => new("RESOURCE")
    {
        Description = $"{what}: applications/ID, registrants/SON1 or SON1, cases/ID, programmes/ID, practices/SON1, preceptorships/ID, departments/RR8, apprenticeships/ID, cpdaudits/2028-02-28, identities/ID",
        Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens is [])
                return null;
            if (ResourceNames.Any(result.Tokens[0].Value) is { } name)
                return name;
            result.AddError($"'{result.Tokens[0].Value}' is none of applications/ID, registrants/SON1, SON1, cases/ID, programmes/ID, practices/SON1, preceptorships/ID, departments/RR8.");
            return null;
        },
    };


    private static RegisterCommand History()
    {
        var resource = Resource("Whose history");
        var narrative = new Option<bool>("--narrative") { Description = "Tell it: one sentence for each event, with when and by whom" };
        var limit = CommonOptions.LimitOf(100);
        return new RegisterCommand("history", "Shows every event of one resource, oldest first.",
            "register audit history applications/9a2b",
            "register audit history SON123 --narrative",
            "register audit history SON123 --json")
        {
            resource, narrative, limit,
        }.Does(async session =>
        {
            var events = await Paging.Read(session.Get(limit), async (size, token) =>
            {
                var request = new ListEventsRequest { Parent = session.Get(resource), PageSize = size, PageToken = token };
                var page = await session.Audit.ListEventsAsync(request, session.Call());
                return new Page<Event>(page.Events, page.NextPageToken);
            });
            if (session.Get(narrative))
                session.Output.Tell(events, e => e.Narrative, EventPresentations.InHistory);
            else
                session.Output.List(events, EventPresentations.InHistory);
        });
    }

    private static RegisterCommand Search()
    {
        var actor = Typed.Text("--actor", "Only what this subject did", "SUBJECT");
        var type = Typed.Text("--type", "Only events of this name, like application-submitted", "TYPE");
        var from = Typed.Instant("--from", "Only events recorded at this instant or later");
        var to = Typed.Instant("--to", "Only events recorded before this instant");
        var limit = CommonOptions.LimitOf(100);
        return new RegisterCommand("search", "Shows who did what, when, over the whole register: newest first, without the data.",
            "register audit search --actor ada --from 2027-03-01T00:00:00Z",
            "register audit search --type application-granted --limit 20")
        {
            actor, type, from, to, limit,
        }.Does(async session =>
        {
            var events = await Paging.Read(session.Get(limit), async (size, token) =>
            {
                var request = new SearchEventsRequest
                {
                    Actor = session.Get(actor) ?? "",
                    Type = session.Get(type) ?? "",
                    StartTime = session.Get(from),
                    EndTime = session.Get(to),
                    PageSize = size,
                    PageToken = token,
                };
                var page = await session.Audit.SearchEventsAsync(request, session.Call());
                return new Page<Event>(page.Events, page.NextPageToken);
            });
            session.Output.List(events, EventPresentations.InSearch);
        });
    }

    private static RegisterCommand Read()
    {
        var after = new Option<long>("--after") { Description = "Only events after this position of the ledger", HelpName = "POSITION" };
        var until = new Option<long>("--until") { Description = "Only events up to this position", HelpName = "POSITION" };
        var resource = Resource("Whose events; everything unless told", isRequired: false);
        var follow = new Option<bool>("--follow") { Description = "Go on with new events until interrupted" };
        return new RegisterCommand("read", "Prints every event of the ledger in order, or of one resource, as JSON Lines.",
            "register audit read > events.jsonl",
            "register audit read SON123 --until 4711",
            "register audit read --after 4711 --follow")
        {
            resource, after, until, follow,
        }.Does(async session =>
        {
            var request = new ReadEventsRequest
            {
                AfterPosition = session.Get(after),
                Follow = session.Get(follow),
                Parent = session.Get(resource) ?? "",
                UntilPosition = session.Get(until),
            };
            using var call = session.Audit.ReadEvents(request, session.Stream());
            try
            {
                await foreach (var answer in call.ResponseStream.ReadAllAsync(session.Cancelled))
                    await Console.Out.WriteLineAsync(session.Output.IsQuiet ? answer.Event.EventId : Json.Line(answer.Event));
            }
            catch (Exception exception) when (exception is OperationCanceledException or RpcException
                && request.Follow && session.Cancelled.IsCancellationRequested)
            {
                // The user has seen enough: that is how following ends.
            }
        });
    }
}
