using Npgsql;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;

namespace Register.Service.Hosting;

/// <summary>What time it is for the register: the real time, or in Development a simulated one.</summary>
public static class Clock
{
    /// <summary>Adds the clock.</summary>
    /// <exception cref="ConfigurationException">A simulated clock is configured outside Development.</exception>
    public static void AddClock(this WebApplicationBuilder builder, RegisterOptions options)
    {
        if (options.Clock is not { } start)
        {
            builder.Services.AddSingleton(TimeProvider.System);
            return;
        }
        if (!builder.Environment.IsDevelopment())
            throw new ConfigurationException("Register:Clock simulates the time: it is for Development only.");
        var clock = new SimulatedClock(start);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
    }

    /// <summary>Moves a simulated clock to where the ledger ends: a register that is started again does not live through a day twice.</summary>
    public static async Task CatchUpWithLedger(this WebApplication app)
    {
        if (app.Services.GetService<SimulatedClock>() is not { } clock)
            return;
        await clock.CatchUpWithEvents(app.Services.GetRequiredService<NpgsqlDataSource>());
        if (app.Services.GetService<MartenCopy>() is not { } copy)
            return;
        try
        {
            // What is not copied yet counts, too.
            var (copied, _) = await copy.Last(CancellationToken.None);
            await foreach (var e in app.Services.GetRequiredService<ILedger>().ReadAll(copied, CancellationToken.None))
                clock.MoveTo(e.Event.Metadata.RecordedAt);
        }
        catch (LedgerUnavailableException)
        {
            // The clock is moved when the ledger is back and copied.
        }
    }

    /// <summary>Moves a simulated clock to where the events in PostgreSQL end.</summary>
    internal static async Task CatchUpWithEvents(this SimulatedClock clock, NpgsqlDataSource dataSource)
    {
        if (await Ask($"select to_regclass('{MartenLedger.Schema}.mt_events') is not null") is true
            && await Ask($"select max(timestamp) from {MartenLedger.Schema}.mt_events") is DateTime recorded)
        {
            clock.MoveTo(new DateTimeOffset(recorded, TimeSpan.Zero));
        }

        async Task<object?> Ask(string question)
        {
            await using var select = dataSource.CreateCommand(question);
            return await select.ExecuteScalarAsync();
        }
    }
}
