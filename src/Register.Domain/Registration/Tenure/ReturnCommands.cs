namespace Register.Domain.Registration.Tenure;

/// <summary>Take a person back onto the register, under the same number, because their application was granted.</summary>
/// <param name="Application">The application granted.</param>
/// <param name="From">The first day back.</param>
public sealed record ReturnToRegister(RegistrationNumber Number, WayBack Way, ApplicationId? Application, DateOnly From)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => ReturnDecider.Return(this, state);
}

/// <summary>Come back within a month of the lapse (R20).</summary>
/// <param name="Declared">Whether the professional declaration is made.</param>
/// <param name="FeeReference">The reference of the fee; empty when there is none.</param>
public sealed record ReadmitShortly(RegistrationNumber Number, bool Declared, string FeeReference) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => ReturnDecider.Readmit(this, state, context);
}

/// <summary>Record that restoration was applied for (R20).</summary>
public sealed record RecordRestorationApplication(RegistrationNumber Number, ApplicationId Application, DateOnly On)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => state switch
    {
        { Entry: null } => TenureDecider.NoSuchEntry,
        _ when state.Tenure.RestorationApplications.Any(a => a.Application == Application) => Decision.Nothing,
        _ => new TenureEvent.RestorationApplied(Application, On),
    };
}
