using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Registration;

/// <summary>The one stream from which every registration number is given out, so that none is given twice (R16).</summary>
public abstract record RegistrationNumberEvent
{
    /// <summary>A number now belongs to an application, for ever.</summary>
    public sealed record Reserved(RegistrationNumber Number, ApplicationId Application) : RegistrationNumberEvent;
}

/// <summary>Which numbers are taken.</summary>
public sealed record RegistrationNumbersState(int Last, ImmutableHashSet<ApplicationId> Applications)
    : IState<RegistrationNumbersState, RegistrationNumberEvent>
{
    /// <summary>The register has one such stream.</summary>
    public static readonly StreamId Stream = new("numbers", "registration");

    public static RegistrationNumbersState None { get; } = new(0, []);

    public RegistrationNumbersState Evolve(RegistrationNumberEvent e) => e switch
    {
        RegistrationNumberEvent.Reserved r => new(r.Number.Value, Applications.Add(r.Application)),
        _ => throw new UnreachableException(),
    };
}

/// <summary>Give a granted application its number.</summary>
public sealed record ReserveNumber(ApplicationId Application) : ICommand<RegistrationNumbersState, RegistrationNumberEvent>
{
    public StreamId Stream => RegistrationNumbersState.Stream;

    public Decision<RegistrationNumberEvent> Decide(RegistrationNumbersState state, DecisionContext context)
    {
        if (state.Applications.Contains(Application))
            return Decision.Nothing;
        if (state.Last == RegistrationNumber.MaxValue)
            return Rejection.Of("NUMBERS_EXHAUSTED", "Every registration number has been given out (R16).");
        return new RegistrationNumberEvent.Reserved(new RegistrationNumber(state.Last + 1), Application);
    }
}
