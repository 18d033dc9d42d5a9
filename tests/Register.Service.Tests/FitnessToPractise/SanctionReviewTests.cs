using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>A suspension from its effect to its end (R27).</summary>
public sealed class SanctionReviewTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R2, R27
    public async Task A_suspension_is_extended_from_its_expiry_and_runs_out_by_itself()
    {
        var registrant = await OnTheRegister.Enter(register, "to-be-reviewed");
        var work = CaseWork.In(register);
        await work.Heard(registrant.Number);
        var told = await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.Suspension, months: 3);
        var from = Today.AddDays(29);
        var expiry = from.AddMonths(3).AddDays(-1);
        Assert.Equal((Of(from), Of(expiry)), (told.Sanctions[0].From, told.Sanctions[0].Until));
        Assert.DoesNotContain(work.Name, await DueBefore(work, expiry.AddDays(1)));

        register.Clock.MoveTo(from);
        Assert.Equal(CaseStage.Reviews, (await Eventually.Get(work.Now, c => c.Sanctions is [{ From: not null }])).Stage);
        Assert.Contains(work.Name, await DueBefore(work, expiry.AddDays(1)));
        Assert.DoesNotContain(work.Name, await DueBefore(work, expiry));
        await work.Officer.ConveneCommitteeAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Committee = new()
            {
                Kind = CommitteeKind.ConductAndCompetence,
                Members = { work.Member("ccc", 1), "fresh-1", "fresh-2" },
                Chair = "fresh-1",
            },
        }).Refused(StatusCode.FailedPrecondition, "ACTED_EARLIER");

        await work.Convened(CommitteeKind.ConductAndCompetence, "review");
        register.Clock.MoveTo(expiry);
        var extended = await work.Sanctioned("review", DecisionOccasion.MandatoryReview, SanctionKind.Suspension, months: 6);
        Assert.Equal((Of(Today.AddDays(28)), Of(Today.AddDays(29))), (extended.Sanctions[0].Until, extended.Sanctions[1].From));
        Assert.Equal(Of(expiry.AddDays(1).AddMonths(6).AddDays(-1)), extended.Sanctions[1].Until);

        register.Clock.MoveTo(expiry.AddDays(1).AddMonths(6));
        var over = await Eventually.Get(work.Now, c => c.Sanctions is [_, { From: not null }]);
        Assert.Equal((CaseState.Closed, false), (over.State, over.Sanctions[1].InForce));
        await work.As("review", 1).RecordDecisionAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Decision = new() { Occasion = DecisionOccasion.MandatoryReview, Outcome = DecisionOutcome.NoAction, Reasons = "Too late." },
        }).Refused(StatusCode.FailedPrecondition, "REVIEW_TOO_LATE");
    }

    [Fact] // R26, R27
    public async Task What_a_review_made_of_a_suspension_that_was_appealed_in_time_falls_when_that_comes_out()
    {
        var registrant = await OnTheRegister.Enter(register, "appealed-unnoticed");
        var work = CaseWork.In(register);
        await work.Heard(registrant.Number);
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.Suspension, months: 3);
        var inTime = Today.AddDays(28);
        register.Clock.MoveTo(inTime.AddDays(30));
        await work.Convened(CommitteeKind.ConductAndCompetence, "review");
        await work.Sanctioned("review", DecisionOccasion.MandatoryReview, SanctionKind.Suspension, months: 6);
        await Eventually.Get(() => Status(registrant), status => status == RegistrationStatus.Suspended);

        var client = new Audit.AuditorsClient(register);
        (await client.As("ftp-officer", "case", "appeal", work.Name, "--decision", "1", "--lodged-on", $"{inTime:yyyy-MM-dd}", "--grounds", "Out of proportion.")).Done();
        var late = await Eventually.Get(work.Now, c => c.Sanctions is [{ Appeal: not null }, _]);
        Assert.Equal(CaseStage.Decision, late.Stage);
        Assert.Equal([(false, false), (true, false)], late.Sanctions.Select(s => (s.SetAside, s.InForce)));
        await Eventually.Get(() => Status(registrant), status => status == RegistrationStatus.Registered);

        var self = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("applicant", registrant.Subject));
        await self.LodgeSanctionAppealAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Grounds = "Again.", Decision = 1 })
            .Refused(StatusCode.InvalidArgument, "NOT_WANTED");
    }

    private static async Task<RegistrationStatus> Status(OnTheRegister registrant) =>
        (await registrant.Registrants.GetRegistrantAsync(new() { Name = registrant.Name })).Registrant.Status;

    private DateOnly Today => CivilTime.DateIn(register.Clock.GetUtcNow());

    private static Google.Type.Date Of(DateOnly day) => People.Date(day.Year, day.Month, day.Day);

    private static async Task<IReadOnlyList<string>> DueBefore(CaseWork work, DateOnly day) =>
        [.. (await work.Officer.ListCasesAsync(new() { PageSize = 1000, SanctionReviewBefore = Of(day) })).Cases.Select(c => c.Name)];
}
