using System.Diagnostics;

namespace Register.Service.Tests.Running;

/// <summary>What a run of the client came to.</summary>
public sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>Runs the command-line client as its users do, in a role.</summary>
public static class CommandLine
{
    /// <summary>Runs `register` with these arguments; without a role, nobody is logged in.</summary>
    public static Task<Ran> Run(RunningRegister register, string? role, string? subject, params string[] arguments) =>
        Run(register.Address, register.Http, role, subject, arguments);

    /// <summary>Runs it against a register at an address.</summary>
    public static async Task<Ran> Run(string address, HttpClient http, string? role, string? subject, params string[] arguments)
    {
        var home = Directory.CreateTempSubdirectory("register-client-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "register.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["REGISTER_ADDRESS"] = address,
                    ["REGISTER_HTTP_ADDRESS"] = http.BaseAddress!.ToString(),
                    ["REGISTER_HOME"] = home,
                },
            };
            if (role is not null)
                start.Environment["REGISTER_TOKEN"] = await LoggedIn.Token(http, role, subject ?? $"{role}-1", role == "employer" ? "RR8" : null);
            using var client = Process.Start(start)!;
            var errors = client.StandardError.ReadToEndAsync();
            var output = await client.StandardOutput.ReadToEndAsync();
            await client.WaitForExitAsync();
            return new(client.ExitCode, output, await errors);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }
}
