using k8s;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Deployment;

/// <summary>The manifests of infra/kubernetes, read as the API server reads them: what it does not know is refused.</summary>
internal static class Manifests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "infra", "kubernetes");

    /// <summary>What kustomization.yaml names.</summary>
    public static IReadOnlyList<string> Named { get; } = StrictYaml.Read<Kustomization>(Text("kustomization.yaml")).Resources;

    /// <summary>The files that are there.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)).Order()];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Every object of a file.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">A field is none of its kind, or a value not of its type.</exception>
    public static IReadOnlyList<object> In(string file) => Read(Text(file));

    public static IReadOnlyList<object> Read(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);

    /// <summary>The one object of a type among what kustomization.yaml names.</summary>
    public static T The<T>() => Assert.Single(Named.SelectMany(In).OfType<T>());

    private sealed class Kustomization
    {
        public string ApiVersion { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Namespace { get; init; } = "";

        public List<LabelSet> Labels { get; init; } = [];

        public List<string> Resources { get; init; } = [];
    }

    private sealed class LabelSet
    {
        public Dictionary<string, string> Pairs { get; init; } = [];

        public bool IncludeSelectors { get; init; }
    }
}
