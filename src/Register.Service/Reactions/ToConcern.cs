using JasperFx.Events;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore.Streams;

namespace Register.Service.Reactions;

/// <summary>What another regulator decided about a registrant raises a concern here, and changes nothing on the entry by itself (R29).</summary>
public static class ToConcern
{
    public static async Task Handle(
        IEvent<ParticularsEvent.OtherRegistrationRecorded> recorded, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var number = RegistrationNumber.Parse(StreamId.Parse(recorded.StreamKey!).Id, null);
        var state = (await streams.Refresh<RegistrantState, RegistrantEvent>(number.Stream, cancellation)).State;
        if (OtherBodyConcerns.Of(recorded.Data, state.Particulars) is not { } concern)
            return;
        var (id, other) = (new CaseId(DerivedId.From(recorded.Id, "case")), recorded.Data);
        var raise = new RaiseConcern(
            id, new(number, state.Entry!.Applicant), Ground.DeterminationByAnotherBody, concern, CivilTime.DateIn(recorded.Timestamp))
        {
            Source = ConcernSource.AnotherBody,
            OtherBody = new(other.Body.ToString().ToUpperInvariant(), $"the registration {other.Number}"),
        };
        await reaction.Send(recorded, raise, cancellation);
    }
}
