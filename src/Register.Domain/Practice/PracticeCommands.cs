using Register.Domain.Registration;

namespace Register.Domain.Practice;

/// <summary>Whose practice it is.</summary>
/// <param name="Number">The registration number.</param>
/// <param name="Holder">The subject of the entry's holder, as the register has it; null when there is no such entry.</param>
public sealed record PracticeOwner(RegistrationNumber Number, string? Holder);

/// <summary>Declare the tier of the career framework from a date on.</summary>
public sealed record DeclareTier(PracticeOwner Owner, CareerTier Tier, DateOnly From, string Evidence) : ICommand<PracticeState, PracticeEvent>
{
    public StreamId Stream => PracticeState.StreamOf(Owner.Number);

    public Decision<PracticeEvent> Decide(PracticeState state, DecisionContext context) => PracticeDecider.Declare(this, state, context);
}

/// <summary>Declare the Agenda for Change band from a date on.</summary>
public sealed record DeclareBand(PracticeOwner Owner, AgendaForChangeBand Band, DateOnly From, string Evidence) : ICommand<PracticeState, PracticeEvent>
{
    public StreamId Stream => PracticeState.StreamOf(Owner.Number);

    public Decision<PracticeEvent> Decide(PracticeState state, DecisionContext context) => PracticeDecider.Declare(this, state, context);
}

/// <summary>Declare the job title from a date on.</summary>
public sealed record DeclareJobTitle(PracticeOwner Owner, string Title, DateOnly From, string Evidence) : ICommand<PracticeState, PracticeEvent>
{
    public StreamId Stream => PracticeState.StreamOf(Owner.Number);

    public Decision<PracticeEvent> Decide(PracticeState state, DecisionContext context) => PracticeDecider.Declare(this, state, context);
}

/// <summary>Declare work for an employer, or correct what was declared (R23).</summary>
/// <param name="EmployerName">Needed where the register does not know the code.</param>
/// <param name="Region">Needed where the register does not know the code.</param>
public sealed record DeclareEmployment(
    PracticeOwner Owner,
    OdsCode Employer,
    string? EmployerName,
    Region? Region,
    PracticeSetting Setting,
    decimal WholeTimeEquivalent,
    DateOnly From,
    DateOnly? To,
    string Evidence) : ICommand<PracticeState, PracticeEvent>
{
    public StreamId Stream => PracticeState.StreamOf(Owner.Number);

    public Decision<PracticeEvent> Decide(PracticeState state, DecisionContext context) => PracticeDecider.Declare(this, state, context);
}

/// <summary>Record continuing professional development of one's own.</summary>
public sealed record RecordCpd(PracticeOwner Owner, CpdRecord Record) : ICommand<PracticeState, PracticeEvent>
{
    public StreamId Stream => PracticeState.StreamOf(Owner.Number);

    public Decision<PracticeEvent> Decide(PracticeState state, DecisionContext context) => PracticeDecider.Record(this, state, context);
}
