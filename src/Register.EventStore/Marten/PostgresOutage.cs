using System.Net.Sockets;
using Npgsql;

namespace Register.EventStore.Marten;

/// <summary>Tells an outage of PostgreSQL, which passes, from a mistake, which does not.</summary>
public static class PostgresOutage
{
    /// <summary>Whether an exception, or one inside it, says that PostgreSQL is away, full or shutting down.</summary>
    public static bool Is(Exception? e) => e switch
    {
        null => false,
        // Class 08: connection; 53: resources; 57P: shutdown and crash recovery; 40: rolled back by a deadlock.
        PostgresException p => p.IsTransient || p.SqlState.StartsWith("08", StringComparison.Ordinal)
            || p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or SocketException or EndOfStreamException or TimeoutException => true,
        _ => Is(e.InnerException),
    };
}
