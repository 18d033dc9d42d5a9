using Register.Service.Tests.Running;

namespace Register.Service.Tests.Deployment;

public sealed class CollectorTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ComposeFile.Folder, "otel-collector.yaml"));

    private readonly Collector _collector = StrictYaml.Read<Collector>(Text);

    [Fact]
    public void Each_step_of_a_pipeline_is_configured_and_nothing_else_is()
    {
        var pipelines = _collector.Service.Pipelines;
        Assert.Equal(["metrics", "traces"], pipelines.Keys.Order());
        Assert.Equal(_collector.Receivers.Keys.Order(), Used(p => p.Receivers));
        Assert.Equal(_collector.Processors.Keys.Order(), Used(p => p.Processors));
        Assert.Equal(_collector.Exporters.Keys.Order(), Used(p => p.Exporters));
        Assert.Equal(_collector.Extensions.Keys, _collector.Service.Extensions);

        IEnumerable<string> Used(Func<Pipeline, List<string>> steps) => pipelines.Values.SelectMany(steps).Distinct().Order();
    }

    [Fact]
    public void The_register_sends_to_where_it_listens()
    {
        var compose = ComposeFile.Read();
        var endpoint = new Uri(compose.Services["register"].Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Contains(endpoint.Host, compose.Services.Keys);
        Assert.Contains($"endpoint: 0.0.0.0:{endpoint.Port}", Text, StringComparison.Ordinal);
    }

    private sealed class Collector
    {
        public Dictionary<string, object> Receivers { get; init; } = [];

        public Dictionary<string, object?> Processors { get; init; } = [];

        public Dictionary<string, object> Exporters { get; init; } = [];

        public Dictionary<string, object> Extensions { get; init; } = [];

        public Service Service { get; init; } = new();
    }

    private sealed class Service
    {
        public List<string> Extensions { get; init; } = [];

        public Dictionary<string, Pipeline> Pipelines { get; init; } = [];
    }

    private sealed class Pipeline
    {
        public List<string> Receivers { get; init; } = [];

        public List<string> Processors { get; init; } = [];

        public List<string> Exporters { get; init; } = [];
    }
}
