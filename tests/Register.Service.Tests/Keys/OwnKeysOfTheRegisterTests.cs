using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Register.Domain;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.EventStore.Keys;
using Register.Service.Hosting;
using Register.Service.Identity;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Keys;

/// <summary>A register whose own key is wrapped, from start to start (R37).</summary>
public sealed class OwnKeysOfTheRegisterTests(OwnKeysOfTheRegisterTests.Stage register) : IClassFixture<OwnKeysOfTheRegisterTests.Stage>
{
    private static readonly PersonDetails Person = new("Zoë O'Brien", new(1995, 2, 28), "zoe@example.org");

    [Fact] // R37
    public async Task A_rotation_wraps_it_anew_and_the_master_key_of_before_starts_the_register_no_more()
    {
        var (hash, former) = (await Hash(), await File.ReadAllBytesAsync(register.MasterFile));
        Assert.Equal((1, 1), await Shown());
        var ran = await CommandLine.Run(register, Roles.Operator, null, "admin", "keys", "rotate");
        Assert.True(ran.ExitCode == 0, ran.Errors);
        Assert.Equal((1, 1), await Shown());
        var current = await File.ReadAllBytesAsync(register.MasterFile);

        await register.Ask("delete from keys.person"); // it is the register's own key alone that tells
        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => register.RestartAfter(() => File.WriteAllBytesAsync(register.MasterFile, former)));
        Assert.Contains("which is not in the master key file", refused.Message, StringComparison.Ordinal);

        await register.RestartAfter(() => File.WriteAllBytesAsync(register.MasterFile, current));
        Assert.Equal(hash, await Hash());
    }

    [Fact] // R37
    public async Task A_master_key_that_only_has_the_id_of_the_right_one_starts_no_register()
    {
        await Hash();
        var right = await File.ReadAllTextAsync(register.MasterFile);
        var wrong = $"{right.Split(' ')[0]} {Convert.ToBase64String(new byte[32])}\n";
        var refused = await Assert.ThrowsAsync<MasterKeyException>(() => register.RestartAfter(() => File.WriteAllTextAsync(register.MasterFile, wrong)));
        Assert.Contains("is not the one that wrapped", refused.Message, StringComparison.Ordinal);
        await register.RestartAfter(() => File.WriteAllTextAsync(register.MasterFile, right));
    }

    [Fact] // R14, R37
    public async Task A_database_of_a_former_version_is_taken_over_at_the_start_and_only_by_the_master_key_that_belongs_to_it()
    {
        await register.Services.GetRequiredService<PersonKeys>().New(CancellationToken.None);
        var hash = await Hash();
        var right = await File.ReadAllTextAsync(register.MasterFile);
        await using (var database = NpgsqlDataSource.Create(register.ConnectionString))
            await OwnKeysTests.BackToTheFormerVersion(database, register.Services.GetRequiredService<OwnKeys>());
        var wrong = $"{right.Split(' ')[0]} {Convert.ToBase64String(new byte[32])}\n";
        await Assert.ThrowsAsync<MasterKeyException>(() => register.RestartAfter(() => File.WriteAllTextAsync(register.MasterFile, wrong)));
        Assert.Equal(1L, await register.Ask("select count(value) from keys.secret"));

        await register.RestartAfter(() => File.WriteAllTextAsync(register.MasterFile, right));
        Assert.Equal(1L, await register.Ask("select count(wrapped) from keys.secret"));
        Assert.Equal(hash, await Hash());
    }

    private ValueTask<IdentityId> Hash() => register.Services.GetRequiredService<IdentityHash>().Of(Person);

    // How many keys the register has for itself, and how many master keys wrap anything.
    private async Task<(int Own, int Masters)> Shown()
    {
        var shown = await CommandLine.Run(register, Roles.Operator, null, "admin", "keys", "show", "--json");
        Assert.True(shown.ExitCode == 0, shown.Errors);
        var keys = JsonNode.Parse(shown.Output)!;
        return (int.Parse(keys["ownKeyCount"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), keys["masterKeys"]!.AsArray().Count);
    }

    public sealed class Stage : RunningRegister
    {
        public string MasterFile => Path.Combine(DataDirectory, "master.key");

        /// <summary>Stops it, and starts it again when something was done meanwhile.</summary>
        public async Task RestartAfter(Func<Task> change)
        {
            await Stop();
            await change();
            await Start();
        }
    }
}
