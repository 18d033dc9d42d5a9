using System.Text.Json.Nodes;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Audit;

/// <summary>Whatever is changed in an export is found and named.</summary>
public sealed class ExportCheckTests(RegisterWithHistory register) : IClassFixture<RegisterWithHistory>, IAsyncLifetime, IDisposable
{
    private const string First = "events-000001.jsonl";
    private const string Second = "events-000002.jsonl";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("register-check-");
    private readonly AuditorsClient _client = new(register);

    private string Folder => Path.Combine(_home.FullName, "ledger");

    public async Task InitializeAsync() => (await _client.Register(
        "audit", "export", "--to", Folder, "--events-per-file", $"{RegisterWithHistory.EventsPerFile}", "--until", $"{register.End}")).Done();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task One_changed_byte()
    {
        var bytes = File.ReadAllBytes(At(Second));
        var actor = bytes.AsSpan().IndexOf("\"actor\": \""u8);
        Assert.True(actor > 0);
        bytes[actor + "\"actor\": \"".Length] ^= 1;
        File.WriteAllBytes(At(Second), bytes);
        await Found("HASH_WRONG", $"{Second}: its bytes are not those that were written");
    }

    [Fact]
    public async Task One_changed_byte_that_leaves_no_event()
    {
        var lines = File.ReadAllLines(At(Second));
        lines[2] = $"[{lines[2][1..]}";
        File.WriteAllText(At(Second), string.Join('\n', lines) + "\n");
        await Found("NOT_AN_EVENT", $"{Second}, line 3:");
    }

    [Fact]
    public async Task A_removed_line()
    {
        var lines = File.ReadAllLines(At(First)).ToList();
        lines.RemoveAt(0);
        File.WriteAllText(At(First), string.Join('\n', lines) + "\n");
        await Found("EVENT_MISSING", $"{First}, line 1: programmes/", "at version 2, where version 1 should be");
    }

    [Fact]
    public async Task A_removed_line_that_was_the_last_of_its_stream()
    {
        var last = Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).Last();
        File.WriteAllText(last, string.Concat(File.ReadAllLines(last).SkipLast(1).Select(line => $"{line}\n")));
        await Found("COUNT_WRONG", $"{Path.GetFileName(last)}: there are");
    }

    [Fact]
    public async Task Two_swapped_lines()
    {
        var lines = File.ReadAllLines(At(Second));
        (lines[3], lines[4]) = (lines[4], lines[3]);
        File.WriteAllText(At(Second), string.Join('\n', lines) + "\n");
        // The later event is of another stream, or it is not the next of its own: either way line 4 or 5 is the first that cannot be.
        var found = await Found(null, $"{Second}, line ");
        Assert.Matches("line [45]:", found);
    }

    [Fact]
    public async Task Two_swapped_files()
    {
        File.Move(At(First), At("x"));
        File.Move(At(Second), At(First));
        File.Move(At("x"), At(Second));
        await Found(null, $"{First}, line ");
    }

    [Fact]
    public async Task A_missing_file()
    {
        File.Delete(At(Second));
        await Found("FILE_MISSING", $"{Second} is missing");
    }

    [Fact]
    public async Task A_file_that_nobody_exported()
    {
        File.Copy(At(Second), At("events-000099.jsonl"));
        await Found("FILE_UNKNOWN", "events-000099.jsonl is not in the manifest");
    }

    [Fact]
    public async Task A_line_that_does_not_end()
    {
        File.AppendAllText(At(Second), "{");
        await Found("LINE_TRUNCATED", $"{Second}, line 8: the line does not end");
    }

    [Fact]
    public async Task A_missing_manifest()
    {
        File.Delete(At("manifest.json"));
        await Found("MANIFEST_MISSING", "holds no export: there is no manifest.json in it");
    }

    [Fact]
    public async Task A_directory_of_something_else()
    {
        _home.CreateSubdirectory(".cache");
        foreach (var (role, command) in new[] { ("auditor", "audit check"), ("operator", "admin import") })
        {
            Assert.Contains(
                $"{_home.FullName} holds no export: there is no manifest.json in it",
                (await _client.As(role, [.. command.Split(' '), _home.FullName])).Failed(1),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_manifest_cut_short()
    {
        File.WriteAllText(At("manifest.json"), File.ReadAllText(At("manifest.json"))[..200]);
        await Found("MANIFEST_ALTERED", "manifest.json is not whole");
    }

    [Theory]
    [InlineData("\"eventsPerFile\": 7", "\"eventsPerFile\": 8")]
    [InlineData("\"resource\": null", "\"resource\": \"registrants/SON1\"")]
    [InlineData("\"formatVersion\": 1,", "\"formatVersion\": 1, \"added\": 1,")]
    [InlineData("\n  \"register\"", "\n   \"register\"")]
    public async Task An_edited_manifest(string written, string edited)
    {
        var manifest = File.ReadAllText(At("manifest.json"));
        Assert.Contains(written, manifest, StringComparison.Ordinal);
        File.WriteAllText(At("manifest.json"), manifest.Replace(written, edited, StringComparison.Ordinal));
        await Found("MANIFEST_ALTERED", "manifest.json is not as it was written");
    }

    [Fact]
    public async Task A_manifest_edited_by_who_knows_how_to_seal_it()
    {
        await FoundWhenSealed(m => m["count"] = 1, "COUNT_WRONG", "the manifest says 1");
        await FoundWhenSealed(m => m["files"]![1]!["count"] = 6, "COUNT_WRONG", $"{Second}: there are 7 events; the manifest says 6");
        await FoundWhenSealed(m => m["files"]![1]!["firstPosition"] = 1, "POSITION_WRONG", $"{Second}: the positions are");
        await FoundWhenSealed(m => m["files"]![1]!["sha256"] = new string('0', 64), "HASH_WRONG", Second);
        await FoundWhenSealed(m => m["files"]!.AsArray().RemoveAt(0), "MANIFEST_ALTERED", $"names {Second}");
        await FoundWhenSealed(m => m["files"]![1]!["name"] = "../elsewhere.jsonl", "MANIFEST_ALTERED", "names ../elsewhere.jsonl");
        await FoundWhenSealed(m => m["untilPosition"] = 3, "POSITION_WRONG", "is beyond the export's end, 3");
        await FoundWhenSealed(m => m["resource"] = "registrants/SON1", "RESOURCE_WRONG", $"{First}, line 1: the event is of programmes/");
        await FoundWhenSealed(m => m["formatVersion"] = 2, "FORMAT_UNKNOWN", "is of format 2");
    }

    private async Task FoundWhenSealed(Action<JsonObject> edit, string? code, string named)
    {
        var original = File.ReadAllText(At("manifest.json"));
        var manifest = ManifestFile.Read(Folder);
        edit(manifest);
        ManifestFile.WriteSealed(Folder, manifest);
        await Found(code, named);
        File.WriteAllText(At("manifest.json"), original);
    }

    private async Task<string> Found(string? code, params string[] named)
    {
        var found = (await _client.Register("audit", "check", Folder)).Failed(1);
        Assert.All(named, text => Assert.Contains(text, found, StringComparison.Ordinal));
        Assert.Contains(code is null ? "(" : $"({code})", found, StringComparison.Ordinal);
        return found;
    }

    private string At(string name) => Path.Combine(Folder, name);
}
