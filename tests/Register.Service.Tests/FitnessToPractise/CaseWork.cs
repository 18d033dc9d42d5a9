using Register.Domain;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using Date = Google.Type.Date;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>A case as officers and panel members work on it through the contract, in days counted from the register's own today.</summary>
/// <param name="today">The register's own day.</param>
internal sealed class CaseWork(IRegister register, Func<DateOnly> today)
{
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The case's name.</summary>
    public string Name { get; private set; } = "";

    public FitnessToPractiseService.FitnessToPractiseServiceClient Officer { get; } = new(register.InRole("ftp-officer", "frida"));

    /// <summary>Members of this case's committees have names of their own: the chair is 1.</summary>
    public string Member(string committee, int number) => $"{committee}-{_id}-{number}";

    public FitnessToPractiseService.FitnessToPractiseServiceClient As(string committee, int number) => Panel(Member(committee, number));

    public FitnessToPractiseService.FitnessToPractiseServiceClient Panel(string subject) => new(register.InRole("panel", subject));

    public Date Day(int fromToday)
    {
        var day = today().AddDays(fromToday);
        return People.Date(day.Year, day.Month, day.Day);
    }

    public async Task<Case> Now() => (await Officer.GetCaseAsync(new() { Name = Name, MinimumVersion = 1 })).Case;

    public async Task<Case> Raised(string? number, Ground ground = Ground.Misconduct)
    {
        var raised = (await Officer.RaiseConcernAsync(new()
        {
            RequestId = People.NewRequest(),
            Case = new() { Registrant = number is null ? "" : $"registrants/{number}", Ground = ground, Concern = "Reported scans not made.", ReceivedOn = Day(0) },
        })).Case;
        Name = raised.Name;
        return raised;
    }

    /// <summary>From the concern to the committee that decides the case.</summary>
    public async Task<Case> Referred(string? number, Ground ground = Ground.Misconduct, CommitteeKind to = CommitteeKind.ConductAndCompetence)
    {
        await Raised(number, ground);
        await Officer.TriageCaseAsync(new() { RequestId = People.NewRequest(), Name = Name, ThresholdMet = true, Reasons = "Serious, if true." });
        await Officer.ReportInvestigationAsync(new() { RequestId = People.NewRequest(), Name = Name, Allegations = "Reported scans not made." });
        await Convened(CommitteeKind.Investigating, "ic");
        return (await As("ic", 1).DecideCaseToAnswerAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = Name,
            CaseToAnswer = true,
            ReferredTo = to,
            Reasons = "A realistic prospect.",
        })).Case;
    }

    public async Task<Case> Convened(CommitteeKind kind, string committee) => (await Officer.ConveneCommitteeAsync(new()
    {
        RequestId = People.NewRequest(),
        Name = Name,
        Committee = new() { Kind = kind, Members = { Member(committee, 1), Member(committee, 2), Member(committee, 3) }, Chair = Member(committee, 1) },
    })).Case;

    /// <summary>From the concern to a hearing today.</summary>
    public async Task Heard(string number, Ground ground = Ground.Misconduct)
    {
        await Referred(number, ground);
        await Convened(CommitteeKind.ConductAndCompetence, "ccc");
        await Officer.ScheduleHearingAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = Name,
            Hearing = new() { On = Day(0), Allegations = "Reported scans not made." },
        });
    }

    /// <summary>From the concern that an entry should never have been made to its hearing today, by the investigating committee itself.</summary>
    public async Task HeardForTheEntry(string number)
    {
        await Raised(number, Ground.IncorrectOrFraudulentEntry);
        await Officer.TriageCaseAsync(new() { RequestId = People.NewRequest(), Name = Name, ThresholdMet = true, Reasons = "Serious, if true." });
        await Officer.ReportInvestigationAsync(new() { RequestId = People.NewRequest(), Name = Name, Allegations = "The award was forged." });
        await Convened(CommitteeKind.Investigating, "ic");
        await Officer.ScheduleHearingAsync(new() { RequestId = People.NewRequest(), Name = Name, Hearing = new() { On = Day(0), Allegations = "The award was forged." } });
    }

    public async Task<Case> Recorded(string committee, DecisionOccasion occasion, SanctionKind kind, int months = 0) => (await As(committee, 1).RecordDecisionAsync(new()
    {
        RequestId = People.NewRequest(),
        Name = Name,
        Decision = new()
        {
            Occasion = occasion,
            Outcome = DecisionOutcome.Sanction,
            Sanction = new() { Kind = kind, Months = months, PublicText = "As the panel decided." },
            Reasons = "Found proved.",
        },
    })).Case;

    /// <summary>Recorded by the chair, confirmed by a second member, and notified, all today.</summary>
    public async Task<Case> Sanctioned(string committee, DecisionOccasion occasion, SanctionKind kind, int months = 0)
    {
        var recorded = await Recorded(committee, occasion, kind, months);
        await As(committee, 2).ConfirmDecisionAsync(new() { RequestId = People.NewRequest(), Name = Name, Decision = recorded.Decisions[^1].Number });
        return (await Officer.ServeNoticeAsync(new() { RequestId = People.NewRequest(), Name = Name, NotifiedOn = Day(0) })).Case;
    }

    public async Task<Case> Imposed(string subject, int days) => (await Panel(subject).ImposeInterimOrderAsync(new()
    {
        RequestId = People.NewRequest(),
        Name = Name,
        Order = new() { Kind = InterimOrderKind.Suspension, Until = Day(days), PublicText = "Suspended while a case is looked into." },
    })).Case;

    public static CaseWork In(RunningRegister register) => new(register, () => CivilTime.DateIn(DateTimeOffset.UtcNow));

    public static CaseWork In(RegisterInSimulatedTime register) => new(register, () => CivilTime.DateIn(register.Clock.GetUtcNow()));
}
