using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Registration;

namespace Register.Domain.FitnessToPractise;

/// <summary>A fitness-to-practise case: a concern, and the orders that protect the public while it is looked into.</summary>
public abstract record CaseEvent
{
    /// <summary>Somebody raised a concern about a registrant.</summary>
    public sealed record ConcernRaised(RegistrationNumber Registrant, Ground Ground, string Concern, DateOnly ReceivedOn, DateTimeOffset At) : CaseEvent;

    /// <summary>An interim order, at once and to its last day (R24).</summary>
    public sealed record InterimOrderImposed(InterimOrderKind Kind, DateOnly From, DateOnly Until, DateOnly FirstReviewBy, string PublicText) : CaseEvent;

    /// <summary>The interim order ended early; its last day was the day before.</summary>
    public sealed record InterimOrderRevoked(DateOnly On) : CaseEvent;

    /// <summary>The case is over; an interim order ends with it.</summary>
    public sealed record Closed(string Reasons, DateOnly On) : CaseEvent;
}

/// <summary>What a concern is about.</summary>
public enum Ground
{
    Misconduct = 1,
    LackOfCompetence,
    ConvictionOrCaution,
    Health,
    DeterminationByAnotherBody,
    BarredList,
    IncorrectOrFraudulentEntry,
}

/// <summary>What an interim order does.</summary>
public enum InterimOrderKind
{
    Suspension = 1,
    Conditions,
}

/// <summary>A case as its events made it.</summary>
/// <param name="FirstOrderFrom">The first day of the case's first interim order, from which the longest time of all its orders is counted (R24).</param>
public sealed record CaseState(
    CaseEvent.ConcernRaised? Concern,
    DateOnly? FirstOrderFrom,
    CaseEvent.InterimOrderImposed? Order,
    DateOnly? OrderRevokedOn,
    CaseEvent.Closed? Closing) : IState<CaseState, CaseEvent>
{
    public static CaseState None { get; } = new(null, null, null, null, null);

    /// <summary>Every interim order there was, in order, as long as it was or will be in force.</summary>
    public ImmutableArray<InterimOrderSpan> Orders { get; init; } = [];

    public CaseState Evolve(CaseEvent e) => e switch
    {
        CaseEvent.ConcernRaised c => this with { Concern = c },
        CaseEvent.InterimOrderImposed o => this with { Order = o, OrderRevokedOn = null, FirstOrderFrom = FirstOrderFrom ?? o.From, Orders = Orders.Add(new(o.Kind, o.From, o.Until, o.PublicText)) },
        CaseEvent.InterimOrderRevoked r => this with { OrderRevokedOn = r.On, Orders = [.. Orders[..^1], Orders[^1] with { Until = r.On.AddDays(-1) }] },
        CaseEvent.Closed c => this with { Closing = c },
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether the last interim order is in force on a date: it ends when revoked, and with the case.</summary>
    public bool HasOrderOn(DateOnly date) =>
        Order is { } order && order.From <= date && date <= order.Until
        && !(OrderRevokedOn <= date) && !(Closing?.On <= date);
}
