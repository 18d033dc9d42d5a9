using System.Collections.Immutable;

namespace Register.EventStore.EventStoreDb;

/// <summary>What of a server's log is the register's: the streams of these categories.</summary>
public static class LedgerStreams
{
    /// <summary>How many events the server looks through before it counts as further on.</summary>
    internal const uint FilterWindow = 32;

    /// <summary>After how many of these windows a subscription is told how far the server is.</summary>
    internal const uint WindowsToACheckpoint = 10;

    /// <summary>How the names of the register's streams begin.</summary>
    public static ImmutableArray<string> Prefixes { get; } =
    [
        "application-", "apprenticeship-", "case-", "cpdaudit-", "department-", "identity-", "numbers-", "practice-", "preceptorship-", "programme-",
        "registrant-",
    ];
}
