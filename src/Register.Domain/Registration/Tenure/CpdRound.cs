using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Register.Domain.Registration.Tenure;

/// <summary>The CPD audit of one renewal round: who was drawn, reproducibly (R18).</summary>
public abstract record CpdRoundEvent
{
    /// <summary>Drawn from those who renewed. With the same seed and population, <see cref="CpdDraw"/> draws the same again.</summary>
    public sealed record Drawn(
        DateOnly Round, string Algorithm, string Seed, int Population, ImmutableArray<RegistrationNumber> Selected, DateOnly On) : CpdRoundEvent;
}

/// <summary>A round and its draw; null while there is none.</summary>
public sealed record CpdRoundState(CpdRoundEvent.Drawn? Draw) : IState<CpdRoundState, CpdRoundEvent>
{
    public static CpdRoundState None { get; } = new((CpdRoundEvent.Drawn?)null);

    /// <summary>The stream of a round.</summary>
    public static StreamId StreamOf(DateOnly round) => new("cpdaudit", round.ToString("O", CultureInfo.InvariantCulture));

    public CpdRoundState Evolve(CpdRoundEvent e) => e switch
    {
        CpdRoundEvent.Drawn d => new(d),
        _ => throw new UnreachableException(),
    };
}

/// <summary>Draw the CPD audit of a round that is over.</summary>
/// <param name="Round">The renewal date of the round.</param>
/// <param name="Seed">Random bytes in hexadecimal, from a source that nobody can foresee.</param>
/// <param name="Population">Everybody who renewed in the round.</param>
public sealed record DrawCpdAudit(DateOnly Round, string Seed, ImmutableArray<RegistrationNumber> Population) : ICommand<CpdRoundState, CpdRoundEvent>
{
    public StreamId Stream => CpdRoundState.StreamOf(Round);

    public Decision<CpdRoundEvent> Decide(CpdRoundState state, DecisionContext context)
    {
        if (state.Draw is not null || Population.IsEmpty)
            return Decision.Nothing;
        if (context.Today <= Round)
            return Rejection.Of("ROUND_NOT_OVER", $"Renewals of this round are made until {Round:yyyy-MM-dd}: the draw comes after that (R18).");
        var selected = CpdDraw.Select(Seed, Population, LegalRegime.On(Round).CpdAuditPerTenThousand);
        return new CpdRoundEvent.Drawn(Round, CpdDraw.Algorithm, Seed, Population.Length, selected, context.Today);
    }
}
