using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Practice;
using Register.Domain.Registration;

namespace Register.Domain.Evidence;

/// <summary>Who else regulates a person by law. Exactly one of these is true of everybody, so that a table's rows add to its total.</summary>
public enum OtherRegulator
{
    /// <summary>On no other statutory register: without this register, unregulated.</summary>
    None = 1,
    Hcpc,
    Nmc,
    Gmc,

    /// <summary>Two or three of them: counted here and in none of the others.</summary>
    MoreThanOne,
}

/// <summary>What the evidence for Recommendation 84 counts about one person on one date.</summary>
/// <param name="Other">Other statutory registration.</param>
/// <param name="Route">The route of entry.</param>
/// <param name="Areas">Practice areas.</param>
/// <param name="Region">The region of the main employer; null where none is declared.</param>
/// <param name="Setting">The setting at the main employer; null where none is declared.</param>
public sealed record CountedPerson(
    OtherRegulator Other, EntryRoute? Route, ImmutableArray<PracticeArea> Areas, Region? Region, PracticeSetting? Setting)
{
    /// <summary>The holder of an entry on a date, whatever the entry's status.</summary>
    /// <param name="place">What <see cref="PracticeState.PlaceOfWorkOn"/> says of that date.</param>
    public static CountedPerson On(DateOnly date, RegistrantState registrant, PlaceOfWork? place)
    {
        var entry = registrant.Entry!;
        return new(RegulatorOf(registrant, date), entry.Route, entry.PracticeAreas, place?.Region, place?.Setting);
    }

    /// <summary>Whether an entry counts on a date: on the register, restricted or not (R2).</summary>
    public static bool IsOnTheRegister(DateOnly date, RegistrantState registrant) =>
        EntryStatus.On(date, registrant).Status != StatusWord.NotRegistered;

    // A voluntary register regulates nobody by law.
    private static OtherRegulator RegulatorOf(RegistrantState registrant, DateOnly date)
    {
        var bodies = registrant.Particulars.OtherRegistrationsOn(date).Select(o => o.Body).Where(b => b.IsStatutory()).Distinct().ToList();
        return bodies switch
        {
            [] => OtherRegulator.None,
            [StatutoryBody.Hcpc] => OtherRegulator.Hcpc,
            [StatutoryBody.Nmc] => OtherRegulator.Nmc,
            [StatutoryBody.Gmc] => OtherRegulator.Gmc,
            _ => OtherRegulator.MoreThanOne,
        };
    }
}
