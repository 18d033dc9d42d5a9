using System.Diagnostics;
using JasperFx.Events;

namespace Register.Views;

/// <summary>Shows each projection of an event as a part of the call that caused the event.</summary>
public static class ViewTracing
{
    /// <summary>The name under which a trace exporter finds it.</summary>
    public const string SourceName = "Register.Views";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Project(string view, IEvent e) =>
        Source.HasListeners() && e.GetHeader("traceparent")?.ToString() is { } parent
            ? Source.StartActivity($"project {view}", ActivityKind.Consumer, parent, [new("event.type", e.EventTypeName)])
            : null;
}
