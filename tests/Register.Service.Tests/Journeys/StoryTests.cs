using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Core;
using Npgsql;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Journeys;

/// <summary>The demonstration, with the ledger in PostgreSQL.</summary>
public sealed class StoryTests(RegisterInSimulatedTime register) : PlayedStory(register), IClassFixture<RegisterInSimulatedTime>;

/// <summary>The same story word for word, with the ledger in EventStoreDB.</summary>
public sealed class StoryOnEventStoreDbTests(StoryOnEventStoreDbTests.Stage register) : PlayedStory(register), IClassFixture<StoryOnEventStoreDbTests.Stage>
{
    /// <summary>A register on EventStoreDB in simulated time.</summary>
    public sealed class Stage : RegisterOnEventStoreDb
    {
        protected override DateOnly? Today => RegisterInSimulatedTime.FirstDay;
    }

    protected override async Task Afterwards(RunningRegister stage)
    {
        var relay = new RelayService.RelayServiceClient(stage.InRole("operator"));
        var last = (await relay.VerifyRelay(new()).ResponseStream.ReadAllAsync().ToListAsync())[^1];
        Assert.Equal((true, ""), (last.SameCount > 0, last.Difference));
    }
}

/// <summary>The demonstration, played through the client as a newcomer plays it.</summary>
public abstract partial class PlayedStory(RunningRegister register)
{
    // R37, on the bytes as they are stored.
    private async Task NothingThatIdentifiesAPersonIsInTheLedgerInClear()
    {
        var people = PersonalDataOfTheStory.All();
        Assert.True(people.Count > 900, $"Only {people.Count} names, dates of birth, addresses and e-mails were found in the story's input.");

        await using var connection = new NpgsqlConnection(register.ConnectionString);
        await connection.OpenAsync();
        await using var select = new NpgsqlCommand("select concat_ws(' ', stream_id, type, data, headers, correlation_id) from register.mt_events", connection);
        await using var rows = await select.ExecuteReaderAsync();
        var (stored, found) = (0, new SortedSet<string>());
        while (await rows.ReadAsync())
        {
            stored++;
            var row = Sealed().Replace(rows.GetString(0), "");
            found.UnionWith(people.Where(value => row.Contains(value, StringComparison.Ordinal)));
        }
        Assert.True(stored > 3000, $"Only {stored} events are stored.");
        Assert.Empty(found);
    }

    // In the base64 of what is sealed a short name is found by chance.
    [GeneratedRegex("\"\\$sealed\": \"[^\"]*\"")]
    private static partial Regex Sealed();

    [Fact]
    public async Task The_story_goes_as_its_script_expects()
    {
        var infra = Path.Combine(Checkout.Root, "infra");
        var start = new ProcessStartInfo("bash", [Path.Combine(infra, "story", "play.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["REGISTER"] = Path.Combine(infra, "register"),
                ["REGISTER_ADDRESS"] = register.Address,
                ["REGISTER_HTTP_ADDRESS"] = register.Http.BaseAddress!.ToString(),
            },
        };
        using var story = Process.Start(start)!;
        var errors = story.StandardError.ReadToEndAsync();
        var told = await story.StandardOutput.ReadToEndAsync();
        await story.WaitForExitAsync();

        Assert.True(story.ExitCode == 0, $"{told}\n{await errors}");
        Assert.Contains("all as expected", told, StringComparison.Ordinal);
        await NothingThatIdentifiesAPersonIsInTheLedgerInClear();
        await Afterwards(register);
    }

    /// <summary>What must hold when it was played.</summary>
    protected virtual Task Afterwards(RunningRegister stage) => Task.CompletedTask;
}
