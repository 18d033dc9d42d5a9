using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Register.Service.Commands;

/// <summary>What is measured of commands: how many, which, and whether they were accepted. Never of whom (R37).</summary>
public static class CommandTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string SourceName = "Register.Commands";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Counter<long> Decided =
        Meter.CreateCounter<long>("register.commands", "{command}", "Commands decided, by name and whether they were accepted.");

    internal static Activity? Start(string command) => Source.StartActivity($"command {command}");

    internal static void Count(string command, bool accepted, Activity? activity)
    {
        Decided.Add(1, new("command", command), new("accepted", accepted));
        activity?.SetTag("register.accepted", accepted);
    }
}
