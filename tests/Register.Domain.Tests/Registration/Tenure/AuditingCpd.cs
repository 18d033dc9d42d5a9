using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Domain.Tests.Applications;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Tenure.TenureOf;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class AuditingCpd
{
    private static readonly SelectedForCpdAudit Selected = new(PeriodEnd, Day("2028-02-29"), Day("2028-05-29"));
    private static readonly CpdProfileSubmitted Submitted = new(PeriodEnd, "What I learnt.", Day("2028-04-01"));
    private static readonly CpdAuditDecided FurtherTime =
        new(PeriodEnd, CpdOutcome.FurtherTime, "Too little.", FirstOfficer.Subject, Day("2028-04-10"), Day("2028-07-10"));
    private static readonly CpdAuditDecided NotMet =
        new(PeriodEnd, CpdOutcome.DoesNotMeet, "Too little.", FirstOfficer.Subject, Day("2028-04-10"), Day("2028-05-08"));
    private static readonly CpdOutcomeAppealed Appealed = new(PeriodEnd, "I was ill.", Day("2028-05-08"));

    [Fact] // R18
    public void Who_is_drawn_has_three_months_for_the_profile() =>
        Drawn([]).When(new SelectForCpdAudit(Number, PeriodEnd), Actor.Register.On("2028-02-29")).Then(Selected);

    [Fact] // R18
    public void Who_is_drawn_is_drawn_once() =>
        Drawn([Selected]).When(new SelectForCpdAudit(Number, PeriodEnd), Actor.Register.On("2028-03-01")).ThenNothing();

    [Fact] // R18
    public void Who_has_left_by_then_is_not_audited() =>
        Drawn([new Left(Day("2028-02-29"))]).When(new SelectForCpdAudit(Number, PeriodEnd), Actor.Register.On("2028-03-01")).ThenNothing();

    [Theory] // R18
    [InlineData("2028-05-29", null)]
    [InlineData("2028-05-30", "CPD_PROFILE_LATE")]
    public void A_profile_is_handed_in_by_its_deadline(string day, string? code) =>
        Is(Drawn([Selected]).When(new SubmitCpdProfile(Number, "What I learnt."), Amara.On(day)), code, Submitted with { On = Day(day) });

    [Fact] // R18
    public void Who_was_not_drawn_hands_in_nothing() =>
        Drawn([]).When(new SubmitCpdProfile(Number, "What I learnt."), Amara.On("2028-04-01")).ThenRejected("NO_CPD_AUDIT");

    [Fact] // R18
    public void Further_time_is_three_months_and_given_once()
    {
        var command = new DecideCpdAudit(Number, CpdOutcome.FurtherTime, "Too little.");
        Drawn([Selected, Submitted]).When(command, FirstOfficer.On("2028-04-10")).Then(FurtherTime);
        Drawn([Selected, Submitted, FurtherTime]).When(command, FirstOfficer.On("2028-04-10")).ThenNothing();
        Drawn([Selected, Submitted, FurtherTime]).When(command, FirstOfficer.On("2028-04-11")).ThenRejected("FURTHER_TIME_GIVEN");
    }

    [Theory] // R18
    [InlineData("2028-07-10", null)]
    [InlineData("2028-07-11", "CPD_PROFILE_LATE")]
    public void Further_time_is_time_for_another_profile(string day, string? code) =>
        Is(
            Drawn([Selected, Submitted, FurtherTime]).When(new SubmitCpdProfile(Number, "More."), Amara.On(day)),
            code,
            new CpdProfileSubmitted(PeriodEnd, "More.", Day(day)));

    [Fact] // R18
    public void Only_a_profile_meets_the_standards() =>
        Drawn([Selected]).When(new DecideCpdAudit(Number, CpdOutcome.MeetsStandards, "Good."), FirstOfficer.On("2028-06-01")).ThenRejected("CPD_PROFILE_MISSING");

    [Theory] // R18
    [InlineData("2028-05-29", "CPD_PROFILE_NOT_DUE")]
    [InlineData("2028-05-30", null)]
    public void Without_a_profile_the_standards_are_not_met_once_its_time_is_over(string day, string? code) =>
        Is(
            Drawn([Selected]).When(new DecideCpdAudit(Number, CpdOutcome.DoesNotMeet, "None."), FirstOfficer.On(day)),
            code,
            new CpdAuditDecided(PeriodEnd, CpdOutcome.DoesNotMeet, "None.", FirstOfficer.Subject, Day(day), Day(day).AddDays(28)));

    [Fact] // R18
    public void An_audit_that_is_decided_is_decided()
    {
        var decided = NotMet with { Outcome = CpdOutcome.MeetsStandards, Until = null };
        Drawn([Selected, Submitted, decided]).When(new DecideCpdAudit(Number, CpdOutcome.MeetsStandards, "Good."), SecondOfficer.On("2028-04-11")).ThenNothing();
        Drawn([Selected, Submitted, decided]).When(new DecideCpdAudit(Number, CpdOutcome.DoesNotMeet, "Bad."), SecondOfficer.On("2028-04-11"))
            .ThenRejected("NO_CPD_AUDIT");
    }

    [Fact]
    public void Nobody_decides_on_their_own_cpd() =>
        Drawn([Selected, Submitted])
            .When(new DecideCpdAudit(Number, CpdOutcome.MeetsStandards, "Good."), new Actor(Amara.Subject, Roles.Registrar).On("2028-04-11"))
            .ThenRejected("OWN_AUDIT").As(RejectionKind.Forbidden);

    [Theory] // R18
    [InlineData("2028-05-08", null)]
    [InlineData("2028-05-09", "CPD_APPEAL_LATE")]
    public void The_outcome_can_be_appealed_for_28_days(string day, string? code) =>
        Is(Drawn([Selected, Submitted, NotMet]).When(new AppealCpdOutcome(Number, "I was ill."), Amara.On(day)), code, Appealed with { On = Day(day) });

    [Theory] // R18
    [InlineData("2028-05-08", "CPD_APPEAL_OPEN")]
    [InlineData("2028-05-09", null)]
    public void Removal_for_cpd_waits_for_the_appeal_period(string day, string? code) =>
        Is(
            Drawn([Selected, Submitted, NotMet]).When(new RemoveForCpd(Number, "Not met."), SecondOfficer.On(day)),
            code,
            new RemovedForCpd(PeriodEnd, "Not met.", SecondOfficer.Subject, Day(day)));

    [Fact] // R18
    public void Removal_for_cpd_waits_for_the_appeal() =>
        Drawn([Selected, Submitted, NotMet, Appealed]).When(new RemoveForCpd(Number, "Not met."), SecondOfficer.On("2029-01-01")).ThenRejected("CPD_APPEAL_OPEN");

    [Fact] // R18, R21
    public void Removal_for_cpd_waits_for_an_open_case() =>
        Drawn([Selected, Submitted, NotMet, Held("2028-05-01")]).When(new RemoveForCpd(Number, "Not met."), SecondOfficer.On("2029-01-01")).ThenRejected("CASE_OPEN");

    [Fact] // R18
    public void An_appeal_that_is_allowed_ends_the_matter()
    {
        var allowed = new CpdAppealDecided(PeriodEnd, true, "Shown.", SecondOfficer.Subject, Day("2028-06-01"));
        Drawn([Selected, Submitted, NotMet, Appealed]).When(new DecideCpdAppeal(Number, true, "Shown."), SecondOfficer.On("2028-06-01")).Then(allowed);
        Drawn([Selected, Submitted, NotMet, Appealed, allowed]).When(new RemoveForCpd(Number, "Not met."), FirstOfficer.On("2028-07-01"))
            .ThenRejected("CPD_NOT_FOUND_WANTING");
    }

    [Fact]
    public void Another_officer_decides_the_appeal() =>
        Drawn([Selected, Submitted, NotMet, Appealed]).When(new DecideCpdAppeal(Number, false, "No."), FirstOfficer.On("2028-06-01"))
            .ThenRejected("SECOND_OFFICER_REQUIRED");

    [Fact] // R18
    public void Nobody_is_removed_for_cpd_that_was_not_found_wanting() =>
        Drawn([Selected, Submitted]).When(new RemoveForCpd(Number, "Not met."), FirstOfficer.On("2029-01-01")).ThenRejected("CPD_NOT_FOUND_WANTING");

    [Fact] // R18, R20
    public void An_audit_that_removed_somebody_does_not_remove_them_again_when_they_are_back()
    {
        RegistrantEvent[] gone = [Selected, Submitted, NotMet, new RemovedForCpd(PeriodEnd, "Not met.", SecondOfficer.Subject, Day("2028-05-09"))];
        Drawn([.. gone, new Returned(WayBack.Readmission, Submissions.Id, Day("2029-01-01"), NextPeriodEnd)])
            .When(new RemoveForCpd(Number, "Not met."), SecondOfficer.On("2029-01-02"))
            .ThenRejected("CPD_NOT_FOUND_WANTING");
    }

    [Fact] // R18
    public void An_audit_is_in_hand_until_it_is_decided_well_or_its_stay_is_over()
    {
        RegistrantEvent[] notMet = [Selected, Submitted, NotMet];
        var removed = new RemovedForCpd(PeriodEnd, "Not met.", SecondOfficer.Subject, Day("2028-05-09"));
        Assert.Null(InHand());
        Assert.Equal(PeriodEnd, InHand(Selected));
        Assert.Equal(PeriodEnd, InHand(notMet));
        Assert.Null(InHand(Selected, Submitted, NotMet with { Outcome = CpdOutcome.MeetsStandards, Until = null }));
        Assert.Null(InHand([.. notMet, removed]));
        Assert.Null(InHand([.. notMet, new DeathRecorded(Day("2028-05-09"), SecondOfficer.Subject, Day("2028-05-10"))]));
        Assert.Null(InHand([.. notMet, removed, new Returned(WayBack.Readmission, Submissions.Id, Day("2029-01-01"), NextPeriodEnd)]));
    }

    private static DateOnly? InHand(params RegistrantEvent[] since) => Drawn(since).State.Tenure.AuditInHand()?.Round;

    private static Scenario<RegistrantState, RegistrantEvent> Drawn(IEnumerable<RegistrantEvent> since) =>
        Given([Registered, RenewedOn("2028-01-01"), .. since]);

    private static void Is(Outcome<RegistrantEvent> outcome, string? code, RegistrantEvent e)
    {
        if (code is null)
            outcome.Then(e);
        else
            outcome.ThenRejected(code);
    }
}
