using CliWrap;
using CliWrap.Buffered;

namespace Register.Service.Embedded;

/// <summary>One program run to its end.</summary>
internal static class Command
{
    /// <exception cref="EmbeddedPostgresException">The program failed; the message holds what it wrote to its error output.</exception>
    public static async Task Run(string[] line, string folder, CancellationToken cancellationToken)
    {
        var result = await Try(line, folder, cancellationToken);
        if (!result.IsSuccess)
            throw new EmbeddedPostgresException($"\"{string.Join(' ', line)}\" failed ({result.ExitCode}): {result.StandardError.Trim()}");
    }

    // C: messages in one language, and no dependence on which locales the machine has.
    public static async Task<BufferedCommandResult> Try(string[] line, string folder, CancellationToken cancellationToken) =>
        await Cli.Wrap(SearchPath.Find(line[0]) ?? throw new EmbeddedPostgresException($"The program {line[0]} is needed and is not on the PATH.")).WithArguments(line[1..])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables => variables.Set("LC_ALL", "C"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellationToken);
}
