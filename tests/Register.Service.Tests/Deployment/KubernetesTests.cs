using System.Globalization;
using k8s.Models;
using Register.Service.Hosting;
using YamlDotNet.Core;

namespace Register.Service.Tests.Deployment;

public sealed class KubernetesTests
{
    private readonly V1Deployment _deployment = Manifests.The<V1Deployment>();

    private V1PodSpec Pod => _deployment.Spec.Template.Spec;

    private V1Container Service => Assert.Single(Pod.Containers);

    [Fact]
    public void Each_file_is_applied_but_the_example_of_secrets()
    {
        Assert.Equal(Manifests.Named.Append("kustomization.yaml").Append("secrets.example.yaml").Order(), Manifests.Files);
        Assert.All(Manifests.Named.Append("secrets.example.yaml"), file => Assert.NotEmpty(Manifests.In(file)));
    }

    [Fact]
    public void A_field_that_Kubernetes_does_not_know_is_refused()
    {
        var misspelt = Manifests.Text("deployment.yaml").Replace("readOnlyRootFilesystem", "readOnlyRootFileSystem", StringComparison.Ordinal);
        Assert.Throws<YamlException>(() => Manifests.Read(misspelt));
    }

    [Fact]
    public void Two_run_and_one_of_them_may_go_at_a_time()
    {
        Assert.Equal(2, _deployment.Spec.Replicas);
        Assert.Equal("0", _deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        var budget = Manifests.The<V1PodDisruptionBudget>().Spec;
        Assert.Equal("1", budget.MinAvailable.Value);
        Selects(budget.Selector.MatchLabels);
        Selects(_deployment.Spec.Selector.MatchLabels);
    }

    [Fact]
    public void It_runs_without_rights_on_a_root_that_is_read_only()
    {
        Assert.True(Pod.SecurityContext.RunAsNonRoot);
        Assert.NotEqual(0, Pod.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", Pod.SecurityContext.SeccompProfile.Type);
        Assert.True(Service.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(Service.SecurityContext.AllowPrivilegeEscalation);
        Assert.False(Service.SecurityContext.Privileged);
        Assert.Equal(["ALL"], Service.SecurityContext.Capabilities.Drop);
        Assert.Null(Service.SecurityContext.Capabilities.Add);
    }

    [Fact]
    public void It_may_write_to_empty_folders_of_a_bounded_size_alone()
    {
        var writable = Service.VolumeMounts.Where(m => m.ReadOnlyProperty != true).ToDictionary(m => m.MountPath, m => m.Name);
        Assert.Equal(["/tmp", Settings["Register__DataDirectory"]], writable.Keys.Order());
        Assert.All(writable.Values, name => Assert.NotNull(Pod.Volumes.Single(v => v.Name == name).EmptyDir.SizeLimit));
        Assert.Equal(Pod.Volumes.Select(v => v.Name).Order(), Service.VolumeMounts.Select(m => m.Name).Order());
    }

    [Fact]
    public void It_is_asked_whether_it_lives_and_whether_it_is_ready()
    {
        Assert.Equal(("/health/live", "http"), Asked(Service.StartupProbe));
        Assert.Equal(("/health/live", "http"), Asked(Service.LivenessProbe));
        Assert.Equal(("/health/ready", "http"), Asked(Service.ReadinessProbe));

        static (string, string) Asked(V1Probe probe) => (probe.HttpGet.Path, probe.HttpGet.Port.Value);
    }

    [Fact]
    public void It_asks_for_what_it_needs_and_gets_no_more_than_its_limits()
    {
        foreach (var resource in new[] { "cpu", "memory", "ephemeral-storage" })
            Assert.InRange(Service.Resources.Requests[resource].ToDecimal(), 0.1m, Service.Resources.Limits[resource].ToDecimal());
    }

    [Fact]
    public void Its_ports_are_those_it_is_configured_to_listen_on()
    {
        Assert.Equal(Settings["Register__HttpPort"], Port("http"));
        Assert.Equal(Settings["Register__GrpcPort"], Port("grpc"));
        Assert.Equal(["http", "grpc"], Manifests.The<V1Service>().Spec.Ports.Select(p => p.TargetPort.Value));
        Selects(Manifests.The<V1Service>().Spec.Selector);

        string Port(string name) => Service.Ports.Single(p => p.Name == name).ContainerPort.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Only_what_is_named_comes_in_and_goes_out()
    {
        var policy = Manifests.The<V1NetworkPolicy>().Spec;
        Assert.Equal(["Ingress", "Egress"], policy.PolicyTypes);
        Assert.All(policy.Ingress, rule => Assert.NotEmpty(rule.FromProperty));
        Assert.Equal(["http", "grpc"], policy.Ingress.SelectMany(rule => rule.Ports).Select(p => p.Port.Value));
        Assert.All(policy.Egress, rule => Assert.NotEmpty(rule.Ports));
        Selects(policy.PodSelector.MatchLabels);
    }

    [Fact]
    public void It_holds_no_token_of_Kubernetes()
    {
        Assert.Equal(Manifests.The<V1ServiceAccount>().Metadata.Name, Pod.ServiceAccountName);
        Assert.False(Manifests.The<V1ServiceAccount>().AutomountServiceAccountToken);
        Assert.False(Pod.AutomountServiceAccountToken);
    }

    [Fact]
    public void Its_settings_are_settings_of_the_service()
    {
        var known = typeof(RegisterOptions).GetProperties().Select(p => $"Register__{p.Name}");
        Assert.Empty(Settings.Keys.Where(k => k.StartsWith("Register__", StringComparison.Ordinal)).Except(known));
        Assert.Equal(Manifests.The<V1ConfigMap>().Metadata.Name, Assert.Single(Service.EnvFrom, e => e.ConfigMapRef is not null).ConfigMapRef.Name);
    }

    [Fact]
    public void What_is_secret_is_only_named()
    {
        var secrets = Manifests.In("secrets.example.yaml").Cast<V1Secret>().ToDictionary(s => s.Metadata.Name);
        var wanted = Service.EnvFrom.Where(e => e.SecretRef is not null).Select(e => e.SecretRef.Name)
            .Concat(Pod.Volumes.Where(v => v.Secret is not null).Select(v => v.Secret.SecretName));

        Assert.Equal(secrets.Keys.Order(), wanted.Order());
        Assert.All(secrets.Values, secret => Assert.All(secret.StringData.Values, Assert.Empty));
        Assert.Empty(Manifests.Named.SelectMany(Manifests.In).OfType<V1Secret>());
    }

    private static IDictionary<string, string> Settings => Manifests.The<V1ConfigMap>().Data;

    private void Selects(IDictionary<string, string> labels)
    {
        Assert.NotEmpty(labels);
        Assert.Subset(_deployment.Spec.Template.Metadata.Labels.ToHashSet(), labels.ToHashSet());
    }
}
