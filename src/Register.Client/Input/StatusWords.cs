namespace Register.Client.Input;

/// <summary>The status of an entry, in the words of a public entry (R32).</summary>
internal static class StatusWords
{
    public static string Of(RegistrationStatus status, NotRegisteredReason reason = NotRegisteredReason.Unspecified) => status switch
    {
        RegistrationStatus.SuspendedInterim => "Suspended (interim)",
        RegistrationStatus.ConditionsInterim => "Conditions (interim)",
        RegistrationStatus.NotRegistered when reason != NotRegisteredReason.Unspecified => $"Not registered: {Words.Of(reason)}",
        _ => Capitalised(Words.Of(status)),
    };

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
