using Register.Domain;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Service.Edge;
using Register.Service.Registration;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Renewal;

/// <summary>Stays, notices, audits and rounds as the contract shows them.</summary>
internal static class TenureMapping
{
    public static Proto.Tenure ToProto(RegistrantState state, long version, DateOnly today)
    {
        var number = state.Entry!.Number;
        var tenure = state.Tenure;
        var status = EntryStatus.On(today, state);
        var departure = tenure.DepartureOn(today);
        var last = tenure.Stays[^1].Periods[^1].To;
        return new()
        {
            Name = $"registrants/{number}/tenure",
            RegistrationNumber = number.ToString(),
            Status = RegistrantMapping.ToProto(status.Status),
            NotRegisteredReason = RegistrantMapping.ToProto(status.Reason),
            StatusSince = status.From?.ToProto(),
            PeriodEnd = tenure.PeriodOn(today).To.ToProto(),
            RenewedTo = last.ToProto(),
            RenewalOpens = departure is null ? last.AddMonths(-LegalRegime.On(last).RenewalWindowMonths).ToProto() : null,
            HeldOver = tenure.IsHeldOverOn(today),
            Stays = { tenure.Stays.Select(stay => ToProto(stay, tenure.EndOf(stay, today))) },
            WaysBack = { departure is null ? [] : WaysBack.After(departure.Way).Select(way => (Proto.WayBack)(int)way) },
            CpdAudit = tenure.Audits is [.., { } audit] ? ToProto(audit, number) : null,
            Version = version,
        };
    }

    public static Proto.CpdAudit ToProto(CpdAudit audit, RegistrationNumber number) => new()
    {
        Round = audit.Round.ToProto(),
        Registrant = $"registrants/{number}",
        SelectedOn = audit.SelectedOn.ToProto(),
        Deadline = audit.Deadline.ToProto(),
        SubmittedOn = audit.SubmittedOn?.ToProto(),
        Profile = audit.Profile ?? "",
        Outcome = (Proto.CpdOutcome)(int)(audit.Outcome ?? 0),
        AppealUntil = audit.AppealUntil?.ToProto(),
        AppealedOn = audit.AppealedOn?.ToProto(),
        AppealDecision = audit.AppealAllowed switch
        {
            null => Proto.AppealDecision.Unspecified,
            true => Proto.AppealDecision.Allowed,
            false => Proto.AppealDecision.Dismissed,
        },
    };

    public static Proto.Notice ToProto(Notice notice) => new()
    {
        Kind = (Proto.NoticeKind)(int)notice.Kind,
        PeriodEnd = notice.PeriodEnd.ToProto(),
        GivenOn = notice.GivenOn.ToProto(),
        SendTime = notice.SentAt?.ToProto(),
        Channel = notice.Channel ?? "",
        MessageId = notice.MessageId ?? "",
    };

    public static Proto.CpdDraw ToProto(CpdRoundEvent.Drawn draw) => new()
    {
        Name = $"cpdaudits/{CpdRoundState.StreamOf(draw.Round).Id}",
        Algorithm = draw.Algorithm,
        Seed = draw.Seed,
        Population = draw.Population,
        Selected = { draw.Selected.Select(number => number.ToString()) },
        DrawnOn = draw.On.ToProto(),
    };

    public static Proto.RenewalDashboard ToProto(RenewalRound round, DateOnly asAt) => new()
    {
        Round = round.Round.ToProto(),
        WindowOpens = round.WindowOpens.ToProto(),
        AsAt = asAt.ToProto(),
        Due = round.Due,
        Renewed = round.Renewed,
        Lapsing = round.Lapsing,
        Lapsed = round.Lapsed,
        HeldOver = round.HeldOver,
        Weeks = { round.Weeks.Select(week => new Proto.WeekOfRenewals { Week = week.Key.ToProto(), Renewed = week.Value }) },
    };

    private static Proto.Stay ToProto(Stay stay, Departure? end) => new()
    {
        From = stay.From.ToProto(),
        WayBack = (Proto.WayBack)(int)(stay.By ?? 0),
        PeriodEnds = { stay.Periods.Select(period => period.To.ToProto()) },
        WayOut = (Proto.WayOut)(int)(end?.Way ?? 0),
        EndedOn = end?.On.ToProto(),
    };
}
