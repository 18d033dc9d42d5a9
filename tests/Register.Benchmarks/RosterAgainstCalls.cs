using System.Diagnostics;
using Grpc.Core;
using Sonographer.Register.V1;

namespace Register.Benchmarks;

/// <summary>A roster of 100,000 numbers over one stream, against single calls one after another on one connection.</summary>
internal static class RosterAgainstCalls
{
    private const int Count = 100_000;
    private const int Rounds = 3;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        await Entries.Fill(service, Count);
        var headers = await service.LoggedIn("employer", "RR8");
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new VerificationService.VerificationServiceClient(service.For(i))).ToArray();

        Task Single(int caller) => clients[caller].VerifyRegistrationAsync(new() { RegistrationNumber = Any() }).ResponseAsync;
        await Load.Rate(Single, Load.WarmUp);
        await Roster(clients[0], headers);

        var rates = new List<(double Alone, double Many, double Roster)>();
        for (var i = 0; i < Rounds; i++)
        {
            rates.Add((await Load.Rate(Single, Measured, callers: 1), await Load.Rate(Single, Measured), await Roster(clients[0], headers)));
        }
        var (alone, many) = (Load.Median(rates.Select(r => r.Alone)), Load.Median(rates.Select(r => r.Many)));
        Load.Print($"Verifying {Count} numbers of {Count} over one stream: {Load.Median(rates.Select(r => r.Roster)):F0}/s ({Rounds} rounds)");
        Load.Print($"  against single calls one after another: {alone:F0}/s, ratio {Load.Median(rates.Select(r => r.Roster / r.Alone)):F1}");
        Load.Print($"  against single calls of {Load.Callers} callers: {many:F0}/s, ratio {Load.Median(rates.Select(r => r.Roster / r.Many)):F1}");
    }

    private static async Task<double> Roster(VerificationService.VerificationServiceClient client, Metadata headers)
    {
        var watch = Stopwatch.StartNew();
        using var call = client.VerifyRoster(headers);
        var asking = Ask(call.RequestStream);
        var found = await call.ResponseStream.ReadAllAsync().CountAsync(answer => answer.Result == RosterResult.Found);
        await asking;
        return found == Count ? Count / watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{found} of {Count} were found.");
    }

    private static async Task Ask(IClientStreamWriter<VerifyRosterRequest> questions)
    {
        for (var sent = 0; sent < Count; sent++)
            await questions.WriteAsync(new() { RegistrationNumber = Any() });
        await questions.CompleteAsync();
    }

    private static string Any() => $"SON{Random.Shared.Next(1, Count + 1)}";
}
