using Grpc.Core;
using JasperFx.Events;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.EventStore.Marten;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Reactions;

namespace Register.Service.Identity;

/// <summary>What a claim is made because of.</summary>
/// <param name="CorrelationId">Shared by everything that follows from one call.</param>
/// <param name="CausationId">The event that leads to it, where one does.</param>
public sealed record ClaimCause(string CorrelationId, Guid? CausationId = null);

/// <summary>Carries claims between an application and its person's identity (R14). Request ids derive from the application, so that whoever
/// comes first, a reaction or a grant, does it once.</summary>
public sealed class IdentityClaims(CommandBus commands, StreamStates streams, IdentityHash hash, KnownIdentities known)
{
    /// <summary>Because of an event.</summary>
    public static ClaimCause Because(IEvent e) => new(MartenEvents.MetadataOf(e).CorrelationId, e.Id);

    /// <summary>Because of a call.</summary>
    public static ClaimCause Because(ServerCallContext context, Guid requestId) => new(context.Origin(requestId).CorrelationId);

    /// <summary>What stands in the way of an application that is about to be submitted; a repeated one is not in its own way.</summary>
    public async Task<IdentityHolder?> InTheWayOf(
        ApplicationId id, PersonDetails person, RegistrationNumber? returning, CancellationToken cancellation)
    {
        var identity = await hash.Of(person);
        if (!await known.Contains(identity))
            return null;
        var claims = await streams.Refresh<IdentityClaimState, IdentityClaimEvent>(identity.Stream, cancellation);
        if (claims.State.InTheWayOf(returning) is not { } holder)
            return null;
        return (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State.Submission is null ? holder : null;
    }

    /// <summary>Sees to it that a live application has either claimed its person's identity or been turned away.</summary>
    public async Task Settle(ApplicationId id, ClaimCause cause, CancellationToken cancellation)
    {
        var application = (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State;
        if (application is { IsLive: true, Submission: { } submission } && application.Identity?.Standing != IdentityStanding.Claimed)
        {
            var returning = RouteRules.ReturningBy(submission.Route, submission.Evidence);
            await Settle(id, submission.Person, returning, application.Identity is { Distinct: true }, cause, cancellation);
        }
    }

    /// <summary>As above, for an application whose person is known.</summary>
    /// <param name="returning">The registrant who comes back with it, where one does.</param>
    /// <param name="distinct">Whether an officer found that this is a different person of the same name and date of birth.</param>
    public async Task Settle(
        ApplicationId id, PersonDetails person, RegistrationNumber? returning, bool distinct, ClaimCause cause, CancellationToken cancellation)
    {
        var identity = await hash.Of(person);
        var claim = new ClaimIdentity(identity, id, returning, distinct);
        var claimed = await Send(claim, distinct ? "claim of a distinct person" : "claim", id, cause, cancellation);
        await known.Add(identity);

        var (standing, _, _, turnedAwayBy) = claimed.State.Of(id);
        if (standing is ClaimStanding.Held or ClaimStanding.Registered)
            await Send(new RecordIdentityClaim(id, identity, null), $"claimed {claimed.Version}", id, cause, cancellation);
        else if (standing is ClaimStanding.TurnedAway)
            await Send(new RecordIdentityClaim(id, identity, turnedAwayBy), $"turned away {claimed.Version}", id, cause, cancellation);
    }

    /// <summary>Lets go of the identity of an application that has ended without registration.</summary>
    public async Task Release(ApplicationId id, ClaimCause cause, CancellationToken cancellation) =>
        await Send(new ReleaseIdentity(await IdentityOf(id, person: null, cancellation), id), $"release {cause.CausationId}", id, cause, cancellation);

    /// <summary>Has a registrant hold the identity of the application that led there.</summary>
    public async Task Hold(RegistrationNumber number, ApplicationId id, PersonDetails person, ClaimCause cause, CancellationToken cancellation)
    {
        var identity = await IdentityOf(id, person, cancellation);
        await Send(new HoldIdentity(identity, number, id), $"hold {number}", id, cause, cancellation);
        await known.Add(identity);
    }

    /// <summary>Has a registrant who came back hold it again: their application is granted, and they keep their entry and its number (R16).</summary>
    public async Task HoldAgain(ApplicationId id, ClaimCause cause, CancellationToken cancellation)
    {
        var identity = await IdentityOf(id, person: null, cancellation);
        var claims = await streams.Refresh<IdentityClaimState, IdentityClaimEvent>(identity.Stream, cancellation);
        if (claims.State.Of(id).Returning is { } number)
            await Send(new HoldIdentity(identity, number, id), $"hold {number}", id, cause, cancellation);
    }

    private async Task<IdentityId> IdentityOf(ApplicationId id, PersonDetails? person, CancellationToken cancellation)
    {
        var application = (await streams.Load<ApplicationState, ApplicationEvent>(id.Stream, assumeNew: false, cancellation)).State;
        return application.Identity?.Id ?? await hash.Of(application.Submission?.Person ?? person!);
    }

    private async Task<CommandOutcome<TState, TEvent>> Send<TState, TEvent>(
        ICommand<TState, TEvent> command, string purpose, ApplicationId id, ClaimCause cause, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var origin = new CommandOrigin(DerivedId.From(id.Value, purpose), Actor.Register, cause.CorrelationId, cause.CausationId);
        var outcome = await commands.Send(command, origin, cancellation);
        return outcome.Rejections.IsEmpty ? outcome : throw new ReactionRejectedException(command.GetType().Name, outcome.Rejections[0].Code);
    }
}
