using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.EventStore;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;
using CaseState = Register.Domain.FitnessToPractise.CaseState;
using ClosedAs = Register.Domain.FitnessToPractise.ClosedAs;
using Ground = Register.Domain.FitnessToPractise.Ground;

namespace Register.Benchmarks;

/// <summary>How long a public check takes of people who differ only in what is not public (R28): an open case, a closed one, one with a hearing and a sanction to come, none; and none once more, by which the noise is known.</summary>
internal static class TimingOfWhatIsNotPublic
{
    private const int People = 5_000;
    private const int CallsOfAKind = 20_000;

    private static readonly string[] Kinds = ["no case", "an open case", "a closed case", "what is to come of a case", "no case either"];

    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        await Entries.Fill(service, People);
        await RecordCases(service);
        var clients = Enumerable.Range(0, Load.Callers).Select(i => new VerificationService.VerificationServiceClient(service.For(i))).ToArray();
        await Load.Rate(async caller => await Verify(clients[caller], Random.Shared.Next(Kinds.Length)), Load.WarmUp);

        // One caller, so that nothing is measured of waiting for others; every kind in each round, in another order each time.
        var times = Kinds.Select(_ => new List<double>(CallsOfAKind)).ToArray();
        var round = Enumerable.Range(0, Kinds.Length).ToArray();
        for (var i = 0; i < CallsOfAKind; i++)
        {
            Random.Shared.Shuffle(round);
            foreach (var kind in round)
            {
                var start = Stopwatch.GetTimestamp();
                await Verify(clients[0], kind);
                times[kind].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        foreach (var (kind, sorted) in Kinds.Zip(times.Select(t => t.Order().ToArray())))
            Report(kind, sorted, times[0].Order().ToArray());
    }

    private static void Report(string kind, double[] sorted, double[] none)
    {
        var (median, p99) = (sorted.Length / 2, sorted.Length * 99 / 100);
        Load.Print($"Public check of somebody with {kind}: median {sorted[median]:F0} µs, p99 {sorted[p99]:F0} µs; ratio to no case {sorted[median] / none[median]:F3} and {sorted[p99] / none[p99]:F3} ({CallsOfAKind} calls)");
    }

    private static async Task Verify(VerificationService.VerificationServiceClient client, int kind)
    {
        var number = (Random.Shared.Next(People / Kinds.Length) * Kinds.Length) + kind + 1;
        await client.VerifyRegistrationAsync(new() { RegistrationNumber = $"SON{number}" });
    }

    // What the reaction to a case would record on the entry: everybody's has the kind of its number.
    private static async Task RecordCases(RunningService service)
    {
        var store = service.Services.GetRequiredService<IEventStore>();
        var views = service.Services.GetRequiredService<ViewReader>();
        var metadata = new EventMetadata(Guid.NewGuid(), "Fill", Actor.Register, DateTimeOffset.UnixEpoch, "fill");
        await Parallel.ForEachAsync(Enumerable.Range(1, People), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, cancellation) =>
        {
            if (StandingOf(n, (n - 1) % Kinds.Length) is not { } standing)
                return;
            var number = new RegistrationNumber(n);
            var recorded = new RegistrantEvent.CaseRecorded(new(Guid.NewGuid()), standing);
            await store.Append(number.Stream, 1, [new NewEvent(Guid.NewGuid(), recorded, metadata)], cancellation);
            while ((await views.Get<RegisterEntry>(number.Stream, 0, cancellation))?.Version != 2)
                await Task.Delay(50, cancellation);
        });
    }

    private static CaseStanding? StandingOf(int number, int kind)
    {
        var raised = CaseState.None.Evolve(new CaseEvent.ConcernRaised(
            new RegistrationNumber(number), Ground.Misconduct, "Reported scans not made.", new DateOnly(2026, 4, 1), new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero)));
        return kind switch
        {
            1 => CaseStandings.Of(raised),
            3 => CaseStandings.Of(raised)! with
            {
                Hearings = [new(Register.Domain.FitnessToPractise.CommitteeKind.ConductAndCompetence, DateOnly.MaxValue, "That she reported scans that were not made.")],
                Sanctions = [new(Register.Domain.FitnessToPractise.SanctionKind.Conditions, new DateOnly(2026, 5, 1), DateOnly.MaxValue, null, "Works under supervision.")],
            },
            2 => CaseStandings.Of(raised.Evolve(new CaseEvent.Closed("Nothing in it.", new DateOnly(2026, 5, 1), ClosedAs.BelowThreshold))),
            _ => null,
        };
    }
}
