using Register.Domain.Education;

namespace Register.Domain.Apprenticeships;

/// <summary>Enrol an apprentice on a programme, which is decided on as it stands.</summary>
public sealed record EnrolApprentice(
    ApprenticeshipId Id, string FullName, DateOnly DateOfBirth, string Employer, ProgrammeId Programme, DateOnly StartedOn, ProgrammeState AsItStands)
    : ICommand<ApprenticeshipState, ApprenticeshipEvent>
{
    public StreamId Stream => Id.Stream;

    public bool OpensStream => true;

    public Decision<ApprenticeshipEvent> Decide(ApprenticeshipState state, DecisionContext context) => ApprenticeshipDecider.Enrol(this, state, context);
}

/// <summary>Record the hours of a period, both days included.</summary>
public sealed record RecordHours(ApprenticeshipId Id, DateOnly From, DateOnly To, int WorkingHours, int OffTheJobHours)
    : ICommand<ApprenticeshipState, ApprenticeshipEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApprenticeshipEvent> Decide(ApprenticeshipState state, DecisionContext context) => ApprenticeshipDecider.Record(this, state, context);
}

/// <summary>Pass the gateway to the end-point assessment: enough of the hours were off the job.</summary>
public sealed record PassGateway(ApprenticeshipId Id, DateOnly On) : ICommand<ApprenticeshipState, ApprenticeshipEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApprenticeshipEvent> Decide(ApprenticeshipState state, DecisionContext context) => AssessmentDecider.Pass(this, state, context);
}

/// <summary>Record an end-point assessment; the programme's pass lists are decided on as they stand.</summary>
public sealed record RecordAssessment(ApprenticeshipId Id, AssessmentOutcome Outcome, DateOnly On, string? CandidateNumber, ProgrammeState AsItStands)
    : ICommand<ApprenticeshipState, ApprenticeshipEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApprenticeshipEvent> Decide(ApprenticeshipState state, DecisionContext context) => AssessmentDecider.Assess(this, state, context);
}
