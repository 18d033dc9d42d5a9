using System.Collections.Immutable;
using JasperFx.Events;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;

namespace Register.Service.Reactions;

/// <summary>What a case orders shows on the registrant's entry (R24), and ends with the case, as does its hold on the entry (R21).</summary>
public static class ToInterimOrder
{
    public static async Task Handle(
        IEvent<CaseEvent.InterimOrderImposed> imposed, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var (id, registrants) = await CaseOf(imposed, streams, cancellation);
        var order = imposed.Data;
        var restriction = new Restriction(id, order.Kind, order.From, order.Until, order.PublicText);
        foreach (var registrant in registrants)
            await reaction.Send(imposed, new PlaceRestriction(registrant, restriction), cancellation);
    }

    public static async Task Handle(
        IEvent<CaseEvent.InterimOrderRevoked> revoked, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var (id, registrants) = await CaseOf(revoked, streams, cancellation);
        foreach (var registrant in registrants)
            await reaction.Send(revoked, new LiftRestriction(registrant, id, revoked.Data.On), cancellation);
    }

    public static async Task Handle(
        IEvent<CaseEvent.Closed> closed, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var (id, registrants) = await CaseOf(closed, streams, cancellation);
        foreach (var registrant in registrants)
        {
            await reaction.Send(closed, new LiftRestriction(registrant, id, closed.Data.On), cancellation);
            await reaction.Send(closed, new ReleaseHold(registrant, id, closed.Data.On), cancellation);
        }
    }

    private static async Task<(CaseId, ImmutableArray<RegistrationNumber>)> CaseOf(
        IEvent e, StreamStates streams, CancellationToken cancellation)
    {
        var id = CaseId.Parse(StreamId.Parse(e.StreamKey!).Id, null);
        var state = (await streams.Refresh<CaseState, CaseEvent>(id.Stream, cancellation)).State;
        return (id, state.Registrants);
    }
}
