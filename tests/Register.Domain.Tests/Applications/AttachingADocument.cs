using Register.Domain.Applications;
using Register.Domain.Documents;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class AttachingADocument
{
    private static readonly DecisionContext Today = Amara.On("2026-03-03");
    private static readonly AttachDocument Passport = Attach(EvidenceKind.Identity, '1');

    [Fact] // R9
    public void An_applicant_attaches_a_document_to_their_live_application() => Given(Submitted).When(Passport, Today).Then(Attached(Passport));

    [Fact]
    public void The_same_content_for_the_same_evidence_is_attached_once() =>
        Given(Submitted, Attached(Passport)).When(Passport, Amara.On("2026-03-09")).ThenNothing();

    [Fact]
    public void The_same_content_may_be_evidence_of_two_things()
    {
        var certificate = Attach(EvidenceKind.Qualification, '1');
        Given(Submitted, Attached(Passport)).When(certificate, Today).Then(Attached(certificate));
        Assert.NotEqual(Attached(Passport).Document, Attached(certificate).Document);
    }

    [Fact]
    public void Another_applicant_does_not_learn_that_an_application_exists() =>
        Given(Submitted).When(Passport, Bryn.On("2026-03-03")).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void An_officer_attaches_nothing() =>
        Given(Submitted).When(Passport, FirstOfficer.On("2026-03-03")).ThenRejected("APPLICATION_NOT_FOUND");

    [Theory]
    [MemberData(nameof(Endings), MemberType = typeof(Submissions))]
    public void Nothing_is_attached_to_an_application_that_has_ended(string ending) =>
        Given(Submitted, Ending(ending)).When(Passport, Amara.On("2026-03-11")).ThenRejected("APPLICATION_CLOSED").As(RejectionKind.Refused);

    [Fact]
    public void The_last_document_there_may_be_is_taken_and_the_next_is_not()
    {
        var most = LegalRegime.On(Today.Today).DocumentsPerApplication;
        var all = Enumerable.Range(0, most).Select(n => Attach(EvidenceKind.Identity, $"{n:x64}")).ToList();
        Given([Submitted, .. all.Take(most - 1).Select(Attached)]).When(all[^1], Today).Then(Attached(all[^1]));
        Given([Submitted, .. all.Select(Attached)]).When(Attach(EvidenceKind.Fee, 'f'), Today).ThenRejected("TOO_MANY_DOCUMENTS");
        Given([Submitted, .. all.Select(Attached)]).When(all[0], Today).ThenNothing();
    }

    private static AttachDocument Attach(EvidenceKind evidence, char digit) => Attach(evidence, new string(digit, 64));

    private static AttachDocument Attach(EvidenceKind evidence, string hash) =>
        new(Id, evidence, ContentHash.Parse(hash, null), MediaType.Pdf, 1234);

    private static DocumentEvent.Attached Attached(AttachDocument command) => new(
        DocumentId.Of(Id, command.Evidence, command.Content), command.Content, command.Evidence, command.MediaType, command.Size, Today.Now);
}
