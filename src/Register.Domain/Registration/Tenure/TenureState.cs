using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.FitnessToPractise;

namespace Register.Domain.Registration.Tenure;

/// <summary>A registration period, both days included (R17).</summary>
/// <param name="RenewedOn">The day of the renewal that it came from; null for the first period of a stay.</param>
public sealed record Period(DateOnly From, DateOnly To, DateOnly? RenewedOn = null);

/// <summary>How a stay ended, and the first day off the register.</summary>
/// <param name="Case">The case whose sanction it is; null for every other departure.</param>
public sealed record Departure(WayOut Way, DateOnly On, CaseId? Case = null);

/// <summary>One unbroken time on the register: its periods in order, and how it ended; null while no end is recorded.</summary>
/// <param name="By">How the registrant came back; null for the first stay.</param>
/// <param name="Application">The application that led to it; null for a short readmission.</param>
public sealed record Stay(DateOnly From, WayBack? By, ApplicationId? Application, ImmutableArray<Period> Periods, Departure? Departure);

/// <summary>A notice, and when its message went out; null while it has not.</summary>
public sealed record Notice(NoticeKind Kind, DateOnly PeriodEnd, DateOnly GivenOn, string? Channel = null, string? MessageId = null, DateTimeOffset? SentAt = null);

/// <summary>An application for restoration.</summary>
public sealed record RestorationApplication(ApplicationId Application, DateOnly On);

/// <summary>An entry's stays on the register and what bears on them. What they come to on a date: <see cref="Tenures"/>.</summary>
public sealed record TenureState(
    ImmutableArray<Stay> Stays,
    ImmutableArray<CaseOnEntry> Cases,
    ImmutableArray<Notice> Notices,
    ImmutableArray<RestorationApplication> RestorationApplications,
    ImmutableArray<CpdAudit> Audits,
    DateOnly? DiedOn)
{
    /// <summary>Before there is an entry.</summary>
    public static TenureState None { get; } = new([], [], [], [], [], null);

    internal TenureState Begin(DateOnly from, DateOnly periodEnd, ApplicationId? application, WayBack? by = null) =>
        this with { Stays = Stays.Add(new(from, by, application, [new(from, periodEnd)], null)) };

    internal TenureState Evolve(TenureEvent e) => e switch
    {
        TenureEvent.Renewed r => WithLast(stay => stay with { Periods = stay.Periods.Add(new(r.From, r.PeriodEnd, r.On)) }),
        TenureEvent.NoticeGiven n => this with { Notices = Notices.Add(new(n.Kind, n.PeriodEnd, n.On)) },
        TenureEvent.NotificationSent s => this with { Notices = [.. Notices.Select(n => Sent(n, s))] },
        TenureEvent.HoldPlaced h => OlderCaseEvents.Fold(this, h),
        TenureEvent.HoldReleased r => OlderCaseEvents.Fold(this, r),
        TenureEvent.Lapsed l => Depart(WayOut.Lapsed, l.On),
        TenureEvent.Left l => Depart(WayOut.VoluntaryRemoval, l.On),
        TenureEvent.RemovedByAgreement r => Depart(WayOut.RemovedByAgreement, r.On),
        TenureEvent.StruckOff s => Depart(WayOut.StruckOff, s.On),
        TenureEvent.EntryRemoved r => Depart(WayOut.EntryRemoved, r.On),
        TenureEvent.RemovedForCpd r => Depart(WayOut.CpdRemoval, r.On),
        TenureEvent.DeathRecorded d => this with { DiedOn = d.DiedOn },
        TenureEvent.Returned r => Begin(r.From, r.PeriodEnd, r.Application, r.Way),
        TenureEvent.RestorationApplied a => this with { RestorationApplications = RestorationApplications.Add(new(a.Application, a.On)) },
        TenureEvent.SelectedForCpdAudit s => this with
        {
            Audits = Audits.Add(new(s.Round, s.On, s.ProfileDueBy)),
            Notices = Notices.Add(new(NoticeKind.CpdAudit, s.Round, s.On)),
        },
        TenureEvent.CpdProfileSubmitted or TenureEvent.CpdAuditDecided or TenureEvent.CpdOutcomeAppealed or TenureEvent.CpdAppealDecided =>
            this with { Audits = [.. Audits.Select(a => a.Evolve(e))] },
        _ => throw new UnreachableException(),
    };

    private TenureState WithLast(Func<Stay, Stay> change) => this with { Stays = Stays.SetItem(Stays.Length - 1, change(Stays[^1])) };

    private TenureState Depart(WayOut way, DateOnly on) => WithLast(stay => stay with { Departure = new(way, on) });

    /// <summary>Records what a case comes to, in place of what was recorded of it before. A lapse recorded before its hold was known of never was:
    /// the case was open already.</summary>
    internal TenureState Record(CaseId id, CaseStanding standing)
    {
        var known = Cases.FirstOrDefault(c => c.Case == id);
        var recorded = new CaseOnEntry(id, standing);
        var held = this with { Cases = known is null ? Cases.Add(recorded) : Cases.Replace(known, recorded) };
        return Stays is [.., { Departure: { Way: WayOut.Lapsed } lapse } last] && standing.HeldFrom < lapse.On && !(held.LapseDayUnlessRemoved(last) <= lapse.On)
            ? held.WithLast(stay => stay with { Departure = null })
            : held;
    }

    private static Notice Sent(Notice notice, TenureEvent.NotificationSent sent) =>
        (notice.Kind, notice.PeriodEnd) == (sent.Kind, sent.PeriodEnd)
            ? notice with { Channel = sent.Channel, MessageId = sent.MessageId, SentAt = sent.At }
            : notice;
}
