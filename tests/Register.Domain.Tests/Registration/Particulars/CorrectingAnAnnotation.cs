using Register.Domain.Registration;
using static Register.Domain.Registration.ParticularsEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using static Register.Domain.Tests.Registration.Particulars.Annotated;

namespace Register.Domain.Tests.Registration.Particulars;

/// <summary>Corrections are appended, never edited.</summary>
public sealed class CorrectingAnAnnotation
{
    private static readonly AnnotationCorrected Corrected = new(Id, Granted.Award, null, Day("2027-12-01"), "The letter gives another day.");

    [Fact] // R3
    public void A_first_day_that_was_recorded_wrongly_is_put_right_by_an_event_more() =>
        Given(Stays, Granted).When(Correction, FirstOfficer.On("2029-03-01")).Then(Corrected);

    [Theory] // R3
    [InlineData("2027-11-30", false, false)]
    [InlineData("2027-12-01", false, true)]
    [InlineData("2028-02-28", false, true)]
    [InlineData("2028-02-29", true, true)]
    public void The_correction_changes_the_answer_for_the_days_between_and_no_other(string day, bool before, bool after)
    {
        Assert.Equal(before, Given(Stays, Granted).State.Particulars.AnnotationsOn(Day(day)).Any());
        Assert.Equal(after, Given(Stays, Granted, Corrected).State.Particulars.AnnotationsOn(Day(day)).Any());
    }

    [Fact] // R3
    public void What_supports_it_is_put_right() =>
        Given(Stays, Granted)
            .When(Correction with { From = null, EvidenceReference = "letter 5" }, FirstOfficer.On("2029-03-01"))
            .Then(Corrected with { EvidenceReference = "letter 5", From = Granted.From });

    [Fact] // R3
    public void What_is_right_already_is_not_corrected() =>
        Given(Stays, Granted).When(Correction with { From = Granted.From }, FirstOfficer.On("2029-03-01")).ThenNothing();

    [Fact] // R3
    public void A_correction_keeps_to_the_rules_of_a_grant() =>
        Given(Stays, Granted)
            .When(Correction with { From = Day("2027-06-29") }, FirstOfficer.On("2029-03-01"))
            .ThenRejected("NOT_RATIFIED");

    [Fact] // R3
    public void A_revoked_annotation_does_not_begin_on_the_day_it_was_revoked() =>
        Given(Stays, Granted with { From = Day("2027-07-01") }, new AnnotationRevoked(Id, "Not kept up.", Day("2028-02-01")))
            .When(Correction with { From = Day("2028-02-01") }, FirstOfficer.On("2028-02-28"))
            .ThenRejected("REVOKED_BY_THEN");
}
