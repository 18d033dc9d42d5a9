using JasperFx.Events;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Identity;

namespace Register.Service.Reactions;

/// <summary>An application lets go of its person's identity, takes it up again, or hands it on to the registrant, whose names are all theirs (R14).</summary>
public static class ToIdentity
{
    public static Task Handle(IEvent<IdentityEvent.FoundDistinct> found, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Settle(ApplicationOf(found), IdentityClaims.Because(found), cancellation);

    public static Task Handle(IEvent<ApplicationEvent.Refused> refused, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Release(ApplicationOf(refused), IdentityClaims.Because(refused), cancellation);

    public static Task Handle(IEvent<AppealEvent.Lodged> lodged, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Settle(ApplicationOf(lodged), IdentityClaims.Because(lodged), cancellation);

    public static Task Handle(IEvent<AppealEvent.Decided> decided, IdentityClaims identities, CancellationToken cancellation) =>
        decided.Data.Outcome == AppealOutcome.Dismissed
            ? identities.Release(ApplicationOf(decided), IdentityClaims.Because(decided), cancellation)
            : Task.CompletedTask;

    public static Task Handle(IEvent<ApplicationEvent.Withdrawn> withdrawn, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Release(ApplicationOf(withdrawn), IdentityClaims.Because(withdrawn), cancellation);

    public static Task Handle(IEvent<RegistrantEvent.Registered> registered, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Hold(
            registered.Data.Number, registered.Data.Application, registered.Data.Person, IdentityClaims.Because(registered), cancellation);

    public static async Task Handle(
        IEvent<ParticularsEvent.NameChanged> changed, IdentityClaims identities, StreamStates streams, CancellationToken cancellation) =>
        await identities.HoldName(await EntryOf(changed, streams, cancellation), changed.Data.FullName, IdentityClaims.Because(changed), cancellation);

    public static async Task Handle(
        IEvent<ParticularsEvent.NameCorrected> corrected, IdentityClaims identities, StreamStates streams, CancellationToken cancellation) =>
        await identities.HoldName(await EntryOf(corrected, streams, cancellation), corrected.Data.FullName, IdentityClaims.Because(corrected), cancellation);

    private static async Task<RegistrantEvent.Registered> EntryOf(IEvent e, StreamStates streams, CancellationToken cancellation) =>
        (await streams.Refresh<RegistrantState, RegistrantEvent>(StreamId.Parse(e.StreamKey!), cancellation)).State.Entry!;

    private static ApplicationId ApplicationOf(IEvent e) => ApplicationId.Parse(StreamId.Parse(e.StreamKey!).Id, null);
}
