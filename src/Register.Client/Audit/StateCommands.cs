using Google.Protobuf.WellKnownTypes;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Audit;

/// <summary>What was known at an instant, and what became known between two (R2, R3).</summary>
internal static class StateCommands
{
    private const string Nothing = "—";

    private static readonly IReadOnlyList<Fact<Difference>> Columns =
    [
        new("Path", d => d.Path),
        new("What", d => Words.Of(d.Kind)),
        new("Before", d => Text(d.Before)),
        new("After", d => Text(d.After)),
    ];

    private static readonly Presentation<Difference> Differences = new(d => d.Path, Columns, Columns);

    public static RegisterCommand State()
    {
        var resource = AuditCommands.Resource("Whose state");
        var asAt = Typed.Date("--as-at", "For a registrant: the date whose status is shown [default: the day of --as-known-at]");
        var knownAt = Typed.Instant("--as-known-at", "Only what was recorded up to this instant [default: now]");
        return new RegisterCommand("state", "Shows what the register keeps of one resource, as known at an instant.",
            "register audit state SON123",
            "register audit state SON123 --as-at 2027-03-01 --as-known-at 2027-03-15T12:00:00Z",
            "register audit state cases/4c1d --as-known-at 2027-03-15T12:00:00Z --json")
        {
            resource, asAt, knownAt,
        }.Does(async session =>
        {
            var request = new GetStateRequest { Name = session.Get(resource), AsAt = session.Get(asAt), AsKnownAt = session.Get(knownAt) };
            var answer = await session.Audit.GetStateAsync(request, session.Call());
            var state = answer.State;
            session.Output.Show(answer, state, new Presentation<State>(s => s.Name, [],
            [
                new("Resource", s => s.Name),
                new("As known at", s => Dates.Text(s.AsKnownAt)),
                new("Version", s => $"{s.Version}"),
                new("Status", s => s.Registrant is null ? "" : StatusWords.Of(s.Registrant.Status)),
                new("As at", s => Dates.Text(s.AsAt)),
                .. Values(state.Data, "").Select(v => new Fact<State>(v.Path, _ => v.Text)),
            ]));
        });
    }

    public static RegisterCommand Diff()
    {
        var resource = AuditCommands.Resource("Whose state");
        var from = Typed.Instant("--from", "The earlier instant");
        from.Required = true;
        var to = Typed.Instant("--to", "The later instant [default: now]");
        return new RegisterCommand("diff", "Shows what became known of one resource between two instants: every value added, removed or changed.",
            "register audit diff SON123 --from 2027-03-01T00:00:00Z",
            "register audit diff applications/9a2b --from 2027-03-01T00:00:00Z --to 2027-04-01T00:00:00Z --json")
        {
            resource, from, to,
        }.Does(async session =>
        {
            var request = new CompareStatesRequest { Name = session.Get(resource), StartTime = session.Get(from), EndTime = session.Get(to) };
            var answer = await session.Audit.CompareStatesAsync(request, session.Call());
            session.Output.List(answer.Differences, Differences);
            session.Output.Say($"{answer.Resource}: version {answer.StartVersion} at {Dates.Text(request.StartTime)}, version {answer.EndVersion} at {Dates.Text(answer.EndTime)}.");
        });
    }

    // A state is a tree: each value with the path to it, as a difference names it.
    private static IEnumerable<(string Path, string Text)> Values(Struct data, string path) =>
        data.Fields.SelectMany(field => Values(field.Value, $"{path}/{field.Key}"));

    private static IEnumerable<(string Path, string Text)> Values(Value value, string path) => value.KindCase switch
    {
        Value.KindOneofCase.StructValue => Values(value.StructValue, path),
        Value.KindOneofCase.ListValue => value.ListValue.Values.SelectMany((item, i) => Values(item, $"{path}/{i}")),
        _ => [(path, Text(value))],
    };

    private static string Text(Value? value) => value?.KindCase switch
    {
        null or Value.KindOneofCase.NullValue => Nothing,
        Value.KindOneofCase.StringValue => value.StringValue,
        _ => Json.Line(value),
    };
}
