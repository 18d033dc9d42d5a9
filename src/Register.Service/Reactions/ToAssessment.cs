using JasperFx.Events;
using Register.Domain;
using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.EventStore.Streams;

namespace Register.Service.Reactions;

/// <summary>An apprentice who passed the end-point assessment goes on the programme's pass list, for the exam board to ratify (R6).</summary>
public static class ToAssessment
{
    public static async Task Handle(
        IEvent<ApprenticeshipEvent.Assessed> assessed, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        if (assessed.Data is not { Outcome: AssessmentOutcome.Passed, CandidateNumber: { } candidate })
            return;
        var id = ApprenticeshipId.Parse(StreamId.Parse(assessed.StreamKey!).Id, null);
        var enrolment = (await streams.Refresh<ApprenticeshipState, ApprenticeshipEvent>(id.Stream, cancellation)).State.Enrolment!;
        var award = new ListedAward(candidate, enrolment.FullName, enrolment.DateOfBirth, [], enrolment.StartedOn, RatifiedOn: null);
        await reaction.Send(assessed, new ListApprenticeAward(enrolment.Programme, award, id), cancellation);
    }
}
