using System.Text.RegularExpressions;
using Register.EventStore.EventStoreDb;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Deployment;

public sealed partial class ComposeTests
{
    private static readonly string[] Nodes = ["node1", "node2", "node3"];

    private readonly ComposeFile _compose = ComposeFile.Read();

    private ComposeService Register => _compose.Services["register"];

    [Fact]
    public void What_a_service_waits_for_is_there_and_can_come_about()
    {
        foreach (var (needed, dependency) in _compose.Services.Values.SelectMany(s => s.DependsOn))
        {
            var service = _compose.Services[needed];
            Assert.True(dependency.Condition switch
            {
                "service_healthy" => service.Healthcheck is not null,
                "service_completed_successfully" => service.Restart is null,
                var condition => condition == "service_started",
            });
        }
        Assert.Equal(["collector", .. Nodes, "postgres"], Register.DependsOn.Keys.Order());
    }

    [Fact]
    public void What_runs_on_is_started_again_and_says_whether_it_is_well()
    {
        Assert.All(_compose.Services.Where(s => s.Key != "certificates"), s => Assert.Equal("unless-stopped", s.Value.Restart));
        Assert.Equal(["certificates", "collector"], _compose.Services.Where(s => s.Value.Healthcheck is null).Select(s => s.Key).Order());
    }

    [Fact]
    public void Each_volume_is_declared_and_each_file_is_there()
    {
        var sources = _compose.Services.Values.SelectMany(s => s.Volumes).Select(v => v.Split(':')[0]).ToHashSet();
        var (files, volumes) = (sources.Where(s => s.StartsWith('.')), sources.Where(s => !s.StartsWith('.')));

        Assert.Equal(_compose.Volumes.Keys.Order(), volumes.Order());
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(ComposeFile.Folder, file)), file));
        Assert.Equal(Checkout.Root, Path.GetFullPath(Path.Combine(ComposeFile.Folder, Register.Build!.Context)));
        Assert.True(File.Exists(Path.Combine(Checkout.Root, Register.Build.Dockerfile)));
    }

    [Fact]
    public void Each_node_is_of_the_same_cluster_with_a_certificate_of_its_own_name()
    {
        foreach (var name in Nodes)
        {
            var node = _compose.Services[name];
            Assert.Equal($"{Nodes.Length}", node.Environment["EVENTSTORE_CLUSTER_SIZE"]);
            Assert.Equal(Nodes.Except([name]).Select(other => $"{other}:2113"), node.Environment["EVENTSTORE_GOSSIP_SEED"].Split(','));
            Assert.Equal(name, node.Environment["EVENTSTORE_NODE_HOST_ADVERTISE_AS"]);
            Assert.Equal(name, node.Environment["EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS"]);
            Assert.Equal($"/certs/{name}/node.crt", node.Environment["EVENTSTORE_CERTIFICATE_FILE"]);
            Assert.Equal($"/certs/{name}/node.key", node.Environment["EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE"]);
            Assert.DoesNotContain("EVENTSTORE_INSECURE", node.Environment.Keys);
            Assert.Equal("service_completed_successfully", node.DependsOn["certificates"].Condition);
            Assert.Contains("certificates:/certs:ro", node.Volumes);
        }
        Assert.Contains($"for node in {string.Join(' ', Nodes)};", Assert.Single(_compose.Services["certificates"].Command), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_is_that_cluster_over_TLS()
    {
        var text = Variable().Replace(Register.Environment["Ledger__EventStoreDb"], "secret");
        Assert.Contains("tlsCaFile=/certs/ca/ca.crt", text, StringComparison.Ordinal);
        Assert.Contains("certificates:/certs:ro", Register.Volumes);

        // A file that is there, for the adapter looks.
        var settings = ConnectionString.Parse(text.Replace("/certs/ca/ca.crt", Path.Combine(Checkout.Root, "LICENSE"), StringComparison.Ordinal));
        Assert.Equal(Nodes.Select(n => (n, 2113)), settings.Nodes.Select(n => (n.Host, n.Port)));
        Assert.True(settings is { Tls: true, TlsVerifyCert: true, Discover: true, Credentials.UserName: "admin" });
    }

    [Fact]
    public void No_secret_is_in_a_file_and_nothing_starts_without_one()
    {
        var example = File.ReadAllLines(Path.Combine(ComposeFile.Folder, ".env.example"))
            .Select(line => Assignment().Match(line)).Where(m => m.Success)
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
        var used = Variable().Matches(ComposeFile.Text).Where(m => !m.Value.StartsWith("$$", StringComparison.Ordinal)).ToList();

        Assert.Equal(example.Keys.Order(), used.Select(m => m.Groups["name"].Value).Distinct().Order());
        Assert.All(used, m => Assert.Equal(example[m.Groups["name"].Value].Length > 0 ? ":-" : ":?", m.Groups["when"].Value));
        Assert.All(Secrets(), setting => Assert.Matches(Variable(), setting));

        IEnumerable<string> Secrets() => _compose.Services.Values.SelectMany(s => s.Environment)
            .Where(e => e.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase) || e.Value.Contains("password", StringComparison.OrdinalIgnoreCase))
            .Select(e => e.Value);
    }

    // A secret from a variable is copied into the container, which fails where its root is read-only; one from a file is mounted.
    [Fact]
    public void The_master_key_is_a_file_that_is_mounted_and_that_neither_git_nor_the_image_takes()
    {
        var name = Assert.Single(Register.Secrets);
        Assert.Equal($"/run/secrets/{name}", Register.Environment["Keys__MasterKeyFile"]);
        var file = Assert.Single(_compose.Secrets, s => s.Key == name).Value.File;
        Assert.Equal("${REGISTER_MASTER_KEY_FILE:-./secrets/master.key}", file);
        Assert.Contains("infra/secrets/", File.ReadAllLines(Path.Combine(Checkout.Root, ".gitignore")));
        var taken = File.ReadAllLines(Path.Combine(ComposeFile.Folder, "Dockerfile.dockerignore")).Where(line => !line.StartsWith('#')).ToList();
        Assert.Equal("*", taken[0]);
        Assert.Equal(["!infra/is-ready.sh"], taken.Where(line => line.StartsWith("!infra", StringComparison.Ordinal)));
        Assert.Contains(">infra/secrets/master.key", ComposeFile.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_runs_without_rights_on_a_root_that_is_read_only()
    {
        Assert.True(Register.ReadOnly);
        Assert.Equal(["ALL"], Register.CapDrop);
        Assert.Contains("no-new-privileges:true", Register.SecurityOpt);
        Assert.Equal(["/tmp"], Register.Tmpfs);
        Assert.Equal(
            [$"register-data:{Register.Environment["Register__DataDirectory"]}"], Register.Volumes.Where(v => !v.EndsWith(":ro", StringComparison.Ordinal)));

        var image = File.ReadAllLines(Path.Combine(Checkout.Root, Register.Build!.Dockerfile));
        Assert.Equal("USER $APP_UID", image.Last(line => line.StartsWith("USER", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_listens_beyond_this_machine() =>
        Assert.All(_compose.Services.Values.SelectMany(s => s.Ports), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));

    // ${NAME}, ${NAME:?what to do} or ${NAME:-otherwise}; the shell's own variables have two dollars.
    [GeneratedRegex(@"\$?\$\{(?<name>\w+)(?<when>:.)?[^}]*\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^#?(?<name>[A-Z_]+)=(?<value>.*)$")]
    private static partial Regex Assignment();
}
