using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;
using Procedure = Register.Domain.Tests.FitnessToPractise.Procedure;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class ConveningACommittee
{
    private static readonly CaseEvent[] Reported = [Procedure.Concern, Procedure.Triaged, Procedure.Investigated];

    private static readonly ConveneCommittee Investigating = new(Id, CommitteeKind.Investigating, Procedure.Investigators, "ic-1");

    private static readonly ConveneCommittee Conduct = new(Id, CommitteeKind.ConductAndCompetence, Procedure.Members, "panel-1");

    private static readonly DecisionContext July = FtpOfficer.On("2026-07-02"), August = FtpOfficer.On("2026-08-03");

    [Fact]
    public void The_investigating_committee_has_three_members_and_one_of_them_chairs_it()
    {
        Given(Reported).When(Investigating, July).Then(Procedure.InvestigatingConvened);
        Given(Reported).When(Investigating with { Members = ["ic-1", "ic-2"] }, July).ThenRejected("COMMITTEE_SIZE").About("members").Naming("3");
        Given(Reported).When(Investigating with { Members = ["ic-1", "ic-2", "ic-3", "ic-4"] }, July).ThenRejected("COMMITTEE_SIZE");
        Given(Reported).When(Investigating with { Chair = "ic-9" }, July).ThenRejected("CHAIR_NOT_A_MEMBER").About("chair");
        Given(Reported).When(Investigating with { Members = ["ic-1", "ic-2", "ic-2"] }, July).ThenRejected("TWICE");
    }

    [Fact]
    public void The_committee_that_decides_has_at_least_three_members()
    {
        Given(Procedure.Referred).When(Conduct, August).Then(Procedure.Convened);
        ImmutableArray<string> four = ["panel-1", "panel-2", "panel-3", "panel-4"];
        Given(Procedure.Referred).When(Conduct with { Members = four }, August).Then(Procedure.Convened with { Members = four });
        Given(Procedure.Referred).When(Conduct with { Members = ["panel-1", "panel-2"] }, August).ThenRejected("COMMITTEE_SIZE").Naming("at least 3");
    }

    [Fact]
    public void A_committee_is_convened_for_the_stage_that_the_case_is_at()
    {
        Given(Procedure.Concern, Procedure.Triaged).When(Investigating, July).ThenRejected("WRONG_COMMITTEE").About("kind");
        Given(Reported).When(Conduct, July).ThenRejected("WRONG_COMMITTEE");
        Given(Procedure.Referred).When(Conduct with { Kind = CommitteeKind.Health }, August).ThenRejected("WRONG_COMMITTEE");
        Given(Procedure.Decided(Procedure.Caution)).When(Conduct with { Members = ["a", "b", "c"], Chair = "a" }, FtpOfficer.On("2027-01-12"))
            .ThenRejected("ALREADY_DECIDED");
    }

    [Fact]
    public void The_same_committee_is_convened_once_and_another_takes_its_place()
    {
        Given(Procedure.Investigating).When(Investigating, July).ThenNothing();
        Given(Procedure.Investigating)
            .When(Investigating with { Chair = "ic-2" }, July)
            .Then(Procedure.InvestigatingConvened with { Chair = "ic-2" });
    }

    [Theory]
    [InlineData("ftp-officer")] // raised the concern and triaged it
    [InlineData("investigator")]
    [InlineData("ic-3")]
    public void Who_acted_at_an_earlier_stage_sits_at_no_later_one(string member) =>
        Given(Procedure.Referred)
            .When(Conduct with { Members = ["panel-1", "panel-2", member] }, August)
            .ThenRejected("ACTED_EARLIER").About("members").Naming(member);

    [Fact]
    public void Who_made_an_interim_order_at_an_earlier_stage_sits_at_no_later_one() =>
        Given([Procedure.Concern, Order with { By = "panel-2" }, .. Procedure.Referred.Skip(1)])
            .When(Conduct, August)
            .ThenRejected("ACTED_EARLIER").Naming("panel-2");

    [Fact]
    public void Nobody_sits_in_their_own_case() =>
        Given(Procedure.Referred).When(Conduct with { Members = ["panel-1", "panel-2", Amara.Subject] }, August).ThenRejected("OWN_CASE");

    [Fact]
    public void Every_conflict_is_named_at_once() =>
        Given(Procedure.Referred)
            .When(Conduct with { Members = ["panel-1", "ic-1", "ic-2", Amara.Subject] }, August)
            .ThenRejected("ACTED_EARLIER", "ACTED_EARLIER", "OWN_CASE");

    [Fact]
    public void Nobody_is_decided_on_before_it_is_known_who()
    {
        CaseEvent[] unknown = [Procedure.Concern with { Registrant = null, Subject = null }, .. Reported.Skip(1)];
        Given(unknown).When(Investigating, July).ThenRejected("NO_REGISTRANT");
    }

    [Fact]
    public void A_committee_that_decided_does_not_review_but_the_reviewers_review_again()
    {
        var review = new ConveneCommittee(Id, CommitteeKind.ConductAndCompetence, Procedure.Reviewers, "review-1");
        Given(Procedure.Sanctioned(Procedure.Suspension)).When(review, FtpOfficer.On("2027-06-01")).Then(Procedure.ReviewConvened);
        Given(Procedure.Sanctioned(Procedure.Suspension)).When(Conduct, FtpOfficer.On("2027-06-01"))
            .ThenRejected("ACTED_EARLIER", "ACTED_EARLIER", "ACTED_EARLIER");

        CaseEvent[] extended =
        [
            .. Procedure.UnderReview(Procedure.Suspension),
            .. Procedure.Reviewed("2027-12-01", DecisionOccasion.MandatoryReview, Procedure.Suspension),
            Procedure.Told(2, "2027-12-02"),
        ];
        Given(extended).When(review with { Members = ["review-1", "review-2", "review-4"] }, FtpOfficer.On("2028-06-01"))
            .Then(Procedure.ReviewConvened with { Members = ["review-1", "review-2", "review-4"], On = Day("2028-06-01") });
    }

    [Fact]
    public void A_hearing_is_scheduled_for_the_committee_that_has_the_case_and_put_off_by_scheduling_another()
    {
        var list = new ScheduleHearing(Id, Procedure.Listed.HearingOn, Procedure.Listed.Allegations);
        Given(Procedure.Referred).When(list, August).ThenRejected("NO_COMMITTEE");
        Given([.. Procedure.Referred, Procedure.Convened]).When(list, August).Then(Procedure.Listed);
        Given(Procedure.Heard).When(list, FtpOfficer.On("2026-09-01")).ThenNothing();
        Given(Procedure.Heard).When(list with { On = Day("2026-08-31") }, FtpOfficer.On("2026-09-01")).ThenRejected("DATE_IN_PAST");

        var later = Procedure.Listed with { HearingOn = Day("2027-03-01"), On = Day("2026-12-01") };
        Given(Procedure.Heard).When(list with { On = Day("2027-03-01") }, FtpOfficer.On("2026-12-01")).Then(later);
        Assert.Equal([Day("2027-03-01")], Given([.. Procedure.Heard, later]).State.Hearings.Select(h => h.On));
        var adjourned = later with { On = Procedure.Listed.HearingOn };
        Assert.Equal([Day("2027-01-11"), Day("2027-03-01")], Given([.. Procedure.Heard, adjourned]).State.Hearings.Select(h => h.On));
    }
}
