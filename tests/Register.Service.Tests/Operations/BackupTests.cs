using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using Register.Service.Tests.Running;
using Register.Views;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Operations;

/// <summary>A register on its own PostgreSQL, copied with the client and restored into an empty one.</summary>
public sealed class BackupTests(RegisterWithBackup register) : IClassFixture<RegisterWithBackup>
{
    [Fact]
    public async Task Restored_it_has_the_same_events_rows_and_answers_and_goes_on()
    {
        await using var restored = await ServiceProcess.StartEmbedded();
        Assert.Equal(HttpStatusCode.NotFound, (await Verification(restored)).Status);

        var ran = await Operator(restored, "admin", "restore", register.Backup);

        Assert.True(ran.ExitCode == 0, ran.Errors);
        Assert.Equal(await Verification(register.Original), await Eventually.Get(() => Verification(restored), v => v.Status == HttpStatusCode.OK));
        await Eventually.Get(async () => (await restored.Http.GetAsync("/health/ready")).StatusCode, s => s == HttpStatusCode.OK);
        await RegisterWithBackup.HasWholeViews(restored);
        Assert.Equal(await RegisterWithBackup.Rows(register.Original), await RegisterWithBackup.Rows(restored));

        await new People(restored).Registered("after-the-restore");
        var again = await Operator(restored, "admin", "restore", register.Backup);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("REGISTER_NOT_EMPTY", again.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Verification(restored)).Status);
    }

    [Fact] // R37
    public async Task Nothing_that_identifies_a_person_is_in_a_backup_in_clear()
    {
        var written = await RegisterWithBackup.WrittenOut(register.Backup, register.Original);
        Assert.Contains("$sealed", written, StringComparison.Ordinal);
        Assert.Contains("published.entry", written, StringComparison.Ordinal);
        foreach (var identifying in new[] { "O'Brien", "applicant@example.org" })
        {
            Assert.Contains(await RegisterWithBackup.Rows(register.Original), row => row.Contains(identifying, StringComparison.OrdinalIgnoreCase)); // in the views
            Assert.DoesNotContain(identifying, written, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_backup_is_its_owners_alone_and_replaces_no_file()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(register.Backup));
        var ran = await Operator(register.Original, "admin", "backup", "--output", register.Backup);
        Assert.Equal(2, ran.ExitCode);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("altered")]
    [InlineData("without its manifest")]
    [InlineData("with another manifest")]
    public async Task What_is_not_as_it_was_taken_the_client_does_not_send(string how)
    {
        var copy = register.Copied();
        switch (how)
        {
            case "cut short":
                await using (var file = File.OpenWrite(copy))
                    file.SetLength(file.Length - 1);
                break;
            case "altered":
                await using (var file = File.OpenWrite(copy))
                {
                    file.Position = file.Length / 2;
                    file.Write("altered"u8);
                }
                break;
            case "without its manifest":
                File.Delete(copy + ".manifest.json");
                break;
            default:
                var manifest = await File.ReadAllTextAsync(copy + ".manifest.json");
                await File.WriteAllTextAsync(copy + ".manifest.json", manifest.Replace("\"eventCount\": ", "\"eventCount\": 1", StringComparison.Ordinal));
                break;
        }
        var ran = await Operator(register.Empty, "admin", "restore", copy);
        Assert.Equal(1, ran.ExitCode);
        Assert.Matches("BACKUP_ALTERED|MANIFEST_MISSING|MANIFEST_ALTERED", ran.Errors);
        Assert.Equal(0, await RegisterWithBackup.EventsIn(register.Empty));
    }

    [Fact]
    public async Task What_is_not_what_it_says_the_register_refuses_before_anything_is_written()
    {
        var whole = await File.ReadAllBytesAsync(register.Backup);
        byte[] altered = [.. whole];
        altered[whole.Length / 2] ^= 1;

        await Refused(Of(whole), whole[..^1]);
        await Refused(Of(whole), [.. whole, 0]);
        await Refused(Of(whole), altered);
        // Rightly described, and still no copy of a register.
        await Refused(Of(altered[..1000]), altered[..1000]);
        await Refused(Of(whole, events: 1), whole);

        async Task Refused(Backup backup, byte[] content)
        {
            var client = new OperationsService.OperationsServiceClient(register.Empty.InRole("operator"));
            using var call = client.RestoreRegister();
            await Send(call, new() { Backup = backup });
            foreach (var chunk in content.Chunk(100_000))
                await Send(call, new() { Chunk = ByteString.CopyFrom(chunk) });
            await call.RequestStream.CompleteAsync();
            var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
            Assert.Equal((StatusCode.InvalidArgument, "BACKUP_ALTERED"), (refusal.StatusCode, refusal.Reason()));
            Assert.Equal(0, await RegisterWithBackup.EventsIn(register.Empty));
            Assert.Equal(["postgres", "register"], await RegisterWithBackup.DatabasesOf(register.Empty));
        }
    }

    [Fact]
    public async Task A_copy_of_a_newer_PostgreSQL_is_refused()
    {
        var client = new OperationsService.OperationsServiceClient(register.Empty.InRole("operator"));
        using var call = client.RestoreRegister();
        var backup = Of([1]);
        backup.PostgresVersion = 99;
        await call.RequestStream.WriteAsync(new() { Backup = backup });
        await call.RequestStream.CompleteAsync();
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((StatusCode.FailedPrecondition, "POSTGRES_TOO_OLD"), (refusal.StatusCode, refusal.Reason()));
    }

    // Until it has answered.
    private static async Task Send(AsyncClientStreamingCall<RestoreRegisterRequest, RestoreRegisterResponse> call, RestoreRegisterRequest part)
    {
        try
        {
            await call.RequestStream.WriteAsync(part);
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
        }
    }

    private Backup Of(byte[] content, long? events = null) => new()
    {
        PostgresVersion = 13,
        EventCount = events ?? register.EventCount,
        Size = content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
    };

    private async Task<(HttpStatusCode Status, string Answer)> Verification(ServiceProcess service)
    {
        try
        {
            using var answer = await service.Http.GetAsync($"/v1/register/{register.Number}?asAt.year=2040&asAt.month=1&asAt.day=1");
            if (!answer.IsSuccessStatusCode)
                return (answer.StatusCode, "");
            var entry = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["entry"]!.AsObject();
            entry.Remove("answerTime");
            return (answer.StatusCode, entry.ToJsonString());
        }
        catch (HttpRequestException)
        {
            return (HttpStatusCode.ServiceUnavailable, ""); // it starts anew
        }
    }

    private static Task<Ran> Operator(ServiceProcess service, params string[] arguments) =>
        CommandLine.Run(service.Address, service.Http, "operator", "olive", arguments);
}

/// <summary>A register with somebody on it, a backup of it taken with the client, and an empty register that stays empty.</summary>
public sealed class RegisterWithBackup : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("register-backup-").FullName;

    public ServiceProcess Original { get; private set; } = null!;

    public ServiceProcess Empty { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public long EventCount { get; private set; }

    public string Backup => Path.Combine(_folder, "register.backup");

    public async Task InitializeAsync()
    {
        Original = await ServiceProcess.StartEmbedded();
        var people = new People(Original);
        Number = await people.Registered("backed-up");
        await people.Concern(Number);
        await HasWholeViews(Original);
        EventCount = await EventsIn(Original);
        Empty = await ServiceProcess.StartEmbedded();

        var ran = await CommandLine.Run(Original.Address, Original.Http, "operator", "olive", "admin", "backup", "--output", Backup, "--json");
        Assert.True(ran.ExitCode == 0, ran.Errors);
        Assert.Contains($"\"eventCount\": \"{EventCount}\"", ran.Output, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await Original.DisposeAsync();
        await Empty.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>All of a backup as text, by PostgreSQL's own program.</summary>
    public static async Task<string> WrittenOut(string backup, ServiceProcess service)
    {
        var folder = Assert.Single(await Ask(service, "select setting from pg_config where name = 'BINDIR'"));
        var start = new ProcessStartInfo(Path.Combine(folder, "pg_restore"), ["--file=-", backup]) { RedirectStandardOutput = true };
        using var writing = Process.Start(start)!;
        var written = await writing.StandardOutput.ReadToEndAsync();
        await writing.WaitForExitAsync();
        Assert.Equal(0, writing.ExitCode);
        return written;
    }

    /// <summary>A copy of the backup and its manifest, to be tampered with.</summary>
    public string Copied()
    {
        var copy = Path.Combine(_folder, $"{Guid.NewGuid():n}.backup");
        File.Copy(Backup, copy);
        File.Copy(Backup + ".manifest.json", copy + ".manifest.json");
        return copy;
    }

    /// <summary>Waits until every view is level with the ledger and on record as whole.</summary>
    public static async Task HasWholeViews(ServiceProcess service)
    {
        await Eventually.Get(
            () => new OperationsService.OperationsServiceClient(service.InRole("operator")).ListViewsAsync(new()).ResponseAsync,
            r => r.Views.All(v => v.Position == v.LedgerPosition));
        await Eventually.Get(() => Ask(service, "select view from operations.view_shape where shape <> ''"), views => views.Count == ViewRebuilds.Names.Count);
    }

    public static async Task<long> EventsIn(ServiceProcess service) => long.Parse(
        Assert.Single(await Ask(service, "select count(*)::text from register.mt_events")), System.Globalization.CultureInfo.InvariantCulture);

    public static Task<List<string>> DatabasesOf(ServiceProcess service) =>
        Ask(service, "select datname::text from pg_database where not datistemplate order by 1");

    /// <summary>Every row of every table, but what a running service writes about itself, and what Marten marks each writing of a view's row with.</summary>
    public static async Task<List<string>> Rows(ServiceProcess service)
    {
        var tables = await Ask(service, """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'messages') and table_name <> 'mt_event_progression'
            order by 1
            """);
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange((await Ask(service, $"select (to_jsonb(t) - 'mt_last_modified' - 'mt_version')::text from {table} t order by 1")).Select(row => $"{table} {row}"));
        return rows;
    }

    private static async Task<List<string>> Ask(ServiceProcess service, string question)
    {
        await using var connection = new NpgsqlConnection(service.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await reader.ReadAsync())
            answers.Add(reader.GetString(0));
        return answers;
    }
}
