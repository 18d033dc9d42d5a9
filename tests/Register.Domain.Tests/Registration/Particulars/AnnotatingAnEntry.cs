using Register.Domain.Education;
using Register.Domain.Registration;
using Register.Domain.Tests.Education;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Particulars.Annotated;

namespace Register.Domain.Tests.Registration.Particulars;

public sealed class AnnotatingAnEntry
{
    [Theory] // R22
    [InlineData("2028-02-28", false)]
    [InlineData("2028-02-29", true)]
    public void An_annotation_granted_on_a_day_is_on_the_entry_from_that_day_and_not_the_day_before(string day, bool held) =>
        Assert.Equal(held ? [PracticeArea.Vascular] : [], Given(Stays, Granted).State.Particulars.AddedPracticeAreasOn(Day(day)));

    [Theory] // R22
    [InlineData("2029-02-28", true)]
    [InlineData("2029-03-01", false)]
    public void An_annotation_revoked_on_a_day_is_on_the_entry_to_the_day_before(string day, bool held) =>
        Assert.Equal(
            held ? [PracticeArea.Vascular] : [],
            Given(Stays, Granted, new AnnotationRevoked(Id, "Not kept up.", Day("2029-03-01"))).State.Particulars.AddedPracticeAreasOn(Day(day)));

    [Fact] // R5
    public void A_focused_course_supports_an_added_practice_area() =>
        Given(Stays).When(Grant, FirstOfficer.On("2028-02-29")).Then(Granted);

    [Fact] // R22
    public void Evidence_supports_an_annotation_that_no_award_stands_for() =>
        Given(Stays)
            .When(Preceptorship, FirstOfficer.On("2026-09-01"))
            .Then(new AnnotationGranted(OtherId, AnnotationKind.PreceptorshipCompleted, null, null, "sign-off 4", Day("2026-09-01")));

    [Theory] // R22
    [InlineData(AnnotationKind.AdvancedLevel)]
    [InlineData(AnnotationKind.ConsultantLevel)]
    [InlineData(AnnotationKind.Reporting)]
    public void An_award_supports_an_annotation_that_is_of_no_area(AnnotationKind kind) =>
        Given(Stays)
            .When(Grant with { Kind = kind, PracticeArea = null }, FirstOfficer.On("2028-02-29"))
            .Then(Granted with { Kind = kind, PracticeArea = null });

    [Fact] // R6
    public void An_award_supports_an_annotation_from_the_day_of_its_ratification_and_not_the_day_before()
    {
        Given(Stays).When(Grant with { From = Day("2027-06-30") }, FirstOfficer.On("2028-02-29")).Then(Granted with { From = Day("2027-06-30") });
        Given(Stays).When(Grant with { From = Day("2027-06-29") }, FirstOfficer.On("2028-02-29")).ThenRejected("NOT_RATIFIED");
    }

    [Fact] // R22
    public void Another_persons_award_that_covers_another_area_is_told_both() =>
        Given(Stays)
            .When(
                Grant with { PracticeArea = PracticeArea.Cardiac, Programme = Course(Award with { DateOfBirth = Day("1990-01-01") }) },
                FirstOfficer.On("2028-02-29"))
            .ThenRejected("AWARD_OF_ANOTHER_PERSON", "AREA_NOT_IN_AWARD").About("candidate_number", "practice_area");

    [Fact] // R22
    public void Everything_that_is_missing_is_said_at_once() =>
        Given(Stays)
            .When(Preceptorship with { Kind = AnnotationKind.PracticeArea, EvidenceReference = null, From = Day("2026-09-02") }, FirstOfficer.On("2026-09-01"))
            .ThenRejected("AREA_REQUIRED", "SUPPORT_REQUIRED", "IN_THE_FUTURE").About("practice_area", "evidence_reference", "start_date");

    [Fact] // R22
    public void Only_a_practice_area_names_an_area() =>
        Given(Stays)
            .When(Preceptorship with { PracticeArea = PracticeArea.Vascular }, FirstOfficer.On("2026-09-01"))
            .ThenRejected("AREA_NOT_EXPECTED");

    [Theory] // R22
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-10", false)]
    [InlineData("2028-02-28", false)]
    [InlineData("2028-03-01", true)]
    public void An_annotation_begins_on_a_day_on_the_register(string from, bool refused)
    {
        var outcome = Given(Registered).When(Preceptorship with { From = Day(from) }, FirstOfficer.On("2028-03-01"));
        if (refused)
            outcome.ThenRejected("NOT_REGISTERED_THEN").About("start_date");
        else
            outcome.Then(new AnnotationGranted(OtherId, AnnotationKind.PreceptorshipCompleted, null, null, "sign-off 4", Day(from)));
    }

    [Fact] // R22
    public void What_the_qualification_covers_is_not_added() =>
        Given(Stays)
            .When(
                Preceptorship with { Kind = AnnotationKind.PracticeArea, PracticeArea = Registered.PracticeAreas[0] },
                FirstOfficer.On("2026-09-01"))
            .ThenRejected("AREA_OF_QUALIFICATION");

    [Theory] // R22
    [InlineData("2029-02-28", true)]
    [InlineData("2029-03-01", false)]
    public void It_is_granted_again_from_the_day_it_was_revoked_and_not_a_day_earlier(string from, bool refused)
    {
        var revoked = new AnnotationRevoked(Id, "Not kept up.", Day("2029-03-01"));
        var again = Grant with { Id = OtherId, From = Day(from) };
        var outcome = Given(Stays, Granted, revoked).When(again, FirstOfficer.On("2029-06-01"));
        if (refused)
            outcome.ThenRejected("ANNOTATION_HELD");
        else
            outcome.Then(Granted with { Id = OtherId, From = Day(from) });
    }

    [Fact] // R22
    public void It_is_revoked_with_a_reason() =>
        Given(Stays, Granted)
            .When(new RevokeAnnotation(Number, Id, "Not kept up.", Day("2029-03-01")), FirstOfficer.On("2029-03-01"))
            .Then(new AnnotationRevoked(Id, "Not kept up.", Day("2029-03-01")));

    [Theory] // R22
    [InlineData("2028-02-29", "REVOKED_BEFORE_GRANTED")]
    [InlineData("2029-03-02", "IN_THE_FUTURE")]
    public void It_is_revoked_after_its_first_day_and_not_in_the_future(string on, string code) =>
        Given(Stays, Granted)
            .When(new RevokeAnnotation(Number, Id, "Not kept up.", Day(on)), FirstOfficer.On("2029-03-01"))
            .ThenRejected(code).About("end_date");

    [Fact] // R22
    public void What_is_revoked_is_not_revoked_for_another_reason() =>
        Given(Stays, Granted, new AnnotationRevoked(Id, "Not kept up.", Day("2029-03-01")))
            .When(new RevokeAnnotation(Number, Id, "Asked for.", Day("2029-03-02")), FirstOfficer.On("2029-03-02"))
            .ThenRejected("ANNOTATION_REVOKED");

    [Fact] // R22
    public void An_id_names_one_annotation_for_ever() =>
        Given(Stays, Granted, new AnnotationRevoked(Id, "Not kept up.", Day("2029-03-01")))
            .When(Grant with { From = Day("2029-03-01") }, FirstOfficer.On("2029-03-01"))
            .ThenRejected("ANNOTATION_ID_TAKEN");

    [Fact]
    public void What_was_never_granted_is_neither_revoked_nor_corrected()
    {
        Given(Stays).When(new RevokeAnnotation(Number, Id, "No.", null), FirstOfficer.On("2029-03-01")).ThenRejected("ANNOTATION_NOT_FOUND");
        Given(Stays).When(Correction, FirstOfficer.On("2029-03-01")).ThenRejected("ANNOTATION_NOT_FOUND");
    }

    [Fact]
    public void No_officer_annotates_their_own_entry() =>
        Given(Stays)
            .When(Grant, new Actor(Amara.Subject, Roles.Registrar).On("2028-02-29"))
            .ThenRejected("OWN_ENTRY").As(RejectionKind.Forbidden);
}
