using System.Diagnostics.Metrics;
using Register.EventStore.Relay;
using Register.Service.Commands;

namespace Register.Service.Relaying;

/// <summary>What is measured of the relay: how far the ledger is, how far the copy, and for how long it has been behind.</summary>
internal sealed class RelayTelemetry(RelayProgress progress) : IDisposable
{
    private readonly Meter _meter = new(CommandTelemetry.SourceName);

    /// <summary>Begins to measure.</summary>
    public void Observe()
    {
        _meter.CreateObservableGauge("register.relay.ledger_position", () => progress.Status.Ledger, description: "The last position of the ledger.");
        _meter.CreateObservableGauge("register.relay.copied_position", () => progress.Status.Copied, description: "The position of the last event copied.");
        _meter.CreateObservableGauge(
            "register.relay.behind", Behind, "s", "For how long the copy has been behind the ledger; 0 when it is level; nothing until the ledger has answered.");
        _meter.CreateObservableCounter("register.relay.events", () => progress.Status.Events, "{event}", "Events copied by this instance.");
    }

    private IEnumerable<Measurement<double>> Behind() => progress.Status is { HasAnswered: true, Behind: var behind } ? [new(behind.TotalSeconds)] : [];

    public void Dispose() => _meter.Dispose();
}
