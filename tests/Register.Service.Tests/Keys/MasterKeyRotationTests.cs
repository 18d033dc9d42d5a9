using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

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
        var events = await new AuditService.AuditServiceClient(register.InRole(Roles.Auditor)).ListEventsAsync(new() { Parent = $"registrants/{number}" });
        Assert.Contains("Zoë Rotated", events.ToString(), StringComparison.Ordinal);
        await new People(register).Registered("after-rotation");
    }

    [Fact] // R37: a master key that is forgotten while it wraps something is the end of what it wraps
    public async Task Of_many_rotations_at_once_none_forgets_what_another_wraps_with()
    {
        var number = await new People(register).Registered("rotated-often", "Zoë Often");
        var @operator = new OperationsService.OperationsServiceClient(register.InRole(Roles.Operator));
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                using var rotation = @operator.RotateMasterKey(new());
                await rotation.ResponseStream.ReadAllAsync().ToListAsync();
            }));
            var keys = (await @operator.GetKeysAsync(new())).Keys;
            Assert.Equal(MasterKeyFile().Split(' ')[0], Assert.Single(keys.MasterKeys).MasterKey);
        }

        await register.Restart();
        var events = await new AuditService.AuditServiceClient(register.InRole(Roles.Auditor)).ListEventsAsync(new() { Parent = $"registrants/{number}" });
        Assert.Contains("Zoë Often", events.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> Shown() => (await CommandLine.Run(register, Roles.Operator, null, "admin", "keys", "show", "--quiet")).Output.Trim();

    private string MasterKeyFile() => File.ReadAllText(Path.Combine(register.DataDirectory, "master.key"));
}
