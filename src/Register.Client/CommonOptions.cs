using Register.Client.Input;

namespace Register.Client;

/// <summary>The options that every command takes, and those that reads, lists and changes share.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Address = new("--address")
    {
        Description = "Where the register's gRPC services are [env: REGISTER_ADDRESS, default: http://127.0.0.1:5081]",
        Recursive = true,
        HelpName = "URL",
    };

    public static readonly Option<string?> HttpAddress = new("--http-address")
    {
        Description = "Where the register answers HTTP; for login [env: REGISTER_HTTP_ADDRESS, default: http://127.0.0.1:5080]",
        Recursive = true,
        HelpName = "URL",
    };

    public static readonly Option<string?> Token = new("--token")
    {
        Description = "The access token to use [env: REGISTER_TOKEN]",
        Recursive = true,
        HelpName = "TOKEN",
    };

    public static readonly Option<string?> As = new("--as")
    {
        Description = "The saved login to use [env: REGISTER_AS, default: the current login]",
        Recursive = true,
        HelpName = "NAME",
    };

    public static readonly Option<string?> Purpose = new("--purpose")
    {
        Description = "What you read somebody's record for: auditors see it, and so does that person, unless an officer of the register says it [env: REGISTER_PURPOSE, default: that of your role]",
        Recursive = true,
        HelpName = "TEXT",
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Answer in JSON; a list is one JSON array",
        Recursive = true,
    };

    public static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Answer with resource names or numbers only, one per line",
        Recursive = true,
    };

    public static readonly Option<int> Timeout =
        Typed.Count("--timeout", "How many seconds a call may take [default: 30; streams: no limit]", "SECONDS", recursive: true);

    public static readonly Option<Guid> RequestId = new("--request-id")
    {
        Description = "A UUID that makes it safe to repeat this change: the same one has no second effect [default: a fresh one]",
        HelpName = "UUID",
    };

    public static readonly Option<long> MinimumVersion = new("--min-version")
    {
        Description = "Wait until the answer is computed from this version or a later one: to read your own change",
        HelpName = "VERSION",
    };

    public static readonly Option<int> Limit = LimitOf(50);

    public static IEnumerable<Option> All => [Address, HttpAddress, Token, As, Purpose, Json, Quiet, Timeout];

    public static Option<int> LimitOf(int unlessTold) =>
        Typed.Count("--limit", "Show at most this many", "N", unlessTold);
}
