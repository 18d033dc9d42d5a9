namespace Register.Service.Embedded;

/// <summary>The private cluster cannot be had. The message is for the person who started the service and says what to do.</summary>
public class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No PostgreSQL server programs (version 13 or newer) on this machine.</summary>
public sealed class PostgresMissingException(string found)
    : EmbeddedPostgresException(
        $"PostgreSQL {PostgresPrograms.OldestMajor} or newer is needed, {found}. Install it (Debian, Ubuntu: apt-get install postgresql; " +
        "macOS: brew install postgresql@17), or set ConnectionStrings:Register to a server elsewhere.");
