using System.Diagnostics;
using System.Globalization;

namespace Register.Benchmarks;

/// <summary>Drives a task from many callers at once and counts how often it completes.</summary>
internal static class Load
{
    public const int Callers = 64;

    public const int Pairs = 5;

    // The runtime compiles what is called often a second time: until then the register is a third as fast as it will be.
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    private const int ManyPairs = 61;
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(1.5);

    /// <summary>Measures the two in turn, several times, and prints the ratio of the first's rate to the second's.</summary>
    /// <param name="closely">In many short pairs, for two that differ by little: the machine is faster now and slower then, and what one of them has
    /// still to do goes on while the other is measured.</param>
    public static async Task Compare(string name, Func<int, Task> ours, string peerName, Func<int, Task> peer, int callers = Callers, bool closely = false)
    {
        var (pairs, duration) = closely ? (ManyPairs, Shortly) : (Pairs, Measured);
        await Rate(ours, WarmUp, callers);
        await Rate(peer, Measured, callers);
        var rates = new List<(double Ours, double Peer)>();
        for (var i = 0; i < pairs; i++)
            rates.Add((await Rate(ours, duration, callers), await Rate(peer, duration, callers)));

        Print(name, peerName, rates, callers);
    }

    /// <summary>Prints pairs of rates, measured in turn, and the ratio of the first to the second.</summary>
    public static void Print(string name, string peerName, IReadOnlyList<(double Ours, double Peer)> pairs, int callers)
    {
        var ratios = pairs.Select(p => p.Ours / p.Peer).Order().ToList();
        var (us, them) = (Median(pairs.Select(p => p.Ours)), Median(pairs.Select(p => p.Peer)));
        Print($"{name}: {us:F0}/s; {peerName}: {them:F0}/s; ratio {Median(ratios):F2} (from {ratios[0]:F2} to {ratios[^1]:F2}; {callers} callers, {pairs.Count} pairs)");
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>How often a second the task completes when so many callers do nothing else.</summary>
    public static async Task<double> Rate(Func<int, Task> task, TimeSpan duration, int callers = Callers)
    {
        var count = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (watch.Elapsed < duration)
            {
                await task(caller);
                Interlocked.Increment(ref count);
            }
        })));
        return count / watch.Elapsed.TotalSeconds;
    }
}
