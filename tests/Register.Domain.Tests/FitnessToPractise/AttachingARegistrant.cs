using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;
using Procedure = Register.Domain.Tests.FitnessToPractise.Procedure;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class AttachingARegistrant
{
    private static readonly CaseEvent.ConcernRaised AboutNobodyKnown = Concern with { Registrant = null, Subject = null };

    private static readonly AttachRegistrant Attach = new(Id, Registrant);

    private static readonly ConcernEvent.RegistrantAttached Attached = new(Registrant.Number, Amara.Subject, "ftp-officer", Day("2026-06-03"));

    private static readonly DecisionContext Today = FtpOfficer.On("2026-06-03");

    [Fact]
    public void A_concern_is_raised_about_nobody_known_yet_and_the_registrant_attached_later()
    {
        Given().When(new RaiseConcern(Id, null, Concern.Ground, Concern.Concern, Concern.ReceivedOn), FtpOfficer.On("2026-06-01")).Then(AboutNobodyKnown);
        Given(AboutNobodyKnown).When(Attach, Today).Then(Attached);
        Assert.True(Given(AboutNobodyKnown).State.Registrants.IsEmpty);
        Assert.Equal([Registrant.Number], Given(AboutNobodyKnown, Attached).State.Registrants.AsEnumerable());
    }

    [Fact] // R21
    public void A_case_follows_the_person_under_two_numbers()
    {
        var second = new RegistrationNumber(99);
        var attached = Attached with { Registrant = second };
        Given(Concern).When(new AttachRegistrant(Id, new(second, Amara.Subject)), Today).Then(attached);
        Assert.Equal([Registrant.Number, second], Given(Concern, attached).State.Registrants.AsEnumerable());
    }

    [Fact]
    public void A_registrant_is_attached_once() => Given(Concern).When(Attach, Today).ThenNothing();

    [Fact]
    public void A_number_that_nobody_has_is_not_attached() =>
        Given(AboutNobodyKnown).When(new AttachRegistrant(Id, Registrant with { Subject = null }), Today).ThenRejected("REGISTRANT_UNKNOWN").About("registrant");

    [Fact]
    public void Nobody_attaches_themself() => Given(AboutNobodyKnown).When(Attach, Amara.On("2026-06-03")).ThenRejected("OWN_CASE");

    [Fact]
    public void A_member_of_the_committee_that_has_the_case_is_not_attached_to_it() =>
        Given(Procedure.Investigating).When(new AttachRegistrant(Id, Procedure.Named(77, "ic-2")), FtpOfficer.On("2026-07-03")).ThenRejected("MEMBER_CONCERNED");

    [Fact] // R19, R21
    public void A_number_found_after_a_striking_off_is_struck_off_too_and_after_a_closed_case_nothing_is_attached()
    {
        Given(Procedure.Sanctioned(Procedure.StrikingOff)).When(new AttachRegistrant(Id, Procedure.Named(99, "bryn")), FtpOfficer.On("2028-01-01"))
            .Then(new ConcernEvent.RegistrantAttached(new RegistrationNumber(99), "bryn", "ftp-officer", Day("2028-01-01")));
        Given(Concern, Closed).When(new AttachRegistrant(Id, Procedure.Named(99, "bryn")), FtpOfficer.On("2028-01-01")).ThenRejected("CASE_CLOSED");
    }

    [Fact] // R29
    public void Another_regulators_decision_raises_a_concern_and_imposes_nothing_by_itself()
    {
        var decision = new OtherBodyDecision("HCPC", "FTP-1234");
        var raise = new RaiseConcern(Id, Registrant, Ground.DeterminationByAnotherBody, "Suspended there.", Concern.ReceivedOn)
        {
            Source = ConcernSource.AnotherBody,
            OtherBody = decision,
        };
        var raised = Concern with
        {
            Ground = Ground.DeterminationByAnotherBody,
            Concern = "Suspended there.",
            Source = ConcernSource.AnotherBody,
            OtherBody = decision,
        };
        Given().When(raise, FtpOfficer.On("2026-06-01")).Then(raised);
        var standing = Procedure.StandingOf(raised);
        Assert.Empty(standing.Sanctions);
        Assert.Empty(standing.InterimOrders);
    }

    [Fact]
    public void A_concern_may_come_from_anybody_without_a_token() =>
        Given().When(new RaiseConcern(Id, Registrant, Concern.Ground, Concern.Concern, Concern.ReceivedOn), Actor.Public.On("2026-06-01"))
            .Then(Concern with { By = null });
}
