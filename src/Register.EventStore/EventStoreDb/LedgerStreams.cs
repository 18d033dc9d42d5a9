using System.Collections.Immutable;

namespace Register.EventStore.EventStoreDb;

/// <summary>What of a server's log is the register's: the streams of these categories.</summary>
public static class LedgerStreams
{
    /// <summary>How the names of the register's streams begin.</summary>
    public static ImmutableArray<string> Prefixes { get; } =
    [
        "application-", "apprenticeship-", "case-", "cpdaudit-", "department-", "identity-", "numbers-", "practice-", "preceptorship-", "programme-",
        "registrant-",
    ];
}
