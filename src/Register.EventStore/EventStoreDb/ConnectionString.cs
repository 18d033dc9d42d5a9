using System.Collections.Immutable;
using System.Collections.Specialized;
using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace Register.EventStore.EventStoreDb;

/// <summary>Reads connection strings of EventStoreDB and KurrentDB: <c>esdb://user:password@host:port,host:port?option=value&amp;…</c>.</summary>
/// <remarks>The schemes are esdb, kurrentdb and kdb, each also with <c>+discover</c>. Options (times in milliseconds; keep-alives also -1 for never):
/// tls, tlsVerifyCert, tlsCaFile, nodePreference, discoveryInterval, maxDiscoverAttempts, gossipTimeout, keepAliveInterval, keepAliveTimeout,
/// defaultDeadline.</remarks>
public static partial class ConnectionString
{
    private const int DefaultPort = 2113;
    private const string Escapes = "A ?, @, / or : in a user name or a password is written %3F, %40, %2F or %3A.";

    private static readonly ImmutableArray<string> Options =
    [
        "tls", "tlsVerifyCert", "tlsCaFile", "nodePreference", "discoveryInterval", "maxDiscoverAttempts", "gossipTimeout",
        "keepAliveInterval", "keepAliveTimeout", "defaultDeadline",
    ];

    /// <summary>What a connection string says.</summary>
    /// <exception cref="FormatException">Names everything that is not understood, and no secret.</exception>
    public static EventStoreDbSettings Parse(string text)
    {
        var parts = Form().Match(text);
        if (!parts.Success)
            throw new FormatException($"A connection string of EventStoreDB is esdb://user:password@host:port,host:port?option=value&option=value. {Escapes}");
        if (parts.Groups["query"].Value.Contains('@', StringComparison.Ordinal))
            throw new FormatException($"The connection string of EventStoreDB: after the ? are options, and no @. {Escapes}"); // and nothing of it: that is a password

        var problems = new List<string>();
        var nodes = parts.Groups["nodes"].Value.Split(',').Select(n => NodeOf(n, problems)).OfType<DnsEndPoint>().ToImmutableArray();
        var read = new OptionReader(HttpUtility.ParseQueryString(parts.Groups["query"].Value), problems);
        read.Known(Options);

        var usual = new EventStoreDbSettings { Nodes = nodes };
        var settings = usual with
        {
            Discover = parts.Groups["discover"].Success || nodes.Length > 1,
            Credentials = CredentialsOf(parts.Groups["user"], problems),
            Tls = read.Bool("tls", usual.Tls),
            TlsVerifyCert = read.Bool("tlsVerifyCert", usual.TlsVerifyCert),
            TlsCaFile = read.Text("tlsCaFile"),
            NodePreference = read.Word("nodePreference", usual.NodePreference),
            DiscoveryInterval = read.Time("discoveryInterval", usual.DiscoveryInterval),
            MaxDiscoverAttempts = read.Count("maxDiscoverAttempts", usual.MaxDiscoverAttempts),
            GossipTimeout = read.Time("gossipTimeout", usual.GossipTimeout),
            KeepAliveInterval = read.TimeOrNever("keepAliveInterval", usual.KeepAliveInterval),
            KeepAliveTimeout = read.TimeOrNever("keepAliveTimeout", usual.KeepAliveTimeout),
            DefaultDeadline = read.Time("defaultDeadline", usual.DefaultDeadline),
        };
        if (settings.TlsCaFile is { } file && !File.Exists(file))
            problems.Add($"tlsCaFile: there is no file {file}.");
        return problems.Count == 0 ? settings : throw new FormatException("The connection string of EventStoreDB: " + string.Join(" ", problems));
    }

    private static DnsEndPoint? NodeOf(string text, List<string> problems)
    {
        // A URI takes one host; so each is read as one.
        if (Uri.TryCreate($"esdb://{text}", UriKind.Absolute, out var uri) && uri is { Host.Length: > 0, UserInfo: "", AbsolutePath: "/" or "" })
            return new(uri.IdnHost, uri.Port > 0 ? uri.Port : DefaultPort);
        problems.Add("A node is host or host:port, and what stands there is not."); // not what stands there: it may be a password
        return null;
    }

    private static NetworkCredential? CredentialsOf(Group user, List<string> problems)
    {
        if (!user.Success)
            return null;
        if (user.Value.Split(':') is [{ Length: > 0 } name, var password])
            return new(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password));
        problems.Add($"Before the @ are user:password. {Escapes}");
        return null;
    }

    [GeneratedRegex(
        @"^(esdb|kurrentdb|kdb)(?<discover>\+discover)?://((?<user>[^@/?]*)@)?(?<nodes>[^@/?]+)/?(\?(?<query>.*))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
