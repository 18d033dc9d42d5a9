using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Register.EventStore.Canonical;
using Register.EventStore.Ledger;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Audit;

/// <summary>The ledger copied into files, which prove by themselves that they are whole.</summary>
public sealed class ExportTests(RegisterWithHistory register) : IClassFixture<RegisterWithHistory>, IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("register-export-");
    private readonly AuditorsClient _client = new(register);

    private string Folder => Path.Combine(_home.FullName, "ledger");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact] // R3
    public async Task Everything_is_exported_as_it_was_recorded_and_checks()
    {
        var told = (await Export(Folder)).Done();

        var exported = Names(Folder).SelectMany(name => File.ReadLines(At(name))).Select(Event.Parser.ParseJson).ToList();
        Assert.Equal(await Recorded(), exported);
        Assert.Equal(["events-000001.jsonl", "events-000002.jsonl"], Names(Folder).Take(2));
        Assert.All(Names(Folder).SkipLast(1), name => Assert.Equal(RegisterWithHistory.EventsPerFile, File.ReadLines(At(name)).Count()));

        var manifest = JsonDocument.Parse(File.ReadAllText(At("manifest.json"))).RootElement;
        Assert.Equal(exported.Count, manifest.GetProperty("count").GetInt32());
        Assert.Equal(exported[^1].Position, manifest.GetProperty("untilPosition").GetInt64());
        Assert.Equal(told, (await Check()).Done());
        Assert.Contains(manifest.GetProperty("sha256").GetString()!, told, StringComparison.Ordinal);
    }

    [Fact] // R37
    public async Task Each_event_carries_the_hash_of_what_is_stored_of_it()
    {
        (await Export(Folder)).Done();
        var stored = await register.Services.GetRequiredService<ILedger>().ReadAll(0, CancellationToken.None)
            .TakeWhile(e => e.Position <= register.End).Select(CanonicalForm.Sha256).ToListAsync();
        Assert.Equal(stored, Names(Folder).SelectMany(name => File.ReadLines(At(name))).Select(line => Event.Parser.ParseJson(line).ContentSha256));
        var history = (await register.Auditor.ListEventsAsync(new() { Parent = $"registrants/{register.Number}" })).Events;
        Assert.All(history, e => Assert.Contains(e.ContentSha256, stored));
    }

    [Fact]
    public async Task What_it_says_about_people_only_its_owner_can_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        (await Export(Folder)).Done();
        Assert.All(
            new DirectoryInfo(Folder).GetFiles(),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    [Fact]
    public async Task One_resource_is_exported_alone()
    {
        (await _client.Register("audit", "export", "--to", Folder, register.Number)).Done();

        var history = (await register.Auditor.ListEventsAsync(new() { Parent = $"registrants/{register.Number}" })).Events;
        Assert.Equal(history.Select(e => e.EventId), File.ReadLines(At("events-000001.jsonl")).Select(line => Event.Parser.ParseJson(line).EventId));
        Assert.Contains($"{history.Count} events of registrants/{register.Number} ", (await Check()).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_without_a_history_leaves_nothing_behind()
    {
        Assert.Contains("NO_HISTORY", (await _client.Register("audit", "export", "--to", Folder, "SON999999")).Failed(4), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task An_export_that_is_finished_is_left_as_it_is()
    {
        (await Export(Folder)).Done();
        var before = Bytes(Folder);
        (await Export(Folder)).Done();
        Assert.Equal(before, Bytes(Folder));
    }

    [Theory]
    [InlineData(1)] // in the middle of the very first line
    [InlineData(4321)]
    [InlineData(-1)] // all but the last newline of all
    public async Task An_export_that_was_broken_off_goes_on_and_is_the_same_in_the_end(int kept)
    {
        (await Export(Folder)).Done();
        var whole = Bytes(Folder);
        BreakOff(kept >= 0 ? kept : Names(Folder).Sum(name => (int)new FileInfo(At(name)).Length) + kept);
        Assert.Contains("EXPORT_UNFINISHED", (await Check()).Failed(1), StringComparison.Ordinal);

        // What was recorded meanwhile is of another export.
        await new People(register).Accredited();
        (await Export(Folder)).Done();

        Assert.Equal(whole, Bytes(Folder));
        (await Check()).Done();
    }

    [Fact]
    public async Task Broken_off_between_two_files_it_goes_on_with_the_next()
    {
        (await Export(Folder)).Done();
        var whole = Bytes(Folder);
        BreakOff((int)new FileInfo(At("events-000001.jsonl")).Length);
        (await Export(Folder)).Done();
        Assert.Equal(whole, Bytes(Folder));
    }

    [Fact]
    public async Task Broken_off_when_nothing_but_its_end_was_missing_it_ends()
    {
        (await Export(Folder)).Done();
        var whole = Bytes(Folder);
        Unfinish(int.MaxValue);
        (await Export(Folder)).Done();
        Assert.Equal(whole, Bytes(Folder));
        (await Check()).Done();
    }

    [Fact]
    public async Task The_end_can_be_told()
    {
        var recorded = await Recorded();
        (await _client.Register("audit", "export", "--to", Folder, "--until", $"{recorded[4].Position}")).Done();
        Assert.Equal(recorded.Take(5), File.ReadLines(At("events-000001.jsonl")).Select(Event.Parser.ParseJson));
        Assert.Contains("the ledger ends at position", (await _client.Register("audit", "export", "--to", $"{Folder}-2", "--until", "99999999")).Failed(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_export_wants_another_directory()
    {
        (await Export(Folder)).Done();
        Assert.Contains("is of the whole ledger, not of registrants/SON1", (await _client.Register("audit", "export", "--to", Folder, "SON1")).Failed(2), StringComparison.Ordinal);
        Assert.Contains("ends at position", (await _client.Register("audit", "export", "--to", Folder, "--until", "1")).Failed(2), StringComparison.Ordinal);
        File.Delete(At("manifest.json"));
        Assert.Contains("no manifest.json", (await Export(Folder)).Failed(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_auditor_exports()
    {
        Assert.Contains("ROLE_NOT_ALLOWED", (await _client.As("registrar", "audit", "export", "--to", Folder)).Failed(3), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    private Task<AuditorsClient.Run> Export(string folder) =>
        _client.Register("audit", "export", "--to", folder, "--events-per-file", $"{RegisterWithHistory.EventsPerFile}", "--until", $"{register.End}");

    private Task<AuditorsClient.Run> Check() => _client.Register("audit", "check", Folder);

    private async Task<List<Event>> Recorded() => await register.Auditor.ReadEvents(new() { UntilPosition = register.End }).ResponseStream
        .ReadAllAsync().Select(answer => answer.Event).ToListAsync();

    private string At(string name) => Path.Combine(Folder, name);

    private static List<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>What is in the files, one after another, with their names.</summary>
    private static string Bytes(string folder) => string.Concat(Names(folder).Select(name => $"{name}\n{File.ReadAllText(Path.Combine(folder, name))}"));

    /// <summary>Leaves of the lines so many bytes, as a process that was killed may leave them, and of the manifest what was true by then.</summary>
    private void BreakOff(int kept)
    {
        var finished = 0;
        foreach (var name in Names(Folder))
        {
            var length = (int)new FileInfo(At(name)).Length;
            if (kept >= length)
            {
                finished++;
            }
            else if (kept <= 0)
            {
                File.Delete(At(name));
            }
            else
            {
                using var file = File.OpenWrite(At(name));
                file.SetLength(kept);
            }
            kept -= length;
        }
        Unfinish(finished);
    }

    private void Unfinish(int files)
    {
        var manifest = ManifestFile.Read(Folder);
        manifest.Remove("endTime");
        manifest["endTime"] = null;
        var kept = manifest["files"]!.AsArray().Take(files).Select(f => f!.DeepClone()).ToArray();
        manifest["files"] = new System.Text.Json.Nodes.JsonArray(kept);
        manifest["count"] = kept.Sum(f => f["count"]!.GetValue<int>());
        ManifestFile.WriteSealed(Folder, manifest);
    }
}
