using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Register.Service.FallingDue;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Audit;

/// <summary>Somebody changes a row of the ledger behind the register's back: an audit sees what stands there now, from the instance that appended it, too.</summary>
public sealed class ChangedRowTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact] // R37
    public async Task What_was_changed_is_shown_as_it_stands_with_another_hash()
    {
        var application = await _people.Applied("changed");
        var before = await Submission(application);
        Assert.Equal("Carlisle", before.Data.Fields["practiceTown"].StringValue);

        await Change(application, """jsonb_set(data, '{practiceTown}', '"Leeds"')""");
        var after = await Submission(application);
        Assert.Equal("Leeds", after.Data.Fields["practiceTown"].StringValue);
        Assert.NotEqual(before.ContentSha256, after.ContentSha256);
    }

    [Fact] // R37
    public async Task Where_a_sealed_value_was_moved_the_audit_says_so()
    {
        var application = await _people.Applied("moved");
        await Submission(application);

        await Change(application, "jsonb_set(data, '{person,email}', data #> '{person,fullName}')");
        await _people.Auditor.ListEventsAsync(new() { Parent = application.Name }).Refused(StatusCode.DataLoss, "EVENT_CHANGED");
    }

    private async Task<Event> Submission(Application application) =>
        (await _people.Auditor.ListEventsAsync(new() { Parent = application.Name })).Events[0];

    private async Task Change(Application application, string data)
    {
        // Views and reactions have read it: to meet it changed would stop them.
        await register.Services.GetRequiredService<Settling>().Wait(CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var change = source.CreateCommand($"update register.mt_events set data = {data} where stream_id = $1 and version = 1");
        change.Parameters.Add(new() { Value = application.Name.Replace("applications/", "application-", StringComparison.Ordinal) });
        Assert.Equal(1, await change.ExecuteNonQueryAsync());
    }
}
