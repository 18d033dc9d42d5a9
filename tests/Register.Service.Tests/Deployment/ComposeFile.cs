using Register.Service.Tests.Running;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Register.Service.Tests.Deployment;

/// <summary>What infra/compose.yaml says, in the words of the Compose specification that it uses.</summary>
internal sealed class ComposeFile
{
    public static string Folder { get; } = Path.Combine(Checkout.Root, "infra");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "compose.yaml"));

    public string Name { get; init; } = "";

    /// <summary>What the nodes of EventStoreDB have in common.</summary>
    [YamlMember(Alias = "x-node", ApplyNamingConventions = false)]
    public ComposeService? Node { get; init; }

    /// <summary>The settings they have in common.</summary>
    [YamlMember(Alias = "x-node-environment", ApplyNamingConventions = false)]
    public Dictionary<string, string>? NodeEnvironment { get; init; }

    public Dictionary<string, ComposeService> Services { get; init; } = [];

    public Dictionary<string, string?> Volumes { get; init; } = [];

    /// <summary>The secrets, each with where it comes from.</summary>
    public Dictionary<string, ComposeSecret> Secrets { get; init; } = [];

    /// <exception cref="YamlDotNet.Core.YamlException">It says something else.</exception>
    public static ComposeFile Read() => StrictYaml.Read<ComposeFile>(Text, UnderscoredNamingConvention.Instance);
}

internal sealed class ComposeSecret
{
    public string File { get; init; } = "";
}

internal sealed class ComposeService
{
    public string? Image { get; init; }

    public ComposeBuild? Build { get; init; }

    public string? User { get; init; }

    public string? NetworkMode { get; init; }

    public List<string> Entrypoint { get; init; } = [];

    public List<string> Command { get; init; } = [];

    public string? Restart { get; init; }

    public Dictionary<string, ComposeDependency> DependsOn { get; init; } = [];

    public Dictionary<string, string> Environment { get; init; } = [];

    public ComposeHealthCheck? Healthcheck { get; init; }

    public string? StopGracePeriod { get; init; }

    public bool ReadOnly { get; init; }

    public List<string> Tmpfs { get; init; } = [];

    public List<string> CapDrop { get; init; } = [];

    public List<string> SecurityOpt { get; init; } = [];

    public List<string> Ports { get; init; } = [];

    public List<string> Volumes { get; init; } = [];

    public List<string> Secrets { get; init; } = [];
}

internal sealed class ComposeBuild
{
    public string Context { get; init; } = "";

    public string Dockerfile { get; init; } = "";
}

internal sealed class ComposeDependency
{
    public string Condition { get; init; } = "";
}

internal sealed class ComposeHealthCheck
{
    public List<string> Test { get; init; } = [];

    public string? Interval { get; init; }

    public string? Timeout { get; init; }

    public int Retries { get; init; }

    public string? StartPeriod { get; init; }
}
