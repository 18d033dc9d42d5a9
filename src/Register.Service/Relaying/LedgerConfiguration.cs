using Register.EventStore.EventStoreDb;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Relay;
using Register.Service.Hosting;

namespace Register.Service.Relaying;

/// <summary>Which ledger the register keeps: EventStoreDB where Ledger:EventStoreDb names it, copied into PostgreSQL for the views; else PostgreSQL itself.</summary>
public static class LedgerConfiguration
{
    /// <summary>The connection string of EventStoreDB in the configuration.</summary>
    public const string Key = "Ledger:EventStoreDb";

    /// <summary>Adds the ledger, and the relay where there is something to relay.</summary>
    /// <param name="builder">The register.</param>
    /// <param name="isImporting">Nothing is relayed while a ledger comes in: the next start, without, relays all of it.</param>
    /// <exception cref="ConfigurationException">The connection string is not understood.</exception>
    public static void AddLedger(this WebApplicationBuilder builder, bool isImporting)
    {
        if (builder.Configuration[Key] is not { Length: > 0 } uri)
        {
            builder.Services.AddSingleton<ILedger, PostgresLedger>();
            return;
        }
        var settings = Parse(uri);
        builder.Services.AddSingleton(new RelayProgress(TimeProvider.System));
        builder.Services.AddSingleton<ILedger>(services =>
        {
            var ledger = new EventStoreDbLedger(settings, TimeProvider.System);
            return isImporting ? ledger : new RecognisedLedger(ledger, services.GetRequiredService<RelayProgress>());
        });
        builder.Services.AddSingleton<MartenCopy>();
        builder.Services.AddSingleton<WholeCopy>();
        builder.Services.AddSingleton<CatchingUp>();
        builder.Services.AddSingleton<RelayTelemetry>();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<LedgerWatch>(services, TimeProvider.System));
        builder.Services.AddHealthChecks().AddCheck<LedgerAnswers>("ledger");
        if (isImporting)
            return;
        builder.Services.AddHostedService<RelayWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CatchingUp>());
        builder.Services.AddHealthChecks().AddCheck<RelayRuns>("relay").AddCheck<HasCaughtUp>("catching-up");
    }

    /// <summary>Adds the refusal of a copy that is taken for the ledger: before anything is built from it, or follows from it.</summary>
    public static void RefuseCopies(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Key]))
            builder.Services.AddHostedService<NoCopy>();
    }

    private static EventStoreDbSettings Parse(string uri)
    {
        try
        {
            return ConnectionString.Parse(uri);
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"{Key}: {e.Message}");
        }
    }
}
