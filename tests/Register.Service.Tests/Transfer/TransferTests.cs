using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;
using Register.Service.FallingDue;
using Register.Service.Tests.Audit;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using StoredEvent = Sonographer.Register.V1.StoredEvent;

namespace Register.Service.Tests.Transfer;

/// <summary>A ledger that moves from one register to another as it is stored, with the client.</summary>
public sealed class TransferTests(RegisterWithHistory register) : IClassFixture<RegisterWithHistory>, IAsyncLifetime
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("register-transfer-");

    private string Folder => Path.Combine(_home.FullName, "ledger");

    public async Task InitializeAsync() => (await Export()).Done();

    public Task DisposeAsync()
    {
        _home.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Broken_off_and_gone_on_with_another_register_has_the_same_ledger_and_lives_on_it()
    {
        var (expected, events) = (await Hashes(register), Exported());
        var target = new EmptyRegister(register);
        await target.InitializeAsync();
        try
        {
            Assert.Equal(expected, events.Select(e => e.ContentSha256));
            // Events of one stream that follow each other are written together, when another stream's comes.
            var sent = events.Take(9).ToList();
            var there = sent.FindLastIndex(e => e.Stream != sent[^1].Stream) + 1;
            await BreakOff(target, events.Count, sent, writtenThen: there);
            Assert.Equal(expected.Take(there), await Hashes(target));
            await new ApplicationsService.ApplicationsServiceClient(target.InRole("registrar")).ListApplicationsAsync(new()).Refused(StatusCode.Unavailable, "IMPORTING");

            var told = JsonNode.Parse((await Client(target).As("operator", "admin", "import", Folder, "--json")).Done())!;
            Assert.Equal((there, events.Count - there), (Number(told, "presentCount"), Number(told, "writtenCount")));
            Assert.Equal(expected, await Hashes(target));

            // The views are built and all reactions run: they find done what they would do.
            await target.Open();
            await Eventually.Get(() => Settled(target), settled => settled);
            Assert.Equal(await Names(register), await Names(target));
            Assert.Equal(expected, await Hashes(target));
            var name = (await Registrants(register).GetRegistrantAsync(new() { Name = $"registrants/{register.Number}" })).Registrant;
            Assert.Equal(name, (await Registrants(target).GetRegistrantAsync(new() { Name = $"registrants/{register.Number}" })).Registrant);

            await new People(target).Registered("after-the-import");
            Assert.Contains("NOT_IMPORTING", (await Client(target).As("operator", "admin", "import", Folder)).Failed(1), StringComparison.Ordinal);
        }
        finally
        {
            await target.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_was_altered_is_refused_and_nothing_after_it_is_written()
    {
        var (expected, events) = (await Hashes(register), Exported());
        var target = new EmptyRegister(register);
        await target.InitializeAsync();
        try
        {
            var file = Path.Combine(Folder, "events-000002.jsonl");
            var whole = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, whole.Replace("\"actor\": \"", "\"actor\": \"x", StringComparison.Ordinal));
            Assert.Contains("HASH_WRONG", (await Client(target).As("operator", "admin", "import", Folder)).Failed(1), StringComparison.Ordinal);
            Assert.Empty(await Hashes(target));

            var altered = events.Select(e => e.Clone()).ToList();
            altered[6].Data = altered[6].Data.Replace(":", ": ", StringComparison.Ordinal); // spelt otherwise, it says the same
            altered[8].Actor += "x";
            var refused = await Assert.ThrowsAsync<RpcException>(() => Importing(target, events.Count, altered));
            Assert.Contains("EVENT_ALTERED", Reason(refused), StringComparison.Ordinal);
            var written = await Hashes(target);
            Assert.InRange(written.Count, 1, 8);
            Assert.Equal(expected.Take(written.Count), written);

            Assert.Contains("COUNT_WRONG", Reason(await Assert.ThrowsAsync<RpcException>(() => Importing(target, events.Count, events.Take(9)))), StringComparison.Ordinal);
            Assert.Contains("NOT_AN_EVENT", Reason(await Assert.ThrowsAsync<RpcException>(() => Importing(target, 1, [new StoredEvent()]))), StringComparison.Ordinal);
            Assert.Contains("LEDGER_NOT_EMPTY", Reason(await Assert.ThrowsAsync<RpcException>(() => Importing(target, 1, events.Take(1)))), StringComparison.Ordinal);
        }
        finally
        {
            await target.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_export_that_was_broken_off_goes_on_and_is_the_same_in_the_end()
    {
        var whole = Lines();
        var manifest = ManifestFile.Read(Folder);
        manifest["endTime"] = null;
        manifest["files"] = new JsonArray(manifest["files"]![0]!.DeepClone());
        manifest["count"] = RegisterWithHistory.EventsPerFile;
        ManifestFile.WriteSealed(Folder, manifest);
        foreach (var file in Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).Skip(2))
            File.Delete(file);
        using (var second = File.OpenWrite(Path.Combine(Folder, "events-000002.jsonl")))
            second.SetLength(second.Length - 5);
        Assert.Contains("EXPORT_UNFINISHED", (await Client(register).As("operator", "admin", "import", Folder)).Failed(1), StringComparison.Ordinal);

        (await Export()).Done();
        Assert.Equal(whole, Lines());
        (await Client(register).Register("audit", "check", Folder)).Done();
    }

    [Fact]
    public async Task No_personal_data_and_no_key_is_in_it()
    {
        Assert.Contains(Exported(), e => e.Data.Contains("$sealed", StringComparison.Ordinal));
        Assert.DoesNotContain("Brien", Lines(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.All(new DirectoryInfo(Folder).GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
        Assert.Contains("ROLE_NOT_ALLOWED", (await Client(register).As("auditor", "admin", "export", "--output", $"{Folder}-2")).Failed(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_auditor_exported_is_not_imported_and_neither_goes_on_with_the_others_export()
    {
        var audit = $"{Folder}-audit";
        (await Client(register).Register("audit", "export", "--to", audit, "--until", $"{register.End}")).Done();
        Assert.Contains("NOT_STORED_EVENTS", (await Client(register).As("operator", "admin", "import", audit)).Failed(1), StringComparison.Ordinal);
        Assert.Contains("as an auditor reads them", (await Client(register).As("operator", "admin", "export", "--output", audit)).Failed(2), StringComparison.Ordinal);
        Assert.Contains("as they are stored", (await Client(register).Register("audit", "export", "--to", Folder)).Failed(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_stored_event_ends_the_import_whatever_the_manifest_says()
    {
        var target = new EmptyRegister(register);
        await target.InitializeAsync();
        try
        {
            var first = Path.Combine(Folder, "events-000001.jsonl");
            await File.WriteAllTextAsync(first, (await File.ReadAllTextAsync(first)).Replace("\"command\"", "\"kommand\"", StringComparison.Ordinal));
            var manifest = ManifestFile.Read(Folder);
            manifest["files"]![0]!["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(first)));
            ManifestFile.WriteSealed(Folder, manifest);
            Assert.Contains("NOT_AN_EVENT", (await Client(target).As("operator", "admin", "import", Folder)).Failed(1), StringComparison.Ordinal);
            Assert.Empty(await Hashes(target));
        }
        finally
        {
            await target.DisposeAsync();
        }
    }

    private static AuditorsClient Client(RunningRegister register) => new(register);

    private static RegistrationService.RegistrationServiceClient Registrants(RunningRegister register) => new(register.InRole("registrar"));

    private Task<AuditorsClient.Run> Export() => Client(register).As(
        "operator", "admin", "export", "--output", Folder, "--events-per-file", $"{RegisterWithHistory.EventsPerFile}", "--until", $"{register.End}");

    private List<StoredEvent> Exported() => [.. Lines().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(StoredEvent.Parser.ParseJson)];

    private string Lines() => string.Concat(Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private async Task<List<string>> Hashes(RunningRegister of) => await of.Services.GetRequiredService<ILedger>().ReadAll(0, CancellationToken.None)
        .TakeWhile(e => of != register || e.Position <= register.End).Select(CanonicalForm.Sha256).ToListAsync();

    private async Task<List<string>> Names(RunningRegister of) => await of.Services.GetRequiredService<ILedger>().ReadAll(0, CancellationToken.None)
        .TakeWhile(e => of != register || e.Position <= register.End).Select(e => $"{e.Stream.Category} {e.Version} {e.Event.Name}").ToListAsync();

    private static async Task Importing(RunningRegister into, int count, IEnumerable<StoredEvent> events)
    {
        using var call = new LedgerService.LedgerServiceClient(into.InRole("operator")).ImportLedger();
        try
        {
            await Send(call.RequestStream, count, events);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or RpcException)
        {
            // It was refused before everything was sent: how it ended says why.
        }
        await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    internal static async Task BreakOff(RunningRegister into, int count, IEnumerable<StoredEvent> events, int writtenThen)
    {
        using var call = new LedgerService.LedgerServiceClient(into.InRole("operator")).ImportLedger();
        await Send(call.RequestStream, count, events);
        await Eventually.Get(
            async () => await into.Services.GetRequiredService<ILedger>().ReadAll(0, CancellationToken.None).CountAsync(), written => written == writtenThen);
    }

    private static async Task Send(IClientStreamWriter<ImportLedgerRequest> requests, int count, IEnumerable<StoredEvent> events)
    {
        await requests.WriteAsync(new() { Import = new() { EventCount = count, ManifestSha256 = new('0', 64) } });
        foreach (var e in events)
            await requests.WriteAsync(new() { Event = e });
    }

    private static string Reason(RpcException e) => e.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;

    private static int Number(JsonNode json, string name) => int.Parse(json[name]?.GetValue<string>() ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<bool> Settled(RunningRegister register)
    {
        await register.Services.GetRequiredService<Settling>().Wait(CancellationToken.None);
        return true;
    }
}
