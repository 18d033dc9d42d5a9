using System.Globalization;
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

    /// <summary>What the applicant has already under this name and date of birth; what others have is not for them to learn, and turns them away later.</summary>
    public async Task<IdentityHolder?> OwnOf(string applicant, PersonDetails person, RegistrationNumber? returning, CancellationToken cancellation)
    {
        var identity = await hash.Of(person);
        if (!await known.Contains(identity))
            return null;
        var claims = (await streams.Refresh<IdentityClaimState, IdentityClaimEvent>(identity.Stream, cancellation)).State;
        if (claims.InTheWayOf(returning) is not { } holder)
            return null;
        foreach (var (id, claim) in claims.Applications)
        {
            if (claim.Standing is ClaimStanding.Held or ClaimStanding.Registered
                && (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State.Applicant == applicant)
                return holder;
        }
        return null;
    }

    /// <summary>The claims on the identity that an application stands for; none before it does.</summary>
    public async Task<IdentityClaimState> Of(ApplicationId id, CancellationToken cancellation) =>
        (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State.Identity is { } identity
            ? (await streams.Refresh<IdentityClaimState, IdentityClaimEvent>(identity.Id.Stream, cancellation)).State
            : IdentityClaimState.None;

    /// <summary>Sees to it that a live application has either claimed its person's identity or been turned away.</summary>
    public async Task Settle(ApplicationId id, ClaimCause cause, CancellationToken cancellation)
    {
        var application = (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State;
        // What an appeal finds claimed may be about to be let go of by the refusal: the identity itself is asked.
        var settled = application.Identity?.Standing == IdentityStanding.Claimed && application.Stage != ApplicationStage.UnderAppeal;
        if (application is { MayStand: true, Submission: { } submission } && !settled)
        {
            var returning = RouteRules.ReturningBy(submission.Route, submission.Evidence);
            var distinct = application.Identity is { Distinct: true };
            await Settle(id, submission.Person, returning, distinct, Occasion(application, distinct), cause, cancellation);
        }
    }

    /// <summary>As above, for an application that was submitted just now.</summary>
    public Task Settle(ApplicationId id, ApplicationEvent.Submitted submission, ClaimCause cause, CancellationToken cancellation) =>
        Settle(id, submission.Person, RouteRules.ReturningBy(submission.Route, submission.Evidence), distinct: false, "claim", cause, cancellation);

    /// <summary>Lets go of the identity of an application that has ended without registration, unless it was taken up again since.</summary>
    public async Task Release(ApplicationId id, ClaimCause cause, CancellationToken cancellation)
    {
        var application = (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State;
        if (!application.MayStand)
            await Send(new ReleaseIdentity(await IdentityOf(id, person: null, cancellation), id), $"release {cause.CausationId}", id, cause, cancellation);
    }

    /// <summary>Has a registrant hold the identity of the application that led there.</summary>
    public async Task Hold(RegistrationNumber number, ApplicationId id, PersonDetails person, ClaimCause cause, CancellationToken cancellation)
    {
        var identity = await IdentityOf(id, person, cancellation);
        await Send(new HoldIdentity(identity, number, id), $"hold {number}", id, cause, cancellation);
        await known.Add(identity);
    }

    /// <summary>Has a registrant hold the identity of another name of theirs too.</summary>
    public async Task HoldName(RegistrantEvent.Registered entry, string fullName, ClaimCause cause, CancellationToken cancellation)
    {
        var identity = await hash.Of(entry.Person with { FullName = fullName });
        await Send(new HoldIdentity(identity, entry.Number, entry.Application), $"hold {cause.CausationId}", entry.Application, cause, cancellation);
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

    // Each occasion has its own request ids: what was once answered is not decided again.
    private static string Occasion(ApplicationState application, bool distinct) =>
        application is { Stage: ApplicationStage.UnderAppeal, Appeal: { } appeal } ? string.Create(CultureInfo.InvariantCulture, $"claim on appeal {appeal.Lodged.At:O}")
        : distinct ? "claim of a distinct person"
        : "claim";

    private async Task Settle(
        ApplicationId id,
        PersonDetails person,
        RegistrationNumber? returning,
        bool distinct,
        string occasion,
        ClaimCause cause,
        CancellationToken cancellation)
    {
        var identity = await hash.Of(person);
        var claimed = await Send(new ClaimIdentity(identity, id, returning, distinct), occasion, id, cause, cancellation);
        await known.Add(identity);

        var (standing, _, _, turnedAwayBy) = claimed.State.Of(id);
        if (standing is ClaimStanding.Held or ClaimStanding.Registered)
            await Send(new RecordIdentityClaim(id, identity, null), $"{occasion}: stands {claimed.Version}", id, cause, cancellation);
        else if (standing is ClaimStanding.TurnedAway)
            await Send(new RecordIdentityClaim(id, identity, turnedAwayBy), $"{occasion}: turned away {claimed.Version}", id, cause, cancellation);
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
