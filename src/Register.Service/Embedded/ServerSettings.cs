using System.Globalization;

namespace Register.Service.Embedded;

/// <summary>The settings the server gets on top of PostgreSQL's defaults, written anew at each start.</summary>
internal static class ServerSettings
{
    public const string FileName = "register.conf";

    public static string Text(EmbeddedPostgresOptions options, SocketFolder socket) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            listen_addresses = ''
            unix_socket_directories = '{socket.Path}'
            unix_socket_permissions = 0700
            port = {SocketFolder.Port}
            max_connections = {options.MaxConnections}
            timezone = 'UTC'
            jit = off

            # The log must not hold personal data. Errors quote the values they are about: the service gets them as exceptions, the log goes without.
            log_timezone = 'UTC'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_statement = none

            {(options.Durable ? Durable : Fast)}

            """);

    private const string Durable = """
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        shared_buffers = 256MB
        """;

    private const string Fast = """
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        """;
}
