using JasperFx.Events;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;
using Register.Service.Identity;

namespace Register.Service.Reactions;

/// <summary>A granted application gets a number, and the number an entry (R16, R17); who comes back keeps theirs (R20).</summary>
public static class ToGrant
{
    public static async Task Handle(
        IEvent<ApplicationEvent.Granted> granted, Reaction reaction, IdentityClaims identities, StreamStates streams, CancellationToken cancellation)
    {
        var application = ApplicationId.Parse(StreamId.Parse(granted.StreamKey!).Id, null);
        await identities.HoldAgain(application, IdentityClaims.Because(granted), cancellation);
        var submission = (await streams.Refresh<ApplicationState, ApplicationEvent>(application.Stream, cancellation)).State.Submission!;
        if (RouteRules.WayBackOf(submission.Route) is { } way)
            await reaction.SendUnlessOvertaken(granted, new ReturnToRegister(submission.Evidence!.Held!.Value, way, application, granted.Data.On), cancellation);
        else
            await reaction.Send(granted, new ReserveNumber(application), cancellation);
    }

    public static async Task Handle(
        IEvent<RegistrationNumberEvent.Reserved> reserved, Reaction reaction, StreamStates streams, CancellationToken cancellation)
    {
        var (number, id) = reserved.Data;
        var application = (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State;
        var submission = application.Submission!;
        var grant = application.Grant!;
        var enter = new EnterRegister(
            number, id, submission.Applicant, submission.Person, submission.PracticeTown, grant.PracticeAreas, grant.On, submission.Route);
        await reaction.Send(reserved, enter, cancellation);
    }
}
