using System.Collections.Immutable;

namespace Register.Domain.Apprenticeships;

/// <summary>Decides the gateway and the end-point assessment.</summary>
public static class AssessmentDecider
{
    public static Decision<ApprenticeshipEvent> Pass(PassGateway command, ApprenticeshipState state, DecisionContext context)
    {
        if (ApprenticeshipDecider.NotYours(state, context) is { } refusal)
            return refusal;
        if (state.Gateway is { } passed)
        {
            return passed.On == command.On
                ? Decision.Nothing
                : Rejection.Of("GATEWAY_PASSED", $"The gateway was passed on {passed.On:yyyy-MM-dd} already.", "passed_on");
        }

        var problems = Problems(command, state, context.Today).ToImmutableArray();
        return problems.IsEmpty
            ? new ApprenticeshipEvent.GatewayPassed(command.On, state.WorkingHours, state.OffTheJobHours, context.Now)
            : problems;
    }

    public static Decision<ApprenticeshipEvent> Assess(RecordAssessment command, ApprenticeshipState state, DecisionContext context)
    {
        if (ApprenticeshipDecider.NotYours(state, context) is { } refusal)
            return refusal;
        if (state.Assessments.Any(a => (a.Outcome, a.On, a.CandidateNumber) == (command.Outcome, command.On, command.CandidateNumber)))
            return Decision.Nothing;

        var problems = Problems(command, state, context.Today).ToImmutableArray();
        return problems.IsEmpty
            ? new ApprenticeshipEvent.Assessed(command.Outcome, command.On, command.CandidateNumber, context.Now)
            : problems;
    }

    private static IEnumerable<Rejection> Problems(PassGateway command, ApprenticeshipState state, DateOnly today)
    {
        if (command.On > today)
            yield return Rejection.Of("GATEWAY_IN_THE_FUTURE", "A gateway is recorded when it has been passed.", "passed_on");
        if (command.On < state.Enrolment!.StartedOn || state.Hours.Any(h => h.To > command.On))
            yield return Rejection.Of("GATEWAY_BEFORE_THE_HOURS", "The gateway comes after the hours that are recorded.", "passed_on");

        var (worked, off, percent) = (state.WorkingHours, state.OffTheJobHours, LegalRegime.On(command.On).OffTheJobPercent);
        if (worked == 0)
            yield return Rejection.Of("NO_HOURS", "No hours are recorded yet.");
        else if (off * 100L < worked * (long)percent)
            yield return Rejection.Of(
                "OFF_THE_JOB_SHARE", $"{off} of {worked} working hours were off the job: at least {percent} per cent are needed, which is {Needed(worked, percent)} hours.");
    }

    private static IEnumerable<Rejection> Problems(RecordAssessment command, ApprenticeshipState state, DateOnly today)
    {
        if (state.Pass is not null)
            yield return Rejection.Of("ASSESSMENT_PASSED", "The end-point assessment was passed already.", "outcome");
        if (state.Gateway is null)
            yield return Rejection.Of("GATEWAY_NOT_PASSED", "The end-point assessment comes after the gateway.");
        if (command.On > today)
            yield return Rejection.Of("ASSESSMENT_IN_THE_FUTURE", "An assessment is recorded when it has come to an outcome.", "assessed_on");
        if (command.On < state.Gateway?.On || state.Assessments.Any(a => a.On > command.On))
            yield return Rejection.Of("ASSESSMENT_OUT_OF_ORDER", "An assessment comes after the gateway and after the assessments before it.", "assessed_on");

        if (command is not { Outcome: AssessmentOutcome.Passed, CandidateNumber: { } candidate })
            yield break;
        var programme = command.AsItStands;
        var listed = programme.Awards.GetValueOrDefault(candidate);
        if (listed is null ? programme.Listings.ContainsKey(candidate) : listed.DateOfBirth != state.Enrolment!.DateOfBirth)
            yield return Rejection.Of("CANDIDATE_ALREADY_LISTED", "A pass list of the programme has this candidate number for another award.", "candidate_number");
    }

    private static long Needed(int worked, int percent) => ((worked * (long)percent) + 99) / 100;
}
