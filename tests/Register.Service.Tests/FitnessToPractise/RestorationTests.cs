using Register.Domain;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>Five years after a striking off.</summary>
public sealed class RestorationTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R20, R30
    public async Task Restoration_is_heard_after_five_years_by_a_committee_that_finds_the_case_in_its_list()
    {
        var registrant = await OnTheRegister.Enter(register, "to-be-restored");
        var work = CaseWork.In(register);
        await work.Heard(registrant.Number);
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.StrikingOff);
        var today = CivilTime.DateIn(register.Clock.GetUtcNow());
        register.Clock.MoveTo(today.AddDays(29).AddYears(5));
        await work.Convened(CommitteeKind.ConductAndCompetence, "restoration");
        var lists = new ListCasesRequest[]
        {
            new() { Stage = CaseStage.Restoration },
            new() { Member = work.Member("restoration", 2) },
        };
        foreach (var list in lists)
            await Eventually.Get(async () => (await work.Officer.ListCasesAsync(list)).Cases, cases => cases.Any(c => c.Name == work.Name));

        await work.Officer.ScheduleHearingAsync(
            new() { RequestId = People.NewRequest(), Name = work.Name, Hearing = new() { On = work.Day(0), Allegations = "Restoration." } });
        var recorded = (await work.As("restoration", 1).RecordDecisionAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = work.Name,
            Decision = new() { Occasion = DecisionOccasion.Restoration, Outcome = DecisionOutcome.AllowRestoration, Reasons = "Insight shown." },
        })).Case;
        Assert.Null(recorded.RestorationAllowedOn);
        var confirm = new ConfirmDecisionRequest { RequestId = People.NewRequest(), Name = work.Name, Decision = recorded.Decisions[^1].Number };
        Assert.Equal(work.Day(0), (await work.As("restoration", 3).ConfirmDecisionAsync(confirm)).Case.RestorationAllowedOn);
        await Eventually.Get(() => registrant.Public(version: 1), entry => entry.NotRegisteredReason == NotRegisteredReason.StruckOff);
        await Eventually.Get(async () => (await work.Officer.ListCasesAsync(lists[0])).Cases, cases => cases.All(c => c.Name != work.Name));
    }
}
