using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Renewal;

/// <summary>One renewal round, from the notices to the CPD draw, on a clock that is moved on.</summary>
public sealed class RenewalRoundTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly Registrants _registrants = new(register);

    [Fact]
    public async Task In_a_round_one_renews_and_is_audited_one_lapses_and_comes_back_and_one_is_held_over()
    {
        var amara = await _registrants.Registered("amara");
        var bryn = await _registrants.Registered("bryn");
        var cleo = await _registrants.Registered("cleo");

        // R17: the window opens on 28 November 2027.
        await _registrants.MoveTo(2027, 11, 27);
        await _registrants.As("amara").RenewAsync(Registrants.Renewal(amara)).Refused(StatusCode.FailedPrecondition, "RENEWAL_NOT_OPEN");
        await _registrants.MoveTo(2027, 11, 28);
        var refusal = await _registrants.As("amara").RenewAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{amara}" })
            .Refused(StatusCode.FailedPrecondition, "DECLARATION_MISSING");
        Assert.Equal(["declared", "fee_reference"], refusal.Fields());
        await _registrants.As("bryn").RenewAsync(Registrants.Renewal(amara)).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        Assert.Equal(People.Date(2030, 2, 28), (await _registrants.As("amara").RenewAsync(Registrants.Renewal(amara))).Tenure.RenewedTo);

        // R17: notice 42 days before, a final warning 14 days before; none to who has renewed.
        await _registrants.MoveTo(2028, 1, 16);
        Assert.Empty(await _registrants.Notices(bryn));
        await _registrants.MoveTo(2028, 1, 17);
        var notice = Assert.Single(await _registrants.Notices(bryn));
        Assert.Equal((NoticeKind.Renewal, People.Date(2028, 1, 17), "outbox"), (notice.Kind, notice.GivenOn, notice.Channel));
        Assert.NotNull(notice.SendTime);
        Assert.Contains("bryn@example.org", await register.Sent(notice.MessageId), StringComparison.Ordinal);
        Assert.Empty(await _registrants.Notices(amara));

        // R21: an open case refuses the removal and holds the lapse.
        var concern = (await _registrants.People.FtpOfficer.RaiseConcernAsync(new()
        {
            RequestId = People.NewRequest(),
            Case = new() { Registrant = $"registrants/{cleo}", Ground = Ground.Misconduct, Concern = "Reported.", ReceivedOn = People.Date(2028, 1, 17) },
        })).Case;
        await Eventually.Get(() => _registrants.Events(cleo), events => events.Any(e => e.Type == "case-recorded-on-entry"));
        await _registrants.As("cleo").LeaveRegisterAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{cleo}" })
            .Refused(StatusCode.FailedPrecondition, "CASE_OPEN");

        await _registrants.MoveTo(2028, 2, 14);
        Assert.Equal([NoticeKind.Renewal, NoticeKind.FinalWarning], (await _registrants.Notices(bryn)).Select(n => n.Kind));
        var before = await _registrants.Dashboard(People.Date(2028, 2, 28));
        Assert.Equal((2, 1, 2, 0, 0), (before.Due, before.Renewed, before.Lapsing, before.Lapsed, before.HeldOver));
        Assert.Equal([(People.Date(2027, 11, 22), 1)], before.Weeks.Select(w => (w.Week, w.Renewed)));

        // R17, R18, R21: the day after.
        await _registrants.MoveTo(2028, 2, 29);
        var lapsed = await _registrants.Tenure(bryn);
        Assert.Equal((RegistrationStatus.NotRegistered, NotRegisteredReason.Lapsed, People.Date(2028, 2, 29)), (lapsed.Status, lapsed.NotRegisteredReason, lapsed.StatusSince));
        var held = await _registrants.Tenure(cleo);
        Assert.Equal((RegistrationStatus.Registered, true), (held.Status, held.HeldOver));
        await SeenAlike(amara, cleo);
        var draw = (await _registrants.Officer.GetCpdDrawAsync(new() { Name = "cpdaudits/2028-02-28" })).CpdDraw;
        Assert.Equal((1, amara), (draw.Population, Assert.Single(draw.Selected)));
        var drawn = (await _registrants.People.Auditor.ListEventsAsync(new() { Parent = draw.Name })).Events;
        Assert.Equal("cpd-audit-drawn", Assert.Single(drawn).Type);
        Assert.Equal(People.Date(2028, 5, 29), (await _registrants.Tenure(amara)).CpdAudit.Deadline);
        var after = await _registrants.Dashboard(People.Date(2028, 2, 28));
        Assert.Equal((0, 1, 0, 1, 1), (after.Due, after.Renewed, after.Lapsing, after.Lapsed, after.HeldOver));

        // R20: back within the month.
        var back = new ReadmitShortlyRequest { RequestId = People.NewRequest(), Name = $"registrants/{bryn}", Declared = true, FeeReference = "FEE-3" };
        var returned = (await _registrants.As("bryn").ReadmitShortlyAsync(back)).Tenure;
        Assert.Equal((RegistrationStatus.Registered, People.Date(2030, 2, 28)), (returned.Status, returned.PeriodEnd));

        // R21: the case ends, and the entry lapses at once.
        await _registrants.MoveTo(2028, 3, 20);
        await _registrants.People.FtpOfficer.CloseCaseAsync(new() { RequestId = People.NewRequest(), Name = concern.Name, Reasons = "No case." });
        var released = await Eventually.Get(() => _registrants.Tenure(cleo), t => t.Status == RegistrationStatus.NotRegistered);
        Assert.Equal(People.Date(2028, 3, 20), released.StatusSince);

        // R18: the audit goes its way.
        var grace = _registrants.Officer;
        await grace.DecideCpdAuditAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{amara}", Outcome = CpdOutcome.MeetsStandards, Reasons = "." })
            .Refused(StatusCode.InvalidArgument, "NOTHING_TO_READ");
        await _registrants.As("amara").SubmitCpdProfileAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{amara}", Profile = "What I learnt." });
        await Eventually.Get(async () => (await grace.ListCpdAuditsAsync(new())).CpdAudits, audits => audits.Single().Profile == "What I learnt.");
        var decided = await grace.DecideCpdAuditAsync(
            new() { RequestId = People.NewRequest(), Name = $"registrants/{amara}", Outcome = CpdOutcome.DoesNotMeet, Reasons = "Too little." });
        Assert.Equal(People.Date(2028, 4, 17), decided.Tenure.CpdAudit.AppealUntil);
        var removal = new RemoveForCpdRequest { RequestId = People.NewRequest(), Name = $"registrants/{amara}", Reasons = "Standards not met." };
        await grace.RemoveForCpdAsync(removal).Refused(StatusCode.FailedPrecondition, "CPD_APPEAL_OPEN");
        await _registrants.As("amara").AppealCpdOutcomeAsync(new() { RequestId = People.NewRequest(), Name = $"registrants/{amara}", Grounds = "Ill." });
        await _registrants.SecondOfficer.DecideCpdAppealAsync(
            new() { RequestId = People.NewRequest(), Name = $"registrants/{amara}", Decision = AppealDecision.Dismissed, Reasons = "Not shown." });
        Assert.Equal(NotRegisteredReason.Removed, (await grace.RemoveForCpdAsync(removal)).Tenure.NotRegisteredReason);
        await Eventually.Get(async () => (await grace.ListCpdAuditsAsync(new())).CpdAudits, audits => audits.Count == 0);

        // Looking again does nothing.
        var counts = (await Count(amara), await Count(bryn), await Count(cleo));
        await _registrants.MoveTo(2028, 3, 20);
        Assert.Equal(counts, (await Count(amara), await Count(bryn), await Count(cleo)));
    }

    [Theory] // R35: small counts are hidden from analysts, and here they are not
    [InlineData("analyst")]
    [InlineData("auditor")]
    [InlineData("applicant")]
    public async Task The_counts_of_a_round_are_for_the_registrar_alone(string role) =>
        await new RenewalService.RenewalServiceClient(register.InRole(role)).GetRenewalDashboardAsync(new() { Round = People.Date(2028, 2, 28) })
            .Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");

    // R28, R32: that a case is open is not public, and so not what else the entry of a renewed registrant would show.
    private async Task SeenAlike(string renewed, string heldOver)
    {
        var expected = await Seen(renewed);
        Assert.Equal(expected, await Eventually.Get(() => Seen(heldOver), entry => entry.AsAt.Equals(expected.AsAt)));
        Assert.Equal(People.Date(2030, 2, 28), expected.PeriodEnd);

        async Task<PublicEntry> Seen(string number)
        {
            var entry = (await _registrants.People.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry;
            (entry.RegistrationNumber, entry.FullName, entry.AnswerTime, entry.Etag) = ("", "", null, "");
            return entry;
        }
    }

    private async Task<int> Count(string number) => (await _registrants.Events(number)).Count;
}
