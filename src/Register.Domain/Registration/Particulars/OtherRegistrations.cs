using System.Collections.Immutable;

namespace Register.Domain.Registration;

/// <summary>A body at which a sonographer may hold another registration (R14).</summary>
public enum StatutoryBody
{
    /// <summary>Health and Care Professions Council.</summary>
    Hcpc = 1,

    /// <summary>Nursing and Midwifery Council.</summary>
    Nmc,

    /// <summary>General Medical Council.</summary>
    Gmc,

    /// <summary>Register of Clinical Technologists: a voluntary register.</summary>
    Rct,
}

/// <summary>How another registration stood when it was last looked at (R14).</summary>
public enum OtherRegistrationStatus
{
    /// <summary>The registrant says so; nobody has looked it up yet.</summary>
    Declared = 1,
    Registered,
    RegisteredWithRestrictions,
    Suspended,
    NotRegistered,
    StruckOff,
}

/// <summary>What tells the bodies apart.</summary>
public static class StatutoryBodies
{
    /// <summary>Whether law stands behind the body's register: the RCT's is voluntary.</summary>
    public static bool IsStatutory(this StatutoryBody body) => body != StatutoryBody.Rct;
}

/// <summary>A registration with another body, as it stood on a date (R14).</summary>
/// <param name="Status">As last checked on or before that date; as first recorded where no check is so old.</param>
/// <param name="CheckedOn">The day of that check.</param>
/// <param name="From">The first day it was held.</param>
/// <param name="EndedOn">The first day it was not held any more; null while it is held.</param>
public sealed record OtherRegistration(
    StatutoryBody Body, string Number, OtherRegistrationStatus Status, DateOnly CheckedOn, DateOnly From, DateOnly? EndedOn);

/// <summary>One look at another registration.</summary>
public sealed record OtherRegistrationCheck(OtherRegistrationStatus Status, DateOnly On);

/// <summary>A time for which another registration was held, with every look at it, oldest first.</summary>
public sealed record OtherRegistrationPeriod(
    StatutoryBody Body, string Number, DateOnly From, DateOnly? EndedOn, ImmutableArray<OtherRegistrationCheck> Checks)
{
    /// <summary>Whether it has not ended.</summary>
    public bool IsOpen => EndedOn is null;

    /// <summary>How it stood on a date; null when it was not held, or was found not to be.</summary>
    public OtherRegistration? On(DateOnly date)
    {
        if (date < From || date >= EndedOn)
            return null;
        var check = Checks.LastOrDefault(c => c.On <= date) ?? Checks[0];
        return check.Status is OtherRegistrationStatus.NotRegistered or OtherRegistrationStatus.StruckOff ? null : new(Body, Number, check.Status, check.On, From, EndedOn);
    }
}
