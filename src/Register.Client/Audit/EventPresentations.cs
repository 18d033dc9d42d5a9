using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Audit;

internal static class EventPresentations
{
    private static readonly IReadOnlyList<Fact<Event>> Who =
    [
        new("Recorded", e => Dates.Text(e.RecordTime)),
        new("Event", e => e.Type),
        new("Actor", e => e.Actor),
        new("Role", e => e.Role),
    ];

    public static readonly Presentation<Event> InHistory = Listing(
    [
        new("Version", e => $"{e.Version}"),
        .. Who,
        new("What happened", e => e.Data is null ? "" : Json.Line(e.Data)),
    ]);

    public static readonly Presentation<Event> InSearch = Listing(
    [
        new("Position", e => $"{e.Position}"),
        .. Who,
        new("Resource", e => e.Resource),
    ]);

    private static Presentation<Event> Listing(IReadOnlyList<Fact<Event>> columns) => new(e => e.EventId, columns, columns);
}
