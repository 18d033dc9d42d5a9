using System.Diagnostics;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Journeys;

/// <summary>The demonstration, played through the client as a newcomer plays it.</summary>
public sealed class StoryTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
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
    }
}
