using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class CheckingEvidence
{
    private static readonly DecisionContext Today = FirstOfficer.On("2026-03-05");

    public static TheoryData<EvidenceKind> Kinds => [.. AllEvidence];

    [Theory] // R9
    [MemberData(nameof(Kinds))]
    public void A_check_says_what_was_checked_by_whom_and_when(EvidenceKind evidence) =>
        Given(Submitted).When(Check(evidence), Today).Then(Checked(evidence, FirstOfficer));

    [Theory] // R9
    [MemberData(nameof(Kinds))]
    public void A_check_that_is_not_satisfied_says_what_was_missing(EvidenceKind evidence) =>
        Given(Submitted)
            .When(Check(evidence, satisfied: false, note: "Unreadable."), Today)
            .Then(Checked(evidence, FirstOfficer, satisfied: false, note: "Unreadable."));

    [Fact] // R9
    public void A_check_that_is_not_satisfied_needs_a_note() =>
        Given(Submitted)
            .When(Check(EvidenceKind.Identity, satisfied: false), Today)
            .ThenRejected("NOTE_REQUIRED").As(RejectionKind.Invalid).About("note");

    [Fact]
    public void The_same_check_by_the_same_officer_is_not_recorded_twice() =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer))
            .When(Check(EvidenceKind.Identity), FirstOfficer.On("2026-03-06"))
            .ThenNothing();

    [Fact] // R15
    public void The_same_check_by_another_officer_is_a_check_of_its_own() =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer))
            .When(Check(EvidenceKind.Identity), SecondOfficer.On("2026-03-05"))
            .Then(Checked(EvidenceKind.Identity, SecondOfficer));

    [Fact]
    public void A_check_with_another_note_is_recorded() =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer))
            .When(Check(EvidenceKind.Identity, note: "Passport seen."), Today)
            .Then(Checked(EvidenceKind.Identity, FirstOfficer, note: "Passport seen."));

    [Fact]
    public void A_check_with_another_outcome_is_recorded() =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer, satisfied: false, note: "Passport seen."))
            .When(Check(EvidenceKind.Identity, note: "Passport seen."), Today)
            .Then(Checked(EvidenceKind.Identity, FirstOfficer, note: "Passport seen."));

    [Fact]
    public void What_counts_as_checked_before_is_the_last_check_of_that_evidence() =>
        Given(
                Submitted,
                Checked(EvidenceKind.Fee, FirstOfficer),
                Checked(EvidenceKind.Fee, FirstOfficer, satisfied: false, note: "Bounced."))
            .When(Check(EvidenceKind.Fee), Today)
            .Then(Checked(EvidenceKind.Fee, FirstOfficer));

    [Fact] // R10
    public void A_qualification_is_not_satisfied_by_an_award_that_does_not_count() =>
        Given(Submitted)
            .When(Check(EvidenceKind.Qualification, programme: ProgrammeState.None), Today)
            .ThenRejected("PROGRAMME_NOT_FOUND").As(RejectionKind.Refused).About("programme");

    [Fact]
    public void A_qualification_of_somebody_born_on_another_day_is_not_satisfied() =>
        Given(Submitted)
            .When(
                Check(EvidenceKind.Qualification, programme: With(Programmes.Award with { DateOfBirth = Day("1996-12-04") })), Today)
            .ThenRejected("AWARD_OF_ANOTHER_PERSON").As(RejectionKind.Refused).About("candidate_number");

    [Fact]
    public void Everything_that_keeps_a_qualification_from_counting_is_said_at_once() =>
        Given(Submitted)
            .When(
                Check(
                    EvidenceKind.Qualification,
                    programme: With(Programmes.Award with { CohortStart = Day("2015-09-21"), RatifiedOn = Day("2017-07-14") })),
                Today)
            .ThenRejected("NOT_ACCREDITED_AT_COHORT_START", "AWARD_TOO_OLD").About("programme", "candidate_number");

    [Fact]
    public void That_a_qualification_is_not_satisfied_can_be_recorded_though_its_award_does_not_count() =>
        Given(Submitted)
            .When(Check(EvidenceKind.Qualification, satisfied: false, note: "Not on a list.", programme: ProgrammeState.None), Today)
            .Then(Checked(EvidenceKind.Qualification, FirstOfficer, satisfied: false, note: "Not on a list."));

    [Fact] // R10
    public void The_age_of_an_award_is_counted_to_the_application_and_not_to_the_check() =>
        Given(SubmittedOn("2028-07-14"))
            .When(Check(EvidenceKind.Qualification), FirstOfficer.On("2028-09-01"))
            .Then(Checked(EvidenceKind.Qualification, FirstOfficer) with { At = NoonOf("2028-09-01") });

    [Fact]
    public void Evidence_of_an_unknown_application_is_not_found() =>
        Given().When(Check(EvidenceKind.Identity), Today).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);

    [Theory]
    [MemberData(nameof(Endings), MemberType = typeof(Submissions))]
    public void Nothing_is_checked_once_an_application_has_ended(string ending) =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer), Ending(ending))
            .When(Check(EvidenceKind.Fee), Today)
            .ThenRejected("APPLICATION_CLOSED").As(RejectionKind.Refused).Naming(ending);

    private static RecordCheck Check(EvidenceKind evidence, bool satisfied = true, string note = "", ProgrammeState? programme = null) =>
        new(Id, evidence, satisfied, note, new ReliedOn(programme ?? Programme));

    private static ProgrammeState With(ListedAward award) => Programmes.Given(Programmes.Accredited, Programmes.Listed(award)).State;
}
