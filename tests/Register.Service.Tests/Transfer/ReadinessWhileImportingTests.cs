using System.Net;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Transfer;

/// <summary>What a register that takes a ledger in says of its readiness.</summary>
public sealed class ReadinessWhileImportingTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task It_is_not_ready_and_says_that_it_is_importing_until_it_is_started_without(int nodes)
    {
        var target = new EmptyRegister(register, nodes);
        await target.InitializeAsync();
        try
        {
            var (status, said) = await Ready(target);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("started to take a ledger in: it keeps no views and takes no commands", said, StringComparison.Ordinal);
            Assert.DoesNotContain("No projection runs yet", said, StringComparison.Ordinal);
            Assert.DoesNotContain("\"relay\"", said, StringComparison.Ordinal);

            await target.Open();
            (_, said) = await Eventually.Get(() => Ready(target), answer => answer.Status == HttpStatusCode.OK);
            Assert.DoesNotContain("take a ledger in", said, StringComparison.Ordinal);
            Assert.Equal(nodes > 0, said.Contains("\"relay\"", StringComparison.Ordinal));
        }
        finally
        {
            await target.DisposeAsync();
        }
    }

    private static async Task<(HttpStatusCode Status, string Said)> Ready(RunningRegister of)
    {
        using var answer = await of.Http.GetAsync("/health/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
