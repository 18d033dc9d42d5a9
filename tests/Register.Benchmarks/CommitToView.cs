using System.Diagnostics;
using Sonographer.Register.V1;

namespace Register.Benchmarks;

/// <summary>How long after a command is acknowledged its effect is in the view.</summary>
internal static class CommitToView
{
    private const int Times = 200;

    public static async Task Run(string connectionString)
    {
        await using var service = await RunningService.Start(connectionString);
        var headers = await service.LoggedIn("applicant");
        var client = new ApplicationsService.ApplicationsServiceClient(service.For(0));
        var milliseconds = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var submitted = (await client.SubmitApplicationAsync(
                new() { RequestId = Guid.NewGuid().ToString("D"), Application = CommandsAgainstInserts.AnApplication() }, headers)).Application;
            var watch = Stopwatch.StartNew();
            await client.GetApplicationAsync(new() { Name = submitted.Name, MinimumVersion = submitted.Version }, headers);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        }
        milliseconds.Sort();
        Load.Print($"Commit to visible in the view: median {milliseconds[Times / 2]:F0} ms, p95 {milliseconds[Times * 95 / 100]:F0} ms ({Times} times)");
    }
}
