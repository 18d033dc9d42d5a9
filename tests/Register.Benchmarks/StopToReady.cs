using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Register.Benchmarks;

/// <summary>How long the service takes from its start to ready, as a process, on a database that exists.</summary>
internal static class StopToReady
{
    private const int Times = 5;

    public static async Task Run(string connectionString)
    {
        await Start(connectionString); // makes the schema
        var seconds = new List<double>();
        for (var i = 0; i < Times; i++)
            seconds.Add(await Start(connectionString));
        Load.Print($"From start to ready on an existing database: median {Load.Median(seconds):F1} s, worst {seconds.Max():F1} s ({Times} times)");
    }

    private static async Task<double> Start(string connectionString)
    {
        var (http, grpc) = (FreePort(), FreePort());
        var directory = Directory.CreateTempSubdirectory("register-benchmark-").FullName;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Register.Service.dll")])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__Register"] = connectionString,
                ["Register__DataDirectory"] = directory,
                ["Register__HttpPort"] = $"{http}",
                ["Register__GrpcPort"] = $"{grpc}",
            },
        })!;
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{http}") };
        while (!await IsReady(client))
            await Task.Delay(20);
        var taken = watch.Elapsed.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        Directory.Delete(directory, recursive: true);
        return taken;
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
