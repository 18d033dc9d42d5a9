using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Apprenticeships.Apprentices;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Apprenticeships;

public sealed class AssessingAnApprentice
{
    private static readonly ApprenticeshipEvent.Assessed Passed = new(AssessmentOutcome.Passed, Day("2024-06-28"), "A-2001", Today.Now);

    private static readonly ApprenticeshipEvent.Assessed NotPassed = new(AssessmentOutcome.NotPassed, Day("2024-05-31"), null, Today.Now);

    private static readonly ListedAward Award = new("A-2001", Enrolled.FullName, Enrolled.DateOfBirth, [], Start, null);

    [Fact]
    public void The_gateway_is_passed_with_exactly_a_fifth_of_the_hours_off_the_job() =>
        Given(Enrolled, Hours(1000, 200)).When(new PassGateway(Id, Gateway.On), Today).Then(Gateway);

    [Fact]
    public void The_gateway_is_not_passed_with_an_hour_less_than_a_fifth_off_the_job() =>
        Given(Enrolled, Hours(1000, 199)).When(new PassGateway(Id, Gateway.On), Today)
            .ThenRejected("OFF_THE_JOB_SHARE").Naming("at least 20 per cent are needed, which is 200 hours");

    [Fact]
    public void A_fifth_of_an_odd_number_of_hours_is_rounded_up() =>
        Given(Enrolled, Hours(1001, 200)).When(new PassGateway(Id, Gateway.On), Today).ThenRejected("OFF_THE_JOB_SHARE").Naming("201 hours");

    [Fact]
    public void The_gateway_is_not_passed_without_any_hours() =>
        Given(Enrolled).When(new PassGateway(Id, Gateway.On), Today).ThenRejected("NO_HOURS");

    [Fact]
    public void The_gateway_may_be_passed_on_the_last_day_of_the_hours() =>
        Given(Enrolled, Hours(1000, 200)).When(new PassGateway(Id, Start.AddDays(99)), Today).Then(Gateway with { On = Start.AddDays(99) });

    [Fact]
    public void The_gateway_is_not_passed_before_the_hours_are_over() =>
        Given(Enrolled, Hours(1000, 200)).When(new PassGateway(Id, Start.AddDays(98)), Today).ThenRejected("GATEWAY_BEFORE_THE_HOURS");

    [Fact]
    public void The_gateway_is_not_passed_tomorrow() =>
        Given(Enrolled, Hours(1000, 200)).When(new PassGateway(Id, Today.Today.AddDays(1)), Today).ThenRejected("GATEWAY_IN_THE_FUTURE");

    [Fact]
    public void The_gateway_is_passed_once()
    {
        Given(Enrolled, Hours(1000, 200), Gateway).When(new PassGateway(Id, Gateway.On), Today).ThenNothing();
        Given(Enrolled, Hours(1000, 200), Gateway).When(new PassGateway(Id, Gateway.On.AddDays(1)), Today).ThenRejected("GATEWAY_PASSED");
    }

    [Fact]
    public void The_assessment_is_passed_after_the_gateway() =>
        Given(Enrolled, Hours(1000, 200), Gateway).When(Assess(Passed), Today).Then(Passed);

    [Fact]
    public void There_is_no_assessment_before_the_gateway() =>
        Given(Enrolled, Hours(1000, 200)).When(Assess(Passed), Today).ThenRejected("GATEWAY_NOT_PASSED");

    [Fact]
    public void The_assessment_may_be_on_the_day_of_the_gateway() =>
        Given(Enrolled, Hours(1000, 200), Gateway).When(Assess(Passed with { On = Gateway.On }), Today).Then(Passed with { On = Gateway.On });

    [Fact]
    public void The_assessment_is_not_on_the_day_before_the_gateway() =>
        Given(Enrolled, Hours(1000, 200), Gateway).When(Assess(Passed with { On = Gateway.On.AddDays(-1) }), Today)
            .ThenRejected("ASSESSMENT_OUT_OF_ORDER");

    [Fact]
    public void The_assessment_is_not_passed_tomorrow() =>
        Given(Enrolled, Hours(1000, 200), Gateway).When(Assess(Passed with { On = Today.Today.AddDays(1) }), Today)
            .ThenRejected("ASSESSMENT_IN_THE_FUTURE");

    [Fact]
    public void What_was_not_passed_may_be_passed_later()
    {
        Given(Enrolled, Hours(1000, 200), Gateway).When(Assess(NotPassed), Today).Then(NotPassed);
        Given(Enrolled, Hours(1000, 200), Gateway, NotPassed).When(Assess(Passed), Today).Then(Passed);
        Given(Enrolled, Hours(1000, 200), Gateway, NotPassed).When(Assess(Passed with { On = NotPassed.On.AddDays(-1) }), Today)
            .ThenRejected("ASSESSMENT_OUT_OF_ORDER");
    }

    [Fact]
    public void What_was_passed_is_not_assessed_again()
    {
        Given(Enrolled, Hours(1000, 200), Gateway, Passed).When(Assess(Passed), Today).ThenNothing();
        Given(Enrolled, Hours(1000, 200), Gateway, Passed).When(Assess(NotPassed with { On = Passed.On }), Today).ThenRejected("ASSESSMENT_PASSED");
    }

    [Fact]
    public void A_candidate_number_of_somebody_else_is_not_given() =>
        Given(Enrolled, Hours(1000, 200), Gateway)
            .When(Assess(Passed, Programme(Programmes.Listed(Award with { DateOfBirth = Day("1999-01-01") }))), Today)
            .ThenRejected("CANDIDATE_ALREADY_LISTED").About("candidate_number");

    [Fact]
    public void The_provider_may_have_listed_the_apprentice_already() =>
        Given(Enrolled, Hours(1000, 200), Gateway).When(Assess(Passed, Programme(Programmes.Listed(Award))), Today).Then(Passed);

    [Fact] // R6
    public void The_award_that_an_apprenticeship_led_to_is_listed_unratified_with_the_areas_of_the_programme() =>
        Programmes.Given(Degree)
            .When(new ListApprenticeAward(Programmes.Id, Award, Id), Actor.Register.On("2024-07-01"))
            .Then(new ProgrammeEvent.AwardListed(Award with { PracticeAreas = Programmes.Areas }, Today.Now, Id));

    [Fact] // R6
    public void The_award_of_an_apprentice_who_is_listed_already_is_left_as_it_is() =>
        Programmes.Given(Degree, Programmes.Listed(Award with { RatifiedOn = Day("2024-07-01") }))
            .When(new ListApprenticeAward(Programmes.Id, Award, Id), Actor.Register.On("2024-07-01"))
            .ThenNothing();

    [Fact]
    public void An_apprenticeship_goes_from_training_over_the_gateway_to_its_completion()
    {
        Assert.Equal(ApprenticeshipStage.InTraining, Given(Enrolled, Hours(1000, 200)).State.Stage);
        Assert.Equal(ApprenticeshipStage.GatewayPassed, Given(Enrolled, Gateway).State.Stage);
        Assert.Equal(ApprenticeshipStage.AssessmentNotPassed, Given(Enrolled, Gateway, NotPassed).State.Stage);
        Assert.Equal(ApprenticeshipStage.Completed, Given(Enrolled, Gateway, NotPassed, Passed).State.Stage);
    }

    [Fact]
    public void For_another_provider_the_apprenticeship_does_not_exist()
    {
        var cardiff = Cardiff.On("2024-07-01");
        Given(Enrolled, Hours(1000, 200)).When(new PassGateway(Id, Gateway.On), cardiff).ThenRejected("APPRENTICESHIP_NOT_FOUND");
        Given(Enrolled, Gateway).When(Assess(Passed), cardiff).ThenRejected("APPRENTICESHIP_NOT_FOUND").As(RejectionKind.NotFound);
    }

    private static RecordAssessment Assess(ApprenticeshipEvent.Assessed to, ProgrammeState? programme = null) =>
        new(Id, to.Outcome, to.On, to.CandidateNumber, programme ?? Programme());
}
