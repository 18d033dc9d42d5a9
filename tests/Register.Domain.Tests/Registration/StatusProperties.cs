using CsCheck;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration;

public sealed class StatusProperties
{
    /// <summary>Days around a period of 60 days, so that orders overlap, meet, and reach over both its ends.</summary>
    private static readonly Gen<DateOnly> Days = Gen.Int[-20, 80].Select(Registered.From.AddDays);

    private static readonly Gen<RegistrantEvent> Orders =
        from of in Gen.OneOf(Case, OtherCase)
        from kind in Gen.Enum<InterimOrderKind>()
        from start in Days
        from length in Gen.Int[0, 30]
        from e in Gen.Frequency<RegistrantEvent>(
            (3, Placed(new(kind, start, start.AddDays(length), "Text."), of)),
            (1, new RegistrantEvent.RestrictionLifted(of, start)))
        select e;

    private static readonly Gen<RegistrantState> Entries =
        from days in Gen.Int[0, 60]
        from orders in Orders.Array[0, 6]
        select Given([Registered with { PeriodEnd = Registered.From.AddDays(days) }, .. orders]).State;

    [Fact] // R2
    public void On_any_day_exactly_one_interval_holds() =>
        Gen.Select(Entries, Days).Sample((entry, day) =>
        {
            var interval = Assert.Single(
                EntryStatus.Timeline(entry), i => (i.From ?? DateOnly.MinValue) <= day && day <= (i.To ?? DateOnly.MaxValue));
            Assert.Equal(interval, EntryStatus.On(day, entry));
        });

    [Fact] // R2
    public void Each_interval_starts_the_day_after_the_one_before_and_only_the_first_and_last_are_open() =>
        Entries.Sample(entry =>
        {
            var timeline = EntryStatus.Timeline(entry);
            Assert.Equal(timeline[1..].Select(i => i.From), timeline[..^1].Select(i => i.To?.AddDays(1)));
            Assert.Equal((null, null), (timeline[0].From, timeline[^1].To));
            Assert.All(timeline[1..], i => Assert.NotNull(i.From));
            Assert.All(timeline[1..^1], i => Assert.True(i.From <= i.To));
        });

    [Fact] // R2
    public void No_two_neighbours_are_of_the_same_status_and_reason() =>
        Entries.Sample(entry =>
        {
            var statuses = EntryStatus.Timeline(entry).Select(i => (i.Status, i.Reason)).ToList();
            Assert.All(statuses.Zip(statuses.Skip(1)), neighbours => Assert.NotEqual(neighbours.First, neighbours.Second));
        });

    [Fact] // R2
    public void The_status_on_a_day_is_what_the_entry_and_its_restrictions_say_of_that_day() =>
        Gen.Select(Entries, Days).Sample((entry, day) =>
        {
            var interval = EntryStatus.On(day, entry);
            Assert.Equal(StatusOf(day, entry), (interval.Status, interval.Reason));
        });

    private static (StatusWord, NotRegisteredReason?) StatusOf(DateOnly day, RegistrantState entry)
    {
        bool Restricted(InterimOrderKind kind) =>
            entry.Tenure.Cases.Any(c => c.Standing.InterimOrders.Any(o => o.Kind == kind && o.From <= day && day <= o.Until));
        return day < entry.Entry!.From ? (StatusWord.NotRegistered, NotRegisteredReason.NotYetRegistered)
            : day > entry.Entry.PeriodEnd ? (StatusWord.NotRegistered, NotRegisteredReason.Lapsed)
            : Restricted(InterimOrderKind.Suspension) ? (StatusWord.SuspendedInterim, null)
            : Restricted(InterimOrderKind.Conditions) ? (StatusWord.ConditionsInterim, null)
            : (StatusWord.Registered, null);
    }
}
