using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>From a concern by somebody without a login to a striking off, with its appeal.</summary>
public sealed class StrikingOffTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly People _people = new(register);

    [Fact] // R21, R24, R26, R30
    public async Task A_case_goes_from_its_concern_to_a_striking_off_and_its_appeal()
    {
        var registrant = await OnTheRegister.Enter(register, "to-be-struck-off");
        var work = CaseWork.In(register);
        Assert.Equal(CaseStage.ConductAndCompetenceCommittee, (await work.Referred(registrant.Number)).Stage);
        await work.Convened(CommitteeKind.ConductAndCompetence, "ccc");
        var scheduled = (await work.Officer.ScheduleHearingAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Hearing = new() { On = work.Day(60), Allegations = "Reported scans not made." },
        })).Case;
        Assert.Equal(work.Day(60), Assert.Single(scheduled.Hearings).On);

        var strike = new RecordDecisionRequest
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Decision = new()
            {
                Occasion = DecisionOccasion.Hearing,
                Outcome = DecisionOutcome.Sanction,
                Sanction = new() { Kind = SanctionKind.StrikingOff, PublicText = "Struck off." },
                Reasons = "Found proved.",
            },
        };
        await work.As("ccc", 1).RecordDecisionAsync(strike).Refused(StatusCode.FailedPrecondition, "NOT_HEARD");
        MoveOn(60);
        strike.RequestId = People.NewRequest();
        var recorded = (await work.As("ccc", 1).RecordDecisionAsync(strike)).Case;
        Assert.Equal("", Assert.Single(recorded.Decisions).ConfirmedBy);
        Assert.Empty(recorded.Sanctions);

        var confirm = new ConfirmDecisionRequest { RequestId = People.NewRequest(), Name = work.Name, Decision = 1 };
        await work.As("ccc", 1).ConfirmDecisionAsync(confirm).Refused(StatusCode.FailedPrecondition, "SECOND_MEMBER_REQUIRED");
        var confirmed = (await work.As("ccc", 3).ConfirmDecisionAsync(confirm)).Case;
        Assert.Equal((work.Member("ccc", 1), work.Member("ccc", 3)), (confirmed.Decisions[0].Chair, confirmed.Decisions[0].ConfirmedBy));
        Assert.Equal((CaseStage.Decision, null), (confirmed.Stage, Assert.Single(confirmed.Sanctions).From));

        // The panel covers the gap until the sanction takes effect.
        var covered = await work.Imposed(work.Member("ccc", 2), 200);
        Assert.True(covered.InterimOrder.InForce);
        var told = (await work.Officer.ServeNoticeAsync(new() { RequestId = People.NewRequest(), Name = work.Name, NotifiedOn = work.Day(0) })).Case;
        Assert.Equal((work.Day(28), work.Day(29)), (told.Sanctions[0].AppealableUntil, told.Sanctions[0].From));

        // The registrant appeals on the last day; nobody else can.
        MoveOn(28);
        var appeal = new LodgeSanctionAppealRequest { RequestId = People.NewRequest(), Name = work.Name, Grounds = "Out of proportion." };
        var own = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("applicant", registrant.Subject));
        var others = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("applicant", "curious"));
        await others.LodgeSanctionAppealAsync(appeal).Refused(StatusCode.NotFound, "CASE_NOT_FOUND");
        Assert.Equal(new Case { Name = work.Name }, (await own.LodgeSanctionAppealAsync(appeal)).Case);
        MoveOn(10);
        var waiting = await Eventually.Get(work.Now, c => c.Sanctions is [{ Appeal: not null }]);
        Assert.Equal((CaseStage.Decision, null, true), (waiting.Stage, waiting.Sanctions[0].From, waiting.InterimOrder.InForce));
        await Eventually.Get(Public, e => e.Status == RegistrationStatus.SuspendedInterim); // R26: the interim position, no more

        var dismissed = (await work.Officer.DisposeSanctionAppealAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Outcome = SanctionAppealOutcome.Dismissed,
            DisposedOn = work.Day(0),
            Reference = "[2026] EWHC 17",
        })).Case;
        Assert.Equal((work.Day(0), work.Day(0)), (dismissed.Sanctions[0].From, dismissed.EndsOn));
        Assert.Equal((CaseState.Closed, CaseStage.Closed, false), (dismissed.State, dismissed.Stage, dismissed.InterimOrder.InForce));
        Assert.Equal(NotRegisteredReason.StruckOff, (await Eventually.Get(Public, e => e.Status == RegistrationStatus.NotRegistered)).NotRegisteredReason);

        Task<PublicEntry> Public() => Entry(registrant.Number);
    }

    private async Task<PublicEntry> Entry(string number) =>
        (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry;

    private void MoveOn(int days) => register.Clock.MoveTo(CivilTime.DateIn(register.Clock.GetUtcNow()).AddDays(days));
}
