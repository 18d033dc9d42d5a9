using Register.Domain.Applications;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class RefusingAnApplication
{
    private static readonly RefuseApplication Refuse = new(Id, "Identity not shown.");

    private static readonly DecisionContext Today = SecondOfficer.On("2026-03-10");

    private static readonly ApplicationEvent NotShown =
        Checked(EvidenceKind.Identity, FirstOfficer, satisfied: false, note: "No passport.");

    [Fact] // R15
    public void An_application_is_refused_by_a_second_officer() =>
        Given(Submitted, NotShown).When(Refuse, Today).Then(Refused);

    [Fact] // R9
    public void A_refusal_rests_on_evidence_that_was_checked() =>
        Given(Submitted).When(Refuse, Today).ThenRejected("NOTHING_CHECKED").As(RejectionKind.Refused).About("checks");

    [Fact] // R15
    public void An_officer_who_checked_all_the_evidence_does_not_refuse() =>
        Given(Submitted, NotShown, Checked(EvidenceKind.Fee, FirstOfficer))
            .When(Refuse, FirstOfficer.On("2026-03-10"))
            .ThenRejected("SECOND_OFFICER_REQUIRED").As(RejectionKind.Refused);

    [Fact] // R15
    public void An_officer_who_checked_only_some_of_the_evidence_may_refuse() =>
        Given(Submitted, NotShown, Checked(EvidenceKind.Fee, SecondOfficer)).When(Refuse, Today).Then(Refused);

    [Fact]
    public void A_refused_application_is_not_refused_again() =>
        Given(Submitted, NotShown, Refused).When(Refuse with { Reasons = "Again." }, Today).ThenNothing();

    [Fact]
    public void A_granted_application_is_not_refused() =>
        Given([.. CheckedBy(FirstOfficer, AllEvidence), Granted]).When(Refuse, Today).ThenRejected("APPLICATION_CLOSED").Naming("granted");

    [Fact]
    public void A_withdrawn_application_is_not_refused() =>
        Given(Submitted, NotShown, Withdrawn).When(Refuse, Today).ThenRejected("APPLICATION_CLOSED").Naming("withdrawn");

    [Fact]
    public void An_unknown_application_is_not_found() =>
        Given().When(Refuse, Today).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);
}
