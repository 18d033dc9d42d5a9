using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.EventStore;
using Register.Views;
using Register.Views.Registration;

namespace Register.Benchmarks;

/// <summary>Fills a register with entries, SON1 and on, under as many different names as a country has.</summary>
internal static class Entries
{
    private static readonly string[] Beginnings =
        ["Al", "Ber", "Cha", "Da", "El", "Fran", "Gre", "Ha", "Is", "Jo", "Ka", "Lu", "Ma", "No", "O", "Pa", "Ra", "Sa", "Ti", "Wi"];

    private static readonly string[] Middles =
        ["ber", "chan", "der", "fi", "go", "han", "in", "kow", "li", "mer", "na", "ri", "sha", "ti", "ver", "wor"];

    private static readonly string[] Ends =
        ["a", "by", "da", "en", "ford", "ham", "ie", "ley", "man", "ne", "os", "son", "th", "ton", "va", "ziński"];

    /// <summary>Registers so many people, and waits until the register shows them.</summary>
    public static async Task Fill(RunningService service, int count)
    {
        var store = service.Services.GetRequiredService<IEventStore>();
        var metadata = new EventMetadata(Guid.NewGuid(), "Fill", Actor.Register, DateTimeOffset.UnixEpoch, "fill");
        await Parallel.ForEachAsync(Enumerable.Range(1, count), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (n, cancellation) =>
        {
            var number = new RegistrationNumber(n);
            var registered = new RegistrantEvent.Registered(
                number, new(Guid.NewGuid()), $"applicant-{n}", new PersonDetails(NameOf(n), new DateOnly(1990, 1, 1), "p@example.org"),
                "Leeds", [PracticeArea.Obstetric, PracticeArea.Vascular], new DateOnly(2026, 3, 1), new DateOnly(2028, 2, 28));
            await store.Append(number.Stream, 0, [new NewEvent(Guid.NewGuid(), registered, metadata)], cancellation);
        });
        var views = service.Services.GetRequiredService<ViewReader>();
        var last = new RegistrationNumber(count).Stream;
        while (await views.Get<RegisterEntry>(last, 0, CancellationToken.None) is null)
            await Task.Delay(50);
    }

    /// <summary>The name of an entry: some hundreds of first names and some thousands of surnames, the same in each run.</summary>
    public static string NameOf(int number)
    {
        var random = new Random(number);
        return $"{Of(random, middles: 0)} {Of(random, middles: 1)}";
    }

    private static string Of(Random random, int middles) =>
        OneOf(random, Beginnings) + string.Concat(Enumerable.Range(0, middles).Select(_ => OneOf(random, Middles))) + OneOf(random, Ends);

    private static string OneOf(Random random, string[] parts) => parts[random.Next(parts.Length)];
}
