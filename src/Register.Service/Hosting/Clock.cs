using Npgsql;
using Register.EventStore.Marten;

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
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var exists = new NpgsqlCommand($"select to_regclass('{MartenLedger.Schema}.mt_events') is not null", connection);
        if (!(bool)(await exists.ExecuteScalarAsync())!)
            return;
        await using var last = new NpgsqlCommand($"select max(timestamp) from {MartenLedger.Schema}.mt_events", connection);
        if (await last.ExecuteScalarAsync() is DateTime recorded)
            clock.MoveTo(new DateTimeOffset(recorded, TimeSpan.Zero));
    }
}
