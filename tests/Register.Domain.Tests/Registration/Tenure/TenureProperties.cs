using System.Collections.Immutable;
using CsCheck;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class TenureProperties
{
    private static readonly ApplicationId[] Applications = [.. Enumerable.Range(1, 4).Select(n => new ApplicationId(new Guid(n, 0, 0, new byte[8])))];

    private static readonly EnterRegister Enter = new(
        Number, Registered.Application, Registered.Applicant, Registered.Person, Registered.PracticeTown, Registered.PracticeAreas, Registered.From);

    /// <summary>A command given some days after the one before, so that years go by in a history.</summary>
    private static readonly Gen<(int Kind, int DaysLater, int Pick, bool Likely)> Choices =
        Gen.Select(Gen.Int[0, 20], Gen.Frequency((3, Gen.Int[0, 60]), (1, Gen.Int[0, 800])), Gen.Int[0, 3], Gen.Bool);

    [Fact] // R17-R21
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Choices.Array[0, 60].Sample(choices =>
        {
            foreach (var accepted in Run(choices))
                new Outcome<RegistrantEvent>(accepted.Command.Decide(accepted.Outcome, accepted.Context)).ThenNothing();
        });

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Choices.Array[0, 60].Sample(choices => Histories.StoredEventsFoldToTheStateThatDecided(Run(choices), Registered));

    [Fact] // R2
    public void Whatever_happened_exactly_one_status_holds_on_any_day() =>
        Gen.Select(Choices.Array[0, 60], Gen.Int[-100, 12_000]).Sample((choices, days) =>
        {
            var state = Last(choices);
            var day = Registered.From.AddDays(days);
            var interval = Assert.Single(
                EntryStatus.Timeline(state), i => (i.From ?? DateOnly.MinValue) <= day && day <= (i.To ?? DateOnly.MaxValue));
            var onTheRegister = state.Tenure.IsRegisteredOn(day);
            Assert.Equal(onTheRegister, interval.Status != StatusWord.NotRegistered);
        });

    [Fact] // R2, R19
    public void Who_was_struck_off_is_not_shown_as_registered_until_restored() =>
        Choices.Array[0, 80].Sample(choices =>
        {
            var state = Last(choices);
            var recorded = state.Tenure.Stays.Select(stay => stay.Departure).OfType<Departure>();
            foreach (var end in recorded.Concat(state.Tenure.Removals()).Where(d => d.Way is WayOut.StruckOff or WayOut.RemovedByAgreement))
            {
                var back = state.Tenure.Stays.FirstOrDefault(stay => stay.From >= end.On && stay.By == WayBack.Restoration);
                var last = back?.From.AddDays(-1) ?? end.On.AddYears(30);
                foreach (var day in new[] { end.On, end.On.AddDays((last.DayNumber - end.On.DayNumber) / 2), last }.Where(day => end.On <= day && day <= last))
                {
                    var status = EntryStatus.On(day, state);
                    Assert.Equal(StatusWord.NotRegistered, status.Status);
                    Assert.Contains(status.Reason!.Value, new[] { NotRegisteredReason.StruckOff, NotRegisteredReason.RemovedByAgreement, NotRegisteredReason.Died });
                }
            }
        });

    [Fact] // R16, R17
    public void Stays_do_not_overlap_and_every_period_ends_on_a_renewal_date() =>
        Choices.Array[0, 80].Sample(choices =>
        {
            var tenure = Last(choices).Tenure;
            var stays = tenure.Stays;
            foreach (var (stay, next) in stays.Zip(stays.Skip(1)))
                Assert.True(tenure.EndOf(stay, DateOnly.MaxValue) is { } end && end.On <= next.From);
            foreach (var period in stays.SelectMany(stay => stay.Periods))
                Assert.Equal(LegalRegime.On(period.To).PeriodEnd(period.From), period.To);
        });

    [Fact] // R17: what is due, done twice, is done once
    public void Nothing_is_due_any_more_when_what_was_due_is_done() =>
        Gen.Select(Choices.Array[0, 40], Gen.Int[0, 3000]).Sample((choices, daysLater) =>
        {
            var accepted = Run(choices).LastOrDefault();
            var state = accepted?.Outcome ?? Given(Registered).State;
            var today = (accepted?.Context.Today ?? Registered.From).AddDays(daysLater);
            for (var round = 0; Due(state, today) is { } command; round++)
            {
                Assert.True(round < 10, "What is due is done, and is due again.");
                var decision = command.Decide(state, Actor.Register.On(today));
                Assert.NotEmpty(decision.Events);
                state = decision.Events.Aggregate(state, (s, e) => s.Evolve(e));
            }
        });

    [Fact] // R21
    public void Nobody_lapses_or_leaves_while_a_case_is_open() =>
        Choices.Array[0, 80].Sample(choices =>
        {
            foreach (var (_, context, events, outcome) in Run(choices))
            {
                if (events.Any(e => e is TenureEvent.Left or TenureEvent.Lapsed or TenureEvent.RemovedForCpd) && events.Length == 1)
                {
                    // A case may have been raised since the day of a lapse that is recorded late.
                    var (on, opened) = events[0] is TenureEvent.Lapsed lapsed ? (lapsed.On, lapsed.On.AddDays(-1)) : (context.Today, context.Today);
                    Assert.DoesNotContain(outcome.Tenure.Cases, c => c.HoldsOn(on) && c.Standing.HeldFrom <= opened);
                }
            }
        });

    private static ICommand<RegistrantState, RegistrantEvent>? Due(RegistrantState state, DateOnly today) =>
        TenureDue.Of(state).FirstOrDefault(due => due.IsOn(today)) switch
        {
            Register.Domain.Registration.Tenure.Due.Act act => act.Command,
            Register.Domain.Registration.Tenure.Due.Deliver { Notice: var n } => new RecordNotificationSent(Number, n.Kind, n.PeriodEnd, "outbox", "id@register.sonographer"),
            _ => null,
        };

    private static RegistrantState Last((int, int, int, bool)[] choices) => Run(choices).LastOrDefault()?.Outcome ?? Given(Registered).State;

    private static IEnumerable<Accepted<RegistrantState, RegistrantEvent>> Run((int Kind, int DaysLater, int Pick, bool Likely)[] choices)
    {
        var state = Given(Registered).State;
        var day = Registered.From;
        foreach (var (kind, daysLater, pick, likely) in choices)
        {
            day = day.AddDays(daysLater);
            // Half of the histories do what is due as time goes by, the others are of a service that is often down.
            var command = likely && Due(state, day) is { } due ? due : Command(kind, pick, day, state);
            var context = (pick % 2 == 0 ? FirstOfficer : SecondOfficer).On(day);
            var decision = command.Decide(state, context);
            if (!decision.Rejections.IsEmpty)
                continue;
            state = decision.Events.Aggregate(state, (s, e) => s.Evolve(e));
            yield return new(command, context, decision.Events, state);
        }
    }

    // A case as it may go on, from what the entry holds of it.
    private static RecordCase Record(int pick, DateOnly day, RegistrantState state, Func<CaseStanding, CaseStanding> change)
    {
        var of = pick % 2 == 0 ? Case : OtherCase;
        return new(Number, of, change(state.Tenure.Cases.FirstOrDefault(c => c.Case == of)?.Standing ?? Open($"{day:O}")));
    }

    // In force after the appeal period; a caution holds nobody, and whom it takes off is held no longer.
    private static CaseStanding Imposed(CaseStanding standing, SanctionKind kind, DateOnly day)
    {
        var (from, until) = (day.AddDays(29), kind.TakesOff() is null ? day.AddDays(200) : (DateOnly?)null);
        return standing with
        {
            HeldUntil = kind is SanctionKind.Suspension or SanctionKind.Conditions ? until : from.AddDays(-1),
            InterimOrders = [.. standing.InterimOrders.Select(o => o.Until < from ? o : o with { Until = from.AddDays(-1) })],
            Sanctions = standing.Sanctions.Any(s => s.Kind.TakesOff() is not null) ? standing.Sanctions : [new(kind, day, from, until, "")],
        };
    }

    private static ICommand<RegistrantState, RegistrantEvent> Command(int kind, int pick, DateOnly day, RegistrantState state) => kind switch
    {
        0 or 1 or 2 or 3 => new Renew(Number, true, "FEE"),
        4 => new LeaveRegister(Number),
        5 => Record(pick, day, state, s => Imposed(s, SanctionKind.RemovalByAgreement, day)),
        6 => Record(pick, day, state, s => Imposed(s, SanctionKind.StrikingOff, day)),
        7 => pick == 0 ? new RecordDeath(Number, day) : Record(pick, day, state, s => Imposed(s, SanctionKind.EntryRemoval, day)),
        8 => new ReadmitShortly(Number, true, "FEE"),
        9 => new ReturnToRegister(Number, WayBack.Readmission, Applications[pick], day),
        10 => new ReturnToRegister(Number, WayBack.Restoration, Applications[pick], day),
        11 => Record(pick, day, state, s => s with { HeldUntil = null }),
        12 => Record(pick, day, state, s => s with { HeldUntil = s.HeldUntil ?? day.AddDays(-1) }),
        18 => Record(pick, day, state, s => s with { HeldUntil = null, InterimOrders = [new(InterimOrderKind.Suspension, day, day.AddDays(100), "")] }),
        19 => Record(pick, day, state, s => Imposed(s, (SanctionKind)(1 + (day.DayNumber % 6)), day)),
        20 => Record(pick, day, state, s => s with { RestorationAllowedOn = s.Sanctions.IsEmpty ? null : day }),
        13 => new SelectForCpdAudit(Number, LegalRegime.On(day).PeriodEnd(day).AddMonths(-24)),
        14 => new SubmitCpdProfile(Number, "Profile."),
        15 => new DecideCpdAudit(Number, (CpdOutcome)(1 + (pick % 3)), "Reasons."),
        16 => new RemoveForCpd(Number, "Not met."),
        _ => pick == 0 ? Enter : new RecordLapse(Number),
    };
}
