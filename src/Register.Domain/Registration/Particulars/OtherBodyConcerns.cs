namespace Register.Domain.Registration;

/// <summary>What an officer found on another statutory register that this one has to look into for itself (R29).</summary>
public static class OtherBodyConcerns
{
    /// <summary>The concern that a look at another registration raises, in words; null when it raises none: the register is a voluntary one, the
    /// registration stands as it should, or it was found no better the last time.</summary>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="particulars">The particulars with it.</param>
    public static string? Of(ParticularsEvent.OtherRegistrationRecorded recorded, Particulars particulars)
    {
        if (!recorded.Body.IsStatutory() || Words(recorded.Status) is not { } words)
            return null;
        var checks = particulars.OtherRegistrations
            .Where(p => (p.Body, p.Number) == (recorded.Body, recorded.Number))
            .SelectMany(p => p.Checks)
            .TakeWhile(c => c != new OtherRegistrationCheck(recorded.Status, recorded.CheckedOn))
            .ToList();
        return checks is [.., { } before] && before.Status == recorded.Status
            ? null
            : $"The registration with {recorded.Body.ToString().ToUpperInvariant()} was found {words} on {recorded.CheckedOn:yyyy-MM-dd} (R29).";
    }

    private static string? Words(OtherRegistrationStatus status) => status switch
    {
        OtherRegistrationStatus.RegisteredWithRestrictions => "to be under restrictions",
        OtherRegistrationStatus.Suspended => "to be suspended",
        OtherRegistrationStatus.StruckOff => "to be struck off",
        _ => null,
    };
}
