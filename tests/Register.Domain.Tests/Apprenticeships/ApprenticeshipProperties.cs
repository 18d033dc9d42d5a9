using CsCheck;
using Register.Domain.Apprenticeships;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Apprenticeships.Apprentices;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Apprenticeships;

public sealed class ApprenticeshipProperties
{
    private static readonly DateOnly FirstDay = Day("2026-01-01");

    private static readonly Gen<ICommand<ApprenticeshipState, ApprenticeshipEvent>> Enrolments = Gen.Const(
        (ICommand<ApprenticeshipState, ApprenticeshipEvent>)new EnrolApprentice(
            Id, "Nadia Rahman", Day("2001-05-30"), "RR8", Programmes.Id, Start, Programme()));

    private static readonly Gen<ICommand<ApprenticeshipState, ApprenticeshipEvent>> Periods =
        from start in Gen.Int[-30, 300]
        from days in Gen.Int[0, 60]
        from working in Gen.Int[0, 300]
        from off in Gen.Int[0, 100]
        select (ICommand<ApprenticeshipState, ApprenticeshipEvent>)new RecordHours(
            Id, FirstDay.AddDays(start), FirstDay.AddDays(start + days), working, off);

    private static readonly Gen<ICommand<ApprenticeshipState, ApprenticeshipEvent>> Gateways =
        from days in Gen.Int[0, 400]
        select (ICommand<ApprenticeshipState, ApprenticeshipEvent>)new PassGateway(Id, FirstDay.AddDays(days));

    private static readonly Gen<ICommand<ApprenticeshipState, ApprenticeshipEvent>> Assessments =
        from days in Gen.Int[0, 500]
        from passed in Gen.Bool
        select (ICommand<ApprenticeshipState, ApprenticeshipEvent>)new RecordAssessment(
            Id, passed ? AssessmentOutcome.Passed : AssessmentOutcome.NotPassed, FirstDay.AddDays(days), passed ? "A-2001" : null, Programme());

    private static readonly Gen<Step<ApprenticeshipState, ApprenticeshipEvent>> Steps =
        from command in Gen.Frequency((3, Enrolments), (4, Periods), (2, Gateways), (2, Assessments))
        from daysLater in Gen.Int[0, 60]
        from who in Gen.OneOf(Leeds, Leeds, Leeds, Cardiff)
        select new Step<ApprenticeshipState, ApprenticeshipEvent>(command, daysLater, who);

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Steps.Array[1, 25].Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Steps.Array[1, 25].Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact]
    public void Nobody_passes_the_gateway_with_less_than_the_share_off_the_job_or_is_assessed_before_it() => Steps.Array[1, 25].Sample(steps =>
    {
        foreach (var accepted in Histories.Run(steps))
        {
            var state = accepted.Outcome;
            Assert.True(state.Gateway is null || state.Gateway.OffTheJobHours * 100 >= state.Gateway.WorkingHours * LegalRegime.On(FirstDay).OffTheJobPercent);
            Assert.All(state.Assessments, a => Assert.True(state.Gateway!.On <= a.On));
        }
    });
}
