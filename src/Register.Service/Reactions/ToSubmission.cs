using JasperFx.Events;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;
using Register.Service.Identity;

namespace Register.Service.Reactions;

/// <summary>A submitted application claims its person's identity (R14); that restoration was applied for is kept with the entry: one application is
/// heard in 12 months (R20).</summary>
public static class ToSubmission
{
    public static async Task Handle(
        IEvent<ApplicationEvent.Submitted> submitted, Reaction reaction, IdentityClaims identities, StreamStates streams, CancellationToken cancellation)
    {
        var id = ApplicationId.Parse(StreamId.Parse(submitted.StreamKey!).Id, null);
        await identities.Settle(id, submitted.Data, IdentityClaims.Because(submitted), cancellation);

        var (application, number) = (submitted.Data, submitted.Data.Evidence?.Held);
        if (application.Route != EntryRoute.Restoration || number is not { } held)
            return;

        // Who names another's number uses up nobody's application: that they are not its holder is found at the check.
        var entry = (await streams.Refresh<RegistrantState, RegistrantEvent>(held.Stream, cancellation)).State.Entry;
        if (entry?.Applicant == application.Applicant)
            await reaction.SendUnlessOvertaken(submitted, new RecordRestorationApplication(held, id, application.On), cancellation);
    }
}
