using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>Something that falls due on a day because time passes, not because somebody asks.</summary>
/// <param name="What">What it is, for its request id: the same thing done twice has one name.</param>
/// <param name="On">The day it falls due; late is better than never.</param>
/// <param name="Until">The last day on which it still makes sense; null for no end.</param>
public abstract record Due(string What, DateOnly On, DateOnly? Until)
{
    /// <summary>Whether it is to be done on a date, in time or late.</summary>
    public bool IsOn(DateOnly date) => On <= date && !(Until < date);

    /// <summary>A command is due.</summary>
    public sealed record Act(string What, DateOnly On, DateOnly? Until, ICommand<RegistrantState, RegistrantEvent> Command) : Due(What, On, Until);

    /// <summary>The message of a notice is due.</summary>
    public sealed record Deliver(string What, DateOnly On, DateOnly? Until, Notice Notice) : Due(What, On, Until);
}

/// <summary>What falls due for an entry, and when: a function of its state alone, so that a lost timer loses nothing.</summary>
public static class TenureDue
{
    /// <summary>The day of the next thing that falls due; null when nothing does.</summary>
    public static DateOnly? Next(RegistrantState state)
    {
        var due = Of(state);
        return due.IsEmpty ? null : due[0].On;
    }

    /// <summary>The last day on which anything of what falls due as things stand still makes sense; null for no end, and when nothing falls due.</summary>
    public static DateOnly? Until(RegistrantState state)
    {
        var due = Of(state);
        return due.Any(d => d.Until is null) ? null : due.Max(d => d.Until);
    }

    /// <summary>Everything that falls due as things stand, the first to fall due first.</summary>
    public static ImmutableArray<Due> Of(RegistrantState state)
    {
        if (state.Entry is not { } entry || state.Tenure.DiedOn is not null)
            return [];
        var sanctions = SanctionNotices.Of(state.Tenure, entry.Number);
        var stay = state.Tenure.Stays[^1];
        if (stay.Departure is not null)
            return [.. sanctions.OrderBy(due => due.On)];
        var messages = state.Tenure.Notices.Where(n => n.SentAt is null && n.Kind != NoticeKind.Sanction && StillHolds(n, state.Tenure, stay)).Select(Message);
        var notices = Notices(state.Tenure, stay, entry.Number).Concat(messages);
        // Whom a sanction takes off the register is told of no renewal from that day on (R26).
        if (state.Tenure.LastRemoval() is { } gone)
            notices = notices.Where(due => due.On < gone).Select(due => due.Until < gone ? due : due with { Until = gone.AddDays(-1) });
        return [.. notices.Concat(sanctions).Concat(Lapse(state.Tenure, stay, entry.Number)).OrderBy(due => due.On)];
    }

    private static IEnumerable<Due> Notices(TenureState tenure, Stay stay, RegistrationNumber number)
    {
        var end = stay.Periods[^1].To;
        var regime = LegalRegime.On(end);
        foreach (var (kind, days) in new[] { (NoticeKind.Renewal, regime.RenewalNoticeDays), (NoticeKind.FinalWarning, regime.FinalWarningDays) })
        {
            if (tenure.Notices.Any(n => (n.Kind, n.PeriodEnd) == (kind, end)))
                continue;
            // Who registers later than that is told at once.
            var on = end.AddDays(-days) is var day && day < stay.From ? stay.From : day;
            yield return new Due.Act($"notice {kind} {end:yyyy-MM-dd}", on, end, new GiveNotice(number, kind, end));
        }
    }

    private static IEnumerable<Due> Lapse(TenureState tenure, Stay stay, RegistrationNumber number)
    {
        if (tenure.LapseDay(stay) is { } lapse)
            yield return new Due.Act($"lapse {stay.Periods[^1].To:yyyy-MM-dd}", lapse, null, new RecordLapse(number));
    }

    // Who has renewed since, or whose audit is over, is not told what is not so any more.
    private static bool StillHolds(Notice notice, TenureState tenure, Stay stay) => notice.Kind == NoticeKind.CpdAudit
        ? tenure.LastAudit() is { IsOpen: true } audit && audit.Round == notice.PeriodEnd
        : notice.PeriodEnd == stay.Periods[^1].To;

    // To be told to renew is of no use when the time is over.
    private static Due Message(Notice notice) => new Due.Deliver(
        $"message {notice.Kind} {notice.PeriodEnd:yyyy-MM-dd}",
        notice.GivenOn,
        notice.Kind == NoticeKind.CpdAudit ? null : notice.PeriodEnd,
        notice);
}
