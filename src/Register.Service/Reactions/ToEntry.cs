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

    public static Task Handle(IEvent<ConcernEvent.RegistrantAttached> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<ConcernEvent.Reopened> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<InquiryEvent.Triaged> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<InquiryEvent.InvestigationReported> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<InquiryEvent.Answered> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<CommitteeEvent.Convened> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<CommitteeEvent.HearingScheduled> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<InterimOrderEvent.Reviewed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<InterimOrderEvent.Extended> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<DecisionEvent.Recorded> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<DecisionEvent.Confirmed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<SanctionEvent.NoticeServed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<SanctionEvent.AppealLodged> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<SanctionEvent.AppealDisposed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<AgreementEvent.Recorded> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    public static Task Handle(IEvent<AgreementEvent.Confirmed> e, Reaction reaction, StreamStates streams, CancellationToken cancellation) =>
        Record(e, reaction, streams, cancellation);

    private static async Task Record(IEvent e, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var id = CaseId.Parse(StreamId.Parse(e.StreamKey!).Id, null);
        var state = (await streams.Refresh<CaseState, CaseEvent>(id.Stream, cancellation)).State;
        if (CaseStandings.Of(state) is not { } standing)
            return;
        foreach (var number in state.Registrants)
            await reaction.Send(e, new RecordCase(number, id, standing), cancellation);
    }
}
