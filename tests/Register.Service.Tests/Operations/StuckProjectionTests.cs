using System.Net;
using Npgsql;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Operations;

/// <summary>A projection that meets what it cannot read stops there; it does not skip, and health says so.</summary>
public sealed class StuckProjectionTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task An_event_that_nobody_can_read_makes_the_register_not_ready()
    {
        await new People(register).Accredited();
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var forge = source.CreateCommand("""
            insert into register.mt_events (seq_id, id, stream_id, version, data, type, timestamp, correlation_id, headers)
            select nextval('register.mt_events_sequence'), gen_random_uuid(), stream_id, version + 1, '{}', 'written-by-nobody', now(), 'c', headers
            from register.mt_events order by seq_id desc limit 1
            """);
        Assert.Equal(1, await forge.ExecuteNonQueryAsync());

        var answer = await Eventually.Get(() => register.Http.GetAsync("/health/ready"), a => a.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Contains("audit-history", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await register.Http.GetAsync("/health/live")).StatusCode);
    }
}
