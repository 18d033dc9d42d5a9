using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Tenure;

/// <summary>What may happen to Amara's entry, whose first period ends on 28 February 2028, before the leap day.</summary>
internal static class TenureOf
{
    public static readonly DateOnly PeriodEnd = Day("2028-02-28");

    public static readonly DateOnly NextPeriodEnd = Day("2030-02-28");

    /// <summary>The first day off the register of an entry that is not renewed.</summary>
    public static readonly DateOnly LapseDay = Day("2028-02-29");

    public static readonly Lapsed Lapse = new(LapseDay);

    public static Renewed RenewedOn(string day) => new(LapseDay, NextPeriodEnd, "FEE-2", Day(day));

    public static HoldPlaced Held(string from, CaseId? of = null) => new(of ?? Case, Day(from));

    public static HoldReleased Released(string on, CaseId? of = null) => new(of ?? Case, Day(on));

    public static StruckOff StruckOffOn(string day) => new("Misconduct.", "panel-1", Day(day));

    public static StatusInterval StatusOn(this RegistrantState state, string day) => EntryStatus.On(Day(day), state);

    public static bool IsRegistered(this RegistrantState state, string day) => state.StatusOn(day).Status != StatusWord.NotRegistered;
}
