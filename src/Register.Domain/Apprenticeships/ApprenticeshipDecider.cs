using System.Collections.Immutable;
using Register.Domain.Education;

namespace Register.Domain.Apprenticeships;

/// <summary>Decides enrolment and hours.</summary>
public static class ApprenticeshipDecider
{
    private const int HoursInADay = 24, DegreeLevel = 6; // R7

    public static Decision<ApprenticeshipEvent> Enrol(EnrolApprentice command, ApprenticeshipState state, DecisionContext context)
    {
        if (state.Enrolment is not null)
            return Decision.Nothing;
        if (command.AsItStands.Accreditation is not { } programme)
            return Rejection.NotFound("PROGRAMME_NOT_FOUND", "There is no such programme.");
        if (programme.Provider != context.Actor.Organisation)
            return Rejection.Forbidden("NOT_YOUR_PROGRAMME", "Only the provider of a programme enrols its apprentices.");

        var problems = Problems(command, programme, LegalRegime.On(command.StartedOn)).ToImmutableArray();
        return problems.IsEmpty
            ? new ApprenticeshipEvent.Enrolled(
                command.FullName, command.DateOfBirth, command.Employer, command.Programme, programme.Provider, command.StartedOn, context.Now)
            : problems;
    }

    public static Decision<ApprenticeshipEvent> Record(RecordHours command, ApprenticeshipState state, DecisionContext context)
    {
        if (NotYours(state, context) is { } refusal)
            return refusal;
        if (state.Hours.Any(h => (h.From, h.To, h.WorkingHours, h.OffTheJobHours) == (command.From, command.To, command.WorkingHours, command.OffTheJobHours)))
            return Decision.Nothing;

        var problems = Problems(command, state, context.Today).ToImmutableArray();
        return problems.IsEmpty
            ? new ApprenticeshipEvent.HoursRecorded(command.From, command.To, command.WorkingHours, command.OffTheJobHours, context.Now)
            : problems;
    }

    /// <summary>Another provider's apprenticeship does not exist for the caller.</summary>
    internal static Rejection? NotYours(ApprenticeshipState state, DecisionContext context) =>
        state.Enrolment?.Provider == context.Actor.Organisation && state.Enrolment is not null
            ? null
            : Rejection.NotFound("APPRENTICESHIP_NOT_FOUND", "There is no such apprenticeship.");

    private static IEnumerable<Rejection> Problems(EnrolApprentice command, ProgrammeEvent.Accredited programme, LegalRegime regime)
    {
        if (programme is not { AcademicLevel: DegreeLevel, Kind: AwardKind.Programme })
            yield return Rejection.Of(
                "NOT_A_LEVEL_6_DEGREE", "An apprenticeship is a level 6 integrated degree: this programme is another (R7).", "apprenticeship.programme");
        if (!command.AsItStands.WasAccreditedOn(command.StartedOn))
            yield return Rejection.Of(
                "NOT_ACCREDITED_AT_COHORT_START", "The programme is not accredited on the day the apprenticeship starts (R4).", "apprenticeship.started_on");
        if (command.DateOfBirth.AddYears(regime.ApplicantMinimumAge) > command.StartedOn)
            yield return Rejection.Of(
                "TOO_YOUNG", $"An apprentice is at least {regime.ApplicantMinimumAge} years old at the start.", "apprenticeship.date_of_birth");
    }

    private static IEnumerable<Rejection> Problems(RecordHours command, ApprenticeshipState state, DateOnly today)
    {
        if (state.Gateway is not null)
            yield return Rejection.Of("GATEWAY_PASSED", "The gateway was passed on the hours recorded before: no more are added.");
        if (command.To < command.From)
            yield return Rejection.Invalid("period_end", "INTERVAL_EMPTY", "The period ends before it starts.");
        if (command.To > today)
            yield return Rejection.Of("HOURS_IN_THE_FUTURE", "Hours are recorded when they have been worked.", "period_end");
        if (command.From < state.Enrolment!.StartedOn)
            yield return Rejection.Of("BEFORE_THE_START", "The period begins before the apprenticeship.", "period_start");
        if (command.WorkingHours < 1)
            yield return Rejection.Invalid("working_hours", "NOT_POSITIVE", "The working hours are 1 or more.");
        else if (command.WorkingHours > (command.To.DayNumber - command.From.DayNumber + 1L) * HoursInADay && command.To >= command.From)
            yield return Rejection.Invalid("working_hours", "TOO_MANY", "The period has fewer hours.");
        if (command.OffTheJobHours < 0 || command.OffTheJobHours > command.WorkingHours)
            yield return Rejection.Invalid("off_the_job_hours", "NOT_A_PART", "The hours off the job are a part of the working hours.");
        if (state.Hours.Any(h => h.From <= command.To && command.From <= h.To))
            yield return Rejection.Of("PERIOD_RECORDED", "Hours of a part of this period are recorded already.", "period_start");
    }
}
