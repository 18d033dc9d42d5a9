using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Register.Domain.Registration;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;
using Register.Service.FallingDue;
using Register.Service.Identity;
using Register.Service.Relaying;
using Register.Service.Tests.Audit;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using StoredEvent = Sonographer.Register.V1.StoredEvent;

namespace Register.Service.Tests.Transfer;

/// <summary>A register that moves with the client from PostgreSQL to EventStoreDB, and back.</summary>
public sealed class ImportIntoEventStoreDbTests(RegisterWithHistory register) : IClassFixture<RegisterWithHistory>, IAsyncLifetime
{
    private static readonly PersonDetails Person = new("Zoë O’Brien-李", new(1995, 2, 28), "zoe@example.org");

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("register-transfer-");

    private string Folder => Path.Combine(_home.FullName, "ledger");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _home.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Broken_off_and_gone_on_with_it_lives_on_there_knows_what_was_asked_before_and_can_come_back()
    {
        var request = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme("Before the export") };
        var answer = await new People(register).Accreditor.AccreditProgrammeAsync(request);
        var events = await Export(register);
        var expected = await Hashes(register);
        Assert.Equal(expected, events.Select(e => e.ContentSha256));

        var target = await Started(new EmptyRegister(register, nodes: 3));
        try
        {
            var sent = events.Take(9).ToList();
            var there = sent.FindLastIndex(e => e.Stream != sent[^1].Stream) + 1;
            await TransferTests.BreakOff(target, events.Count, sent, writtenThen: there);
            await target.Restart();
            Assert.Equal(expected.Take(there), await Hashes(target));
            Assert.Equal(0L, await Copied(target)); // nothing is relayed while it comes in

            var told = JsonNode.Parse((await Client(target).As("operator", "admin", "import", Folder, "--json")).Done())!;
            Assert.Equal(($"{there}", $"{events.Count - there}"), (told["presentCount"]!.GetValue<string>(), told["writtenCount"]!.GetValue<string>()));
            Assert.Equal(expected, await Hashes(target));
            Assert.Equal(0L, await Copied(target));

            await target.Open();
            await target.Services.GetRequiredService<Settling>().Wait(CancellationToken.None);
            Assert.Equal(expected, await Hashes(target));
            await Same(target, expected.Count);

            var people = new People(target);
            var entry = await Eventually.Get(() => people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = register.Number }).ResponseAsync, e => e.Entry is not null);
            Assert.Equal("Zoë O’Brien-李", entry.Entry.FullName);
            Assert.Equal(await Identity(register), await Identity(target));

            Assert.Equal(answer, await people.Accreditor.AccreditProgrammeAsync(request));
            Assert.Equal(expected, await Hashes(target));
            await people.Registered("after-the-import");
            await target.Services.GetRequiredService<Settling>().Wait(CancellationToken.None);
            var grown = await Hashes(target);
            Assert.Equal(expected, grown.Take(expected.Count));
            await Same(target, grown.Count);

            await Back(target, grown);
        }
        finally
        {
            await target.DisposeAsync();
        }
    }

    [Fact] // R14
    public async Task Without_the_key_that_identities_are_hashed_with_nothing_of_an_identity_comes_in()
    {
        var events = await Export(register);
        var target = await Started(new EmptyRegister(register, nodes: 1));
        try
        {
            await Ask(target.ConnectionString, "delete from keys.secret");
            Assert.Contains("KEY_MISSING", (await Client(target).As("operator", "admin", "import", Folder)).Failed(1), StringComparison.Ordinal);
            var written = await Hashes(target);
            Assert.InRange(written.Count, 0, events.FindIndex(e => e.Stream.StartsWith("identity-", StringComparison.Ordinal)));
        }
        finally
        {
            await target.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_with_events_of_its_own_is_not_made_the_copy_of_what_comes()
    {
        await Export(register);
        var used = new WasOnPostgres();
        await used.InitializeAsync();
        try
        {
            await new People(used).Accredited();
            await used.MoveToEventStoreDb();
            Assert.Contains("DATABASE_NOT_EMPTY", (await Client(used).As("operator", "admin", "import", Folder)).Failed(1), StringComparison.Ordinal);
            Assert.Empty(await Hashes(used));
        }
        finally
        {
            await used.DisposeAsync();
        }
    }

    // From EventStoreDB into PostgreSQL, with the same keys.
    private async Task Back(RunningRegister from, List<string> expected)
    {
        Directory.Delete(Folder, recursive: true);
        await Export(from);
        var back = await Started(new EmptyRegister(from));
        try
        {
            (await Client(back).As("operator", "admin", "import", Folder)).Done();
            Assert.Equal(expected, await Hashes(back));
        }
        finally
        {
            await back.DisposeAsync();
        }
    }

    private async Task<List<StoredEvent>> Export(RunningRegister of)
    {
        await of.Services.GetRequiredService<Settling>().Wait(CancellationToken.None);
        (await Client(of).As("operator", "admin", "export", "--output", Folder, "--events-per-file", "20")).Done();
        var files = Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal);
        return [.. files.SelectMany(File.ReadAllLines).Select(StoredEvent.Parser.ParseJson)];
    }

    private static async Task Same(RunningRegister register, int count)
    {
        var verified = JsonNode.Parse((await Client(register).As("operator", "admin", "relay", "verify", "--json")).Done())!;
        Assert.Equal($"{count}", verified["sameCount"]!.GetValue<string>());
    }

    private static async Task<EmptyRegister> Started(EmptyRegister target)
    {
        await target.InitializeAsync();
        return target;
    }

    private static AuditorsClient Client(RunningRegister of) => new(of);

    private static ValueTask<Domain.Identity.IdentityId> Identity(RunningRegister of) => of.Services.GetRequiredService<IdentityHash>().Of(Person);

    private static async Task<List<string>> Hashes(RunningRegister of) =>
        await of.Services.GetRequiredService<ILedger>().ReadAll(0, CancellationToken.None).Select(CanonicalForm.Sha256).ToListAsync();

    private static Task<object?> Copied(RunningRegister by) => Ask(by.ConnectionString, "select count(*) from register.mt_events");

    private static async Task<object?> Ask(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A register that had its ledger in PostgreSQL, and is to have it in EventStoreDB.</summary>
    private sealed class WasOnPostgres : RunningRegister
    {
        private StandInCluster? _cluster;

        public async Task MoveToEventStoreDb()
        {
            _cluster = await StandInCluster.Start(nodes: 1);
            await Restart();
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            if (_cluster is not null)
                await _cluster.DisposeAsync();
        }

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["Ledger:Importing"] = _cluster is null ? null : "true",
            [LedgerConfiguration.Key] = _cluster?.ConnectionString(),
        };
    }
}
