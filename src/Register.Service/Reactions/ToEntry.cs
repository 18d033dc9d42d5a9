using JasperFx.Events;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore.Streams;

namespace Register.Service.Reactions;

/// <summary>What a case comes to is kept with each entry it is about: its hold, interim orders, sanctions and hearings, with their dates (R2, R21, R24-R26).
/// Whatever happened in the case, what is sent is the case as it now is.</summary>
public static class ToEntry
{
    public static Task Handle(IEvent<CaseEvent.ConcernRaised> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<CaseEvent.InterimOrderImposed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<CaseEvent.InterimOrderRevoked> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<CaseEvent.Closed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    private static async Task Record(IEvent e, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var id = CaseId.Parse(StreamId.Parse(e.StreamKey!).Id, null);
        var state = (await streams.Refresh<CaseState, CaseEvent>(id.Stream, cancellation)).State;
        if (CaseStandings.Of(state) is not { } standing)
            return;
        await reaction.Send(e, new RecordCase(state.Concern!.Registrant, id, standing), cancellation);
    }
}
