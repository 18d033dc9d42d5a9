using Npgsql;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.Service.Hosting;

namespace Register.Service.Keys;

/// <summary>Where the keys of persons, the register's own and the master key are kept.</summary>
internal static class KeysConfiguration
{
    private const string Database = "Keys";
    private const string MasterKeyFileSetting = "Keys:MasterKeyFile";
    private const string DefaultFile = "master.key";

    /// <summary>Adds the keys: in the register's database, those of persons in another where ConnectionStrings:Keys names one, wrapped by the master key in the file that
    /// Keys:MasterKeyFile names, in the data directory unless told.</summary>
    public static void AddKeys(this WebApplicationBuilder builder, RegisterOptions options)
    {
        var path = builder.Configuration[MasterKeyFileSetting] ?? Path.Combine(options.DataDirectory, DefaultFile);
        // Where others run the database, they keep the master key too: one that a lost container made for itself would be lost with it.
        var mayMake = builder.Environment.IsDevelopment() || builder.Configuration.GetConnectionString("Register") is null;
        builder.Services.AddSingleton<IMasterKey>(_ => MasterKeyFile.Open(Path.GetFullPath(path), mayMake));
        if (builder.Configuration.GetConnectionString(Database) is { } elsewhere)
            builder.Services.AddKeyedSingleton(Database, (_, _) => NpgsqlDataSource.Create(elsewhere));
        builder.Services.AddSingleton(services => new PersonKeys(
            services.GetKeyedService<NpgsqlDataSource>(Database) ?? services.GetRequiredService<NpgsqlDataSource>(),
            services.GetRequiredService<IMasterKey>()));
        builder.Services.AddSingleton<OwnKeys>();
        builder.Services.AddSingleton<KeyRotation>();
        builder.Services.AddSingleton<EventForm>();
        builder.Services.AddSingleton<KeysOfStreams>();
        builder.Services.AddHostedService<MasterKeyCheck>();
    }

    /// <summary>Whether every key can be unwrapped, before anything reads or writes: else the register does not start. Then what a former version left
    /// unwrapped is wrapped.</summary>
    private sealed class MasterKeyCheck(PersonKeys keys, OwnKeys own, KeyRotation rotation, IMasterKey master) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var counts = await rotation.Count(cancellationToken);
            if (counts.ByMaster.Keys.Where(id => !master.Knows(id)).ToList() is { Count: > 0 } missing)
            {
                throw new ConfigurationException(
                    $"Keys are wrapped by master key {string.Join(", ", missing)}, which is not in the master key file: bring the file back that belongs to this database ({MasterKeyFileSetting}).");
            }
            await keys.Check(counts.Persons.ByMaster.Keys, cancellationToken);
            await own.Check(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
