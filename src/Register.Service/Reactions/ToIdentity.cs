using JasperFx.Events;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.Service.Identity;

namespace Register.Service.Reactions;

/// <summary>An application claims its person's identity, and lets go of it, or hands it on to the registrant (R14).</summary>
public static class ToIdentity
{
    public static Task Handle(IEvent<ApplicationEvent.Submitted> submitted, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Settle(
            ApplicationOf(submitted),
            submitted.Data.Person,
            RouteRules.ReturningBy(submitted.Data.Route, submitted.Data.Evidence),
            distinct: false,
            IdentityClaims.Because(submitted),
            cancellation);

    public static Task Handle(IEvent<IdentityEvent.FoundDistinct> found, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Settle(ApplicationOf(found), IdentityClaims.Because(found), cancellation);

    public static Task Handle(IEvent<ApplicationEvent.Refused> refused, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Release(ApplicationOf(refused), IdentityClaims.Because(refused), cancellation);

    public static Task Handle(IEvent<ApplicationEvent.Withdrawn> withdrawn, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Release(ApplicationOf(withdrawn), IdentityClaims.Because(withdrawn), cancellation);

    public static Task Handle(IEvent<RegistrantEvent.Registered> registered, IdentityClaims identities, CancellationToken cancellation) =>
        identities.Hold(
            registered.Data.Number, registered.Data.Application, registered.Data.Person, IdentityClaims.Because(registered), cancellation);

    private static ApplicationId ApplicationOf(IEvent e) => ApplicationId.Parse(StreamId.Parse(e.StreamKey!).Id, null);
}
