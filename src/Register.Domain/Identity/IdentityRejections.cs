namespace Register.Domain.Identity;

/// <summary>Why an application does not stand: that another record exists, and nothing else about it.</summary>
public static class IdentityRejections
{
    private const string AnotherPerson =
        "If you are another person of the same name and date of birth, say so with distinct_person: a registration officer then looks at it.";

    /// <summary>Why somebody may not apply.</summary>
    public static Rejection Of(IdentityHolder holder) => holder switch
    {
        IdentityHolder.Registrant => Rejection.Of(
            "PERSON_IS_REGISTERED",
            "A person of this name and date of birth has a registration, and one person has one (R14). "
            + $"If it is yours and you have left, come back by readmission or restoration, with its number. {AnotherPerson}"),
        _ => Rejection.Of(
            "PERSON_HAS_APPLICATION",
            "A person of this name and date of birth has a live application, and one person has one (R14). "
            + $"If it is yours, follow it, or withdraw it first. {AnotherPerson}"),
    };
}
