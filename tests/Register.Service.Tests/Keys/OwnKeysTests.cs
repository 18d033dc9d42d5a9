using Npgsql;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.EventStore.Keys;
using Register.Service.Identity;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Keys;

/// <summary>The key that identities are hashed with: in the database only as the master key wraps it, and the same whatever wraps it (R14, R37).</summary>
public sealed class OwnKeysTests : IAsyncLifetime
{
    private static readonly PersonDetails Person = new("Zoë O'Brien", new(1995, 2, 28), "zoe@example.org");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("register-test-");
    private NpgsqlDataSource _database = null!;

    private string MasterFile => Path.Combine(_folder.FullName, "master.key");

    public async Task InitializeAsync() => _database = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact] // R37
    public async Task What_is_stored_is_not_the_key_nor_is_the_key_in_it()
    {
        var key = await Instance().Get(OwnKeys.Identity, CancellationToken.None);
        Assert.Equal(32, key.Length);
        Assert.NotEqual(new byte[32], key);
        var stored = await Stored();
        Assert.True(stored.AsSpan().IndexOf(key) < 0, "The stored bytes hold the key itself.");
        Assert.Equal(key, await Instance().Get(OwnKeys.Identity, CancellationToken.None));
    }

    [Fact] // R37
    public async Task Instances_that_start_at_the_same_moment_make_one_key_and_registers_have_different_ones()
    {
        Assert.Single((await HashedByManyAtOnce()).Distinct());
        await using var elsewhere = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
        Assert.NotEqual(await Hash(), await new IdentityHash(new(elsewhere, MasterKeyFile.Open(MasterFile))).Of(Person));
    }

    [Fact] // R14, R37
    public async Task The_key_of_a_former_version_is_wrapped_where_it_is_and_the_hashes_stay()
    {
        var hash = await Hash();
        var key = await BackToTheFormerVersion(_database, Instance());
        Assert.Equal(key, await Ask(_database, "select value from keys.secret"));

        Assert.All(await HashedByManyAtOnce(), h => Assert.Equal(hash, h));
        Assert.True((await Stored()).AsSpan().IndexOf(key) < 0, "The stored bytes hold the key itself.");
        Assert.Equal(false, await Ask(_database, "select exists (select from information_schema.columns where table_schema = 'keys' and column_name = 'value')"));
    }

    [Fact] // R37
    public async Task After_a_rotation_the_hashes_are_the_same_and_the_former_master_key_opens_nothing()
    {
        var hash = await Hash();
        var former = Path.Combine(_folder.FullName, "former.key");
        File.Copy(MasterFile, former);

        var master = MasterKeyFile.Open(MasterFile);
        master.Add();
        Assert.Equal(1, await new OwnKeys(_database, master).WrapAnew(CancellationToken.None));
        Assert.Equal(0, await new OwnKeys(_database, master).WrapAnew(CancellationToken.None));
        master.ForgetAllBut([]);

        Assert.Equal(hash, await Hash());
        Assert.Equal(master.Current, Assert.Single(await Instance().Count(CancellationToken.None)).Key);
        var refused = await Assert.ThrowsAsync<MasterKeyException>(
            () => new OwnKeys(_database, MasterKeyFile.Open(former)).Get(OwnKeys.Identity, CancellationToken.None));
        Assert.Contains($"Master key {master.Current} is not in", refused.Message, StringComparison.Ordinal);
    }

    [Fact] // R37
    public async Task Wrapped_under_one_name_it_opens_under_no_other()
    {
        await Hash();
        await Ask(_database, "update keys.secret set name = 'another'");
        await Assert.ThrowsAsync<MasterKeyException>(() => Instance().Get("another", CancellationToken.None));
    }

    /// <summary>Stores the keys as former versions did, and says what the one of identities is.</summary>
    internal static async Task<byte[]> BackToTheFormerVersion(NpgsqlDataSource database, OwnKeys keys)
    {
        var key = await keys.Get(OwnKeys.Identity, CancellationToken.None);
        await using var change = database.CreateCommand("drop table keys.secret; create table keys.secret (name text primary key, value bytea not null)");
        await change.ExecuteNonQueryAsync();
        await using var insert = database.CreateCommand("insert into keys.secret (name, value) values ($1, $2)");
        insert.Parameters.Add(new() { Value = OwnKeys.Identity });
        insert.Parameters.Add(new() { Value = key });
        await insert.ExecuteNonQueryAsync();
        return key;
    }

    private OwnKeys Instance() => new(_database, MasterKeyFile.Open(MasterFile));

    private ValueTask<IdentityId> Hash() => new IdentityHash(Instance()).Of(Person);

    private Task<IdentityId[]> HashedByManyAtOnce() => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Hash())));

    private async Task<byte[]> Stored() => (byte[])(await Ask(_database, "select wrapped from keys.secret"))!;

    private static async Task<object?> Ask(NpgsqlDataSource database, string statement)
    {
        await using var command = database.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }
}
