using System.Diagnostics;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Audit;

/// <summary>The command-line client as an auditor runs it: a process of its own.</summary>
public sealed class AuditorsClient(RunningRegister register)
{
    /// <summary>Runs `register` with these words after it.</summary>
    public Task<Run> Register(params string[] words) => As("auditor", words);

    /// <summary>Runs `register` as somebody in another role.</summary>
    public Task<Run> As(string role, params string[] words) => By(role, $"{role}-1", words);

    /// <summary>Runs `register` as this person in a role.</summary>
    public async Task<Run> By(string role, string subject, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "register.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["REGISTER_ADDRESS"] = register.Address,
                ["REGISTER_TOKEN"] = await register.Token(role, subject),
            },
        };
        using var client = Process.Start(start)!;
        var errors = client.StandardError.ReadToEndAsync();
        var output = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return new(client.ExitCode, output, await errors);
    }

    /// <summary>How a command ended and what it said.</summary>
    public sealed record Run(int ExitCode, string Output, string Errors)
    {
        /// <summary>Its output, once it is known to have succeeded.</summary>
        public string Done()
        {
            Assert.True(ExitCode == 0, $"{ExitCode}: {Errors}");
            return Output;
        }

        /// <summary>Its complaint, once it is known to have ended so.</summary>
        public string Failed(int exitCode)
        {
            Assert.True(ExitCode == exitCode, $"{ExitCode}, not {exitCode}: {Errors}{Output}");
            return Errors;
        }
    }
}
