using JasperFx.Events;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;

namespace Register.Service.Reactions;

/// <summary>An open case holds the entry on the register (R21); who is drawn for a CPD audit is told so by their entry (R18).</summary>
public static class ToTenure
{
    public static Task Handle(IEvent<CaseEvent.ConcernRaised> raised, Reaction reaction, CancellationToken cancellation)
    {
        var hold = new PlaceHold(raised.Data.Registrant, CaseOf(raised), CivilTime.DateIn(raised.Data.At));
        return reaction.Send(raised, hold, cancellation);
    }

    public static async Task Handle(IEvent<CaseEvent.Closed> closed, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var id = CaseOf(closed);
        var state = (await streams.Refresh<CaseState, CaseEvent>(id.Stream, cancellation)).State;
        await reaction.Send(closed, new ReleaseHold(state.Concern!.Registrant, id, closed.Data.On), cancellation);
    }

    public static async Task Handle(IEvent<CpdRoundEvent.Drawn> drawn, Reaction reaction, CancellationToken cancellation)
    {
        foreach (var number in drawn.Data.Selected)
            await reaction.Send(drawn, new SelectForCpdAudit(number, drawn.Data.Round), cancellation);
    }

    private static CaseId CaseOf(IEvent e) => CaseId.Parse(StreamId.Parse(e.StreamKey!).Id, null);
}
