using System.Diagnostics;
using Register.Domain.Identity;

namespace Register.Domain.Applications;

/// <summary>Whether an application stands as its person's only one (R14): what the claim on the identity came to.</summary>
public abstract record IdentityEvent : ApplicationEvent
{
    /// <summary>The application stands for this identity.</summary>
    public sealed record Claimed(IdentityId Identity, DateTimeOffset At) : IdentityEvent;

    /// <summary>Another application or a registration holds the identity: this application is closed, unless an officer finds another person.</summary>
    public sealed record TurnedAway(IdentityId Identity, IdentityHolder By, DateTimeOffset At) : IdentityEvent;

    /// <summary>An officer found that the applicant is a different person of the same name and date of birth: the application goes on.</summary>
    public sealed record FoundDistinct(string Officer, [Personal] string Reasons, DateTimeOffset At) : IdentityEvent;
}

/// <summary>How far it is settled that an application is its person's only one.</summary>
public enum IdentityStanding
{
    Claimed = 1,
    TurnedAway,
    FoundDistinct,

    /// <summary>The application was refused, and the person may apply again; an appeal claims the identity once more.</summary>
    LetGo,
}

/// <summary>An application's identity, as its events made it.</summary>
/// <param name="Id">The identity claimed.</param>
/// <param name="Resumes">The stage at which an application that was turned away goes on.</param>
/// <param name="Distinct">Whether an officer found that this is a different person of the same name and date of birth.</param>
public sealed record ApplicationIdentity(IdentityStanding Standing, IdentityId Id, ApplicationStage Resumes, bool Distinct)
{
    /// <summary>The identity of an application that was refused.</summary>
    internal ApplicationIdentity LetGo() => this with { Standing = IdentityStanding.LetGo };

    /// <summary>The application after one more of these events.</summary>
    public static ApplicationState Evolve(ApplicationState state, IdentityEvent e) => e switch
    {
        IdentityEvent.Claimed c => state with { Identity = new(IdentityStanding.Claimed, c.Identity, state.Stage, state.Identity?.Distinct ?? false) },
        IdentityEvent.TurnedAway t => state with
        {
            Stage = ApplicationStage.TurnedAway,
            Identity = new(IdentityStanding.TurnedAway, t.Identity, state.Stage, Distinct: false),
        },
        IdentityEvent.FoundDistinct => state with
        {
            Stage = state.Stage == ApplicationStage.TurnedAway ? state.Identity!.Resumes : state.Stage,
            Identity = state.Identity! with { Standing = IdentityStanding.FoundDistinct, Distinct = true },
        },
        _ => throw new UnreachableException(),
    };
}
