namespace Register.Domain.Registration.Tenure;

/// <summary>Mark a registrant as drawn for the CPD audit of a round (R18).</summary>
public sealed record SelectForCpdAudit(RegistrationNumber Number, DateOnly Round) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => CpdAuditDecider.Select(this, state, context);
}

/// <summary>Hand in one's CPD profile.</summary>
public sealed record SubmitCpdProfile(RegistrationNumber Number, string Profile) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => CpdAuditDecider.Submit(this, state, context);
}

/// <summary>Decide on a CPD audit (R18).</summary>
public sealed record DecideCpdAudit(RegistrationNumber Number, CpdOutcome Outcome, string Reasons) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => CpdAuditDecider.Decide(this, state, context);
}

/// <summary>Appeal against the finding that one's CPD does not meet the standards (R18).</summary>
public sealed record AppealCpdOutcome(RegistrationNumber Number, string Grounds) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => CpdAuditDecider.Appeal(this, state, context);
}

/// <summary>Decide on that appeal.</summary>
public sealed record DecideCpdAppeal(RegistrationNumber Number, bool Allowed, string Reasons) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context) => CpdAuditDecider.DecideAppeal(this, state, context);
}
