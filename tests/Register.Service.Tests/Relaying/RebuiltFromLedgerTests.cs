using Grpc.Core;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Register.Service.Tests.Running;
using Register.Views;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Relaying;

/// <summary>PostgreSQL without its events and views: all of it comes back from the ledger alone, and nothing happens twice.</summary>
public sealed class RebuiltFromLedgerTests(RegisterOnEventStoreDb register) : IClassFixture<RegisterOnEventStoreDb>
{
    [Fact]
    public async Task An_empty_database_is_rebuilt_and_the_ledger_stays_as_it_is()
    {
        var people = new People(register);
        var number = await people.Registered("rebuilt");
        await people.Concern(number);
        await Settled();
        var before = await Rows();
        var events = await Ledger();

        await register.RestartWithLedgerAlone();
        // Until the views are whole nobody is told that the entry does not exist (R33).
        var refusal = await Eventually.Get(Verify, code => code != StatusCode.Unavailable);
        Assert.Equal(StatusCode.OK, refusal);
        await Settled();

        Assert.Equal(before, await Rows());
        Assert.Equal(events, await Ledger());

        async Task<StatusCode> Verify()
        {
            try
            {
                await new People(register).Public.VerifyRegistrationAsync(new() { RegistrationNumber = number });
                return StatusCode.OK;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        }
    }

    // The clock of this register is the real one: "settled" is what its views and reactions have seen.
    private async Task Settled()
    {
        var settling = register.Services.GetRequiredService<FallingDue.Settling>();
        await settling.Wait(CancellationToken.None);
    }

    private async Task<IReadOnlyList<Event>> Ledger() =>
        await new People(register).Auditor.ReadEvents(new()).ResponseStream.ReadAllAsync().Select(r => r.Event).ToListAsync();

    private async Task<IReadOnlyList<string>> Rows()
    {
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        var rows = new List<string>();
        var store = register.Services.GetRequiredService<IDocumentStore>();
        foreach (var table in ViewRebuilds.All.Keys.SelectMany(view => ViewRebuilds.TablesOf(view, store)))
        {
            await using var command = source.CreateCommand($"select (to_jsonb(t) - 'mt_last_modified' - 'mt_version')::text from {table} t order by 1");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add($"{table} {reader.GetString(0)}");
        }
        return rows;
    }
}
