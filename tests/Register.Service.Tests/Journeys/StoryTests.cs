using System.Diagnostics;
using Grpc.Core;
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
public abstract class PlayedStory(RunningRegister register)
{
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
        await Afterwards(register);
    }

    /// <summary>What must hold when it was played.</summary>
    protected virtual Task Afterwards(RunningRegister stage) => Task.CompletedTask;
}
