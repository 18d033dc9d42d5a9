using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class GrantingAnApplication
{
    private static readonly GrantApplication Grant = new(Id, "In order.", new ReliedOn(Programme));

    private static readonly DecisionContext Today = SecondOfficer.On("2026-03-10");

    public static TheoryData<EvidenceKind> Kinds => [.. AllEvidence];

    [Fact] // R15
    public void An_application_all_in_order_is_granted_by_a_second_officer() =>
        Given(CheckedBy(FirstOfficer, AllEvidence)).When(Grant, Today).Then(Granted);

    [Fact]
    public void A_registration_covers_the_practice_areas_of_the_award()
    {
        var award = Programmes.Award with { PracticeAreas = [PracticeArea.Obstetric] };
        var programme = Programmes.Given(Programmes.Accredited, Programmes.Listed(award)).State;
        Given(CheckedBy(FirstOfficer, AllEvidence))
            .When(Grant with { Records = new ReliedOn(programme) }, Today)
            .Then(Granted with { PracticeAreas = [PracticeArea.Obstetric] });
    }

    [Fact] // R15
    public void Nobody_checks_grants_or_refuses_their_own_application()
    {
        var amaraAsOfficer = Amara with { Role = Roles.Registrar };
        var all = CheckedBy(FirstOfficer, AllEvidence);
        Given(all).When(Grant, amaraAsOfficer.On("2026-03-10")).ThenRejected("OWN_APPLICATION").As(RejectionKind.Forbidden);
        Given(all).When(new RefuseApplication(Id, "No."), amaraAsOfficer.On("2026-03-10")).ThenRejected("OWN_APPLICATION");
        Given(Submitted)
            .When(new RecordCheck(Id, EvidenceKind.Fee, true, "", new ReliedOn(Programme)), amaraAsOfficer.On("2026-03-10"))
            .ThenRejected("OWN_APPLICATION");
    }

    [Fact] // R9
    public void A_grant_with_nothing_checked_lists_all_the_missing_evidence_at_once() =>
        Given(Submitted)
            .When(Grant, Today)
            .ThenRejected([.. AllEvidence.Select(_ => "EVIDENCE_NOT_SATISFIED")]).As(RejectionKind.Refused)
            .Naming("Identity", "Character", "Health", "Indemnity", "Fee", "Qualification");

    [Theory] // R9
    [MemberData(nameof(Kinds))]
    public void A_grant_needs_each_kind_of_evidence_checked(EvidenceKind missing) =>
        Given(CheckedBy(FirstOfficer, AllEvidence.Except([missing])))
            .When(Grant, Today)
            .ThenRejected("EVIDENCE_NOT_SATISFIED").About("checks").Naming(missing.ToString());

    [Theory] // R9
    [MemberData(nameof(Kinds))]
    public void A_grant_needs_each_kind_of_evidence_satisfied_at_its_last_check(EvidenceKind kind) =>
        Given([.. CheckedBy(FirstOfficer, AllEvidence), Checked(kind, FirstOfficer, satisfied: false, note: "Withdrawn by its issuer.")])
            .When(Grant, Today)
            .ThenRejected("EVIDENCE_NOT_SATISFIED").Naming(kind.ToString());

    [Theory] // R9
    [MemberData(nameof(Kinds))]
    public void Evidence_satisfied_at_a_later_check_counts(EvidenceKind kind) =>
        Given(
                [
                    Submitted,
                    Checked(kind, FirstOfficer, satisfied: false, note: "Unreadable."),
                    .. CheckedBy(FirstOfficer, AllEvidence).Skip(1),
                ])
            .When(Grant, Today)
            .Then(Granted);

    [Fact] // R15
    public void An_officer_who_checked_all_the_evidence_does_not_grant() =>
        Given(CheckedBy(FirstOfficer, AllEvidence))
            .When(Grant, FirstOfficer.On("2026-03-10"))
            .ThenRejected("SECOND_OFFICER_REQUIRED").As(RejectionKind.Refused);

    [Theory] // R15
    [MemberData(nameof(Kinds))]
    public void An_officer_who_checked_all_but_one_may_grant(EvidenceKind other) =>
        Given([.. CheckedBy(SecondOfficer, AllEvidence.Except([other])), Checked(other, FirstOfficer)]).When(Grant, Today).Then(Granted);

    [Fact] // R9, R15
    public void Missing_evidence_and_the_second_officer_are_asked_for_at_once() =>
        Given(CheckedBy(FirstOfficer, AllEvidence.Except([EvidenceKind.Fee, EvidenceKind.Qualification])))
            .When(Grant, FirstOfficer.On("2026-03-10"))
            .ThenRejected("EVIDENCE_NOT_SATISFIED", "EVIDENCE_NOT_SATISFIED", "SECOND_OFFICER_REQUIRED")
            .Naming("Fee", "Qualification", "R15");

    [Fact] // R10
    public void A_grant_looks_at_the_award_again() =>
        Given(CheckedBy(FirstOfficer, AllEvidence))
            .When(Grant with { Records = new ReliedOn(Programmes.Given(Programmes.Accredited).State) }, Today)
            .ThenRejected("AWARD_NOT_LISTED").As(RejectionKind.Refused);

    [Fact] // R10
    public void An_award_that_grew_too_old_since_the_application_still_counts() =>
        Given([SubmittedOn("2028-07-14"), .. CheckedBy(FirstOfficer, AllEvidence).Skip(1)])
            .When(Grant, SecondOfficer.On("2028-09-01"))
            .Then(Granted with { On = Day("2028-09-01"), At = NoonOf("2028-09-01") });

    [Fact]
    public void A_granted_application_is_not_granted_again() =>
        Given([.. CheckedBy(FirstOfficer, AllEvidence), Granted])
            .When(Grant with { Reasons = "Again." }, FirstOfficer.On("2026-03-11"))
            .ThenNothing();

    [Fact]
    public void A_refused_application_is_not_granted() =>
        Given([.. CheckedBy(FirstOfficer, AllEvidence), Refused]).When(Grant, Today).ThenRejected("APPLICATION_CLOSED").Naming("refused");

    [Fact]
    public void A_withdrawn_application_is_not_granted() =>
        Given([.. CheckedBy(FirstOfficer, AllEvidence), Withdrawn])
            .When(Grant, Today)
            .ThenRejected("APPLICATION_CLOSED").Naming("withdrawn");

    [Fact]
    public void An_unknown_application_is_not_found() =>
        Given().When(Grant, Today).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);
}
