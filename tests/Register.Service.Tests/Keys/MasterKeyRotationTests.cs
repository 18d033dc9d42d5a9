using Register.Domain;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Keys;

/// <summary>A new master key, by the client of who runs the register.</summary>
public sealed class MasterKeyRotationTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task After_a_rotation_everything_is_read_as_before_and_the_former_master_key_is_forgotten()
    {
        var number = await new People(register).Registered("rotated", "Zoë Rotated");
        var (before, file) = (await Shown(), MasterKeyFile());

        var ran = await CommandLine.Run(register, Roles.Operator, null, "admin", "keys", "rotate", "--json");
        Assert.True(ran.ExitCode == 0, ran.Errors);
        Assert.NotEqual(before, await Shown());
        Assert.NotEqual(file, MasterKeyFile());
        Assert.Single(MasterKeyFile().Split('\n', StringSplitOptions.RemoveEmptyEntries));

        await register.Restart();
        var events = await new Sonographer.Register.V1.AuditService.AuditServiceClient(register.InRole(Roles.Auditor)).ListEventsAsync(new() { Parent = $"registrants/{number}" });
        Assert.Contains("Zoë Rotated", events.ToString(), StringComparison.Ordinal);
        await new People(register).Registered("after-rotation");
    }

    private async Task<string> Shown() => (await CommandLine.Run(register, Roles.Operator, null, "admin", "keys", "show", "--quiet")).Output.Trim();

    private string MasterKeyFile() => File.ReadAllText(Path.Combine(register.DataDirectory, "master.key"));
}
