using Register.Domain.Applications;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class WithdrawingAnApplication
{
    private static readonly WithdrawApplication Withdraw = new(Id);

    private static readonly DecisionContext Today = Amara.On("2026-03-10");

    [Fact]
    public void An_applicant_withdraws_an_application_nobody_has_looked_at() =>
        Given(Submitted).When(Withdraw, Today).Then(Withdrawn);

    [Fact]
    public void An_applicant_withdraws_an_application_under_assessment() =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer)).When(Withdraw, Today).Then(Withdrawn);

    [Fact]
    public void An_application_withdrawn_is_not_withdrawn_again() =>
        Given(Submitted, Withdrawn).When(Withdraw, Amara.On("2026-03-11")).ThenNothing();

    [Fact]
    public void An_officer_does_not_withdraw_an_application() =>
        Given(Submitted).When(Withdraw, FirstOfficer.On("2026-03-10")).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);

    [Theory]
    [MemberData(nameof(Endings), MemberType = typeof(Submissions))]
    public void Another_applicant_does_not_learn_that_an_application_exists(string ending) =>
        Given(Submitted, Ending(ending))
            .When(Withdraw, Bryn.On("2026-03-10"))
            .ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void A_granted_application_is_not_withdrawn() =>
        Given([.. CheckedBy(FirstOfficer, AllEvidence), Granted])
            .When(Withdraw, Today)
            .ThenRejected("APPLICATION_CLOSED").Naming("granted");

    [Fact]
    public void A_refused_application_is_not_withdrawn() =>
        Given(Submitted, Checked(EvidenceKind.Identity, FirstOfficer), Refused)
            .When(Withdraw, Today)
            .ThenRejected("APPLICATION_CLOSED").As(RejectionKind.Refused).Naming("refused");

    [Fact]
    public void An_unknown_application_is_not_found() =>
        Given().When(Withdraw, Today).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);
}
