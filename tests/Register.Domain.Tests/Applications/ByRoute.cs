using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Domain.Tests.Education;
using Register.Domain.Tests.Registration;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

/// <summary>Each entry route with its own evidence (R8, R10-R13).</summary>
public sealed class ByRoute
{
    private static readonly ImmutableArray<PracticeArea> Areas = [PracticeArea.Obstetric];

    private static readonly QualificationElsewhere Lisbon = new("Licenciatura", "ESTeSL", "PT", Day("2020-07-01"), null, "IELTS 7.5");

    [Fact] // R9
    public void A_submission_without_its_routes_evidence_is_told_all_that_is_missing_at_once()
    {
        Given().When(By(EntryRoute.International, null), Amara.On("2026-03-02"))
            .ThenRejected("EVIDENCE_REQUIRED", "EVIDENCE_REQUIRED").About("application.practice_areas", "application.qualification");
        Given().When(By(EntryRoute.Grandparenting, null), Amara.On("2028-03-02"))
            .ThenRejected("EVIDENCE_REQUIRED", "ROUTE_CLOSED", "EVIDENCE_REQUIRED");
        Given().When(By(EntryRoute.Readmission, null), Amara.On("2026-03-02")).ThenRejected("EVIDENCE_REQUIRED").About("application.held_registration");
        Given().When(Application with { Award = null }, Amara.On("2026-03-02")).ThenRejected("EVIDENCE_REQUIRED").About("application.programme");
    }

    [Theory] // R14, R20
    [InlineData(EntryRoute.UkApproved, false)]
    [InlineData(EntryRoute.International, false)]
    [InlineData(EntryRoute.Grandparenting, false)]
    [InlineData(EntryRoute.VoluntaryRegisterTransfer, false)]
    [InlineData(EntryRoute.Readmission, true)]
    [InlineData(EntryRoute.Restoration, true)]
    public void A_number_held_counts_by_the_ways_back_alone(EntryRoute route, bool counts) =>
        Assert.Equal(counts ? new RegistrationNumber(1) : null, RouteRules.ReturningBy(route, new([], Held: new RegistrationNumber(1))));

    [Fact] // R11
    public void Grandparenting_is_open_on_the_last_day_of_its_two_years_and_closed_the_day_after()
    {
        Assert.Empty(By(EntryRoute.Grandparenting, Practising(1)).Decide(ApplicationState.None, Amara.On("2027-12-31")).Rejections);
        Given().When(By(EntryRoute.Grandparenting, Practising(1)), Amara.On("2028-01-01")).ThenRejected("ROUTE_CLOSED").Naming("2027-12-31");
    }

    [Fact] // R13
    public void The_transfer_is_open_on_the_last_day_of_its_window_and_closed_the_day_after()
    {
        var entry = new RouteEvidence(Areas, VoluntaryEntry: new(VoluntaryRegister.Pvrs, "4711"));
        Assert.Empty(By(EntryRoute.VoluntaryRegisterTransfer, entry).Decide(ApplicationState.None, Amara.On("2027-12-31")).Rejections);
        Given().When(By(EntryRoute.VoluntaryRegisterTransfer, entry), Amara.On("2028-01-01")).ThenRejected("ROUTE_CLOSED").Naming("2027-12-31");
    }

    [Theory] // R11
    [InlineData("2023-03-02", "2026-03-01", 100, true)]
    [InlineData("2023-03-03", "2026-03-01", 100, false)]
    [InlineData("2021-03-02", "2026-03-01", 60, false)]
    [InlineData("2021-03-02", "2026-03-01", 61, true)]
    [InlineData("2016-03-02", "2021-03-01", 100, false)]
    public void Three_of_the_last_five_years_count_with_part_time_pro_rata(string from, string to, int percent, bool enough)
    {
        var evidence = Practising(percent) with { Practice = new([new(Day(from), Day(to), percent, "Leeds")], null, true) };
        var outcome = Given(SubmittedBy(EntryRoute.Grandparenting, evidence))
            .When(new RecordCheck(Id, EvidenceKind.Practice, true, "", new ReliedOn(ProgrammeState.None)), FirstOfficer.On("2026-03-05"));
        if (enough)
            outcome.Then(Checked(EvidenceKind.Practice, FirstOfficer));
        else
            outcome.ThenRejected("PRACTICE_TOO_SHORT");
    }

    [Fact] // R11
    public void A_test_of_competence_stands_in_for_the_years_of_practice() =>
        Given(SubmittedBy(EntryRoute.Grandparenting, new(Areas, new PracticeEvidence([], new(Day("2026-02-01"), "T-1"), true))))
            .When(new RecordCheck(Id, EvidenceKind.Practice, true, "", new ReliedOn(ProgrammeState.None)), FirstOfficer.On("2026-03-05"))
            .Then(Checked(EvidenceKind.Practice, FirstOfficer));

    [Fact] // R11
    public void Two_jobs_on_one_day_are_one_day_of_practice() =>
        Assert.Equal(
            100,
            RouteRules.PracticeWithin(
                [new(Day("2026-03-01"), Day("2026-03-01"), 80, "A"), new(Day("2026-03-01"), Day("2026-03-01"), 80, "B")],
                Day("2026-03-02"),
                LegalRegime.On(Day("2026-03-02"))));

    [Fact] // R12
    public void A_qualification_elsewhere_is_satisfactory_once_its_shortfall_is_made_good()
    {
        var check = new RecordCheck(Id, EvidenceKind.Comparability, true, "", new ReliedOn(ProgrammeState.None));
        var today = FirstOfficer.On("2026-03-05");
        var submitted = SubmittedBy(EntryRoute.International, new(Areas, Qualification: Lisbon));
        var shortfall = new ComparabilityEvent.Assessed(CompensationMeasure.AptitudeTest, "No gynaecology.", "officer-1", NoonOf("2026-03-05"));
        Given(submitted).When(check, today).ThenRejected("NOT_COMPARABLE_YET");
        Given(submitted, shortfall).When(check, today).ThenRejected("NOT_COMPARABLE_YET");
        Given(submitted, shortfall, new ComparabilityEvent.MeasureCompleted(false, "Failed.", "officer-1", NoonOf("2026-03-05")))
            .When(check, today).ThenRejected("NOT_COMPARABLE_YET");
        Given(submitted, shortfall, new ComparabilityEvent.MeasureCompleted(true, "Passed.", "officer-1", NoonOf("2026-03-05")))
            .When(check, today).Then(Checked(EvidenceKind.Comparability, FirstOfficer));
        Given(submitted).When(new RecordMeasureOutcome(Id, true, ""), today).ThenRejected("NO_MEASURE_SET");
    }

    [Fact] // R8, R12
    public void English_language_evidence_is_needed_except_with_a_legacy_award()
    {
        var without = Lisbon with { EnglishLanguage = "" };
        Given().When(By(EntryRoute.International, new(Areas, Qualification: without)), Amara.On("2026-03-02"))
            .ThenRejected("EVIDENCE_REQUIRED").About("application.qualification.english_language");
        var legacy = without with { Country = "GB", Legacy = LegacyAward.DiplomaInMedicalUltrasound };
        Assert.Empty(By(EntryRoute.International, new(Areas, Qualification: legacy)).Decide(ApplicationState.None, Amara.On("2026-03-02")).Rejections);
    }

    [Theory] // R10, R20
    [InlineData("2028-07-14", 0, true)]
    [InlineData("2028-07-15", 419, false)]
    [InlineData("2028-07-15", 420, true)]
    public void An_award_of_five_years_and_a_day_counts_with_the_updating_of_a_return(string appliedOn, int hours, bool enough)
    {
        var to = Day(appliedOn);
        ImmutableArray<UpdatingActivity> activities = hours == 0 ? [] : [new(UpdatingKind.FormalStudy, hours, to.AddDays(-100), to)];
        var outcome = Given(SubmittedOn(appliedOn) with { Evidence = new([], Updating: new(activities, null)) })
            .When(new RecordCheck(Id, EvidenceKind.Qualification, true, "", new ReliedOn(Programme)), FirstOfficer.On("2028-08-01"));
        if (enough)
            outcome.Then(Checked(EvidenceKind.Qualification, FirstOfficer) with { At = NoonOf("2028-08-01") });
        else
            outcome.ThenRejected("UPDATING_TOO_SHORT");
    }

    [Fact] // R9
    public void Evidence_that_the_route_does_not_need_is_not_checked() =>
        Given(Submitted)
            .When(new RecordCheck(Id, EvidenceKind.Practice, true, "", new ReliedOn(Programme)), FirstOfficer.On("2026-03-05"))
            .ThenRejected("EVIDENCE_NOT_NEEDED");

    [Theory] // R19, R20: applied for on 2 March 2028, after the lapse, and granted on the day
    [InlineData("away", "2028-03-10", null)]
    [InlineData("back", "2028-03-10", "STILL_REGISTERED")]
    [InlineData("back later", "2028-03-10", null)]
    [InlineData("back later", "2028-03-11", "STILL_REGISTERED")]
    [InlineData("back and struck off", "2028-03-10", "NOT_THE_WAY_BACK")]
    [InlineData("died", "2028-03-10", "NOT_THE_WAY_BACK")]
    public void A_return_is_granted_on_what_is_so_on_the_day_of_the_grant(string since, string day, string? code)
    {
        TenureEvent.Returned Back(string from) => new(WayBack.ShortReadmission, null, Day(from), Day("2030-02-28"));
        RegistrantEvent[] events = since switch
        {
            "back" => [Back("2028-03-05")],
            "back later" => [Back("2028-03-11")],
            "back and struck off" => [Back("2028-03-05"), new TenureEvent.StruckOff("Misconduct.", "panel-1", Day("2028-03-08"))],
            "died" => [new TenureEvent.DeathRecorded(Day("2028-03-08"), FirstOfficer.Subject, Day("2028-03-09"))],
            _ => [],
        };
        var held = Entries.Given([Entries.Registered, new TenureEvent.Lapsed(Day("2028-02-29")), .. events]).State;
        var submitted = SubmittedOn("2028-03-02") with { Route = EntryRoute.Readmission, Award = null, Evidence = new([], Held: Entries.Number) };
        var outcome = Given([submitted, IdentityClaimed, .. RouteRules.Needed(EntryRoute.Readmission, null).Select(kind => Checked(kind, FirstOfficer))])
            .When(new GrantApplication(Id, "In order.", new ReliedOn(ProgrammeState.None, held)), SecondOfficer.On(day));
        if (code is null)
            outcome.Then(Granted with { PracticeAreas = Entries.Registered.PracticeAreas, On = Day(day), At = NoonOf(day) });
        else
            outcome.ThenRejected(code);
    }

    private static RouteEvidence Practising(int percent) =>
        new(Areas, new PracticeEvidence([new(Day("2021-03-02"), Day("2026-03-01"), percent, "Leeds")], null, NeverRegistered: true));

    private static SubmitApplication By(EntryRoute route, RouteEvidence? evidence) =>
        Application with { Route = route, Award = null, Evidence = evidence };

    private static ApplicationEvent.Submitted SubmittedBy(EntryRoute route, RouteEvidence evidence) =>
        Submitted with { Route = route, Award = null, Evidence = evidence };
}
