using System.Text;
using Register.Client.Audit.Export;
using Register.Client.Terminal;

namespace Register.Client.Audit;

/// <summary>Takes the history out of the register, with what it takes to see later that nothing of it was changed.</summary>
internal static class ExportCommands
{
    private const int EventsPerFile = 50_000;

    public static RegisterCommand Export()
    {
        var resource = AuditCommands.Resource("What to export; everything unless told", isRequired: false);
        var to = new Option<string>("--to") { Description = "The directory to write to: a new or empty one, or one where this export was broken off", HelpName = "DIR", Required = true };
        var until = Until();
        var perFile = Input.Typed.Count("--events-per-file", "How many events a file holds", "N", EventsPerFile);
        return new RegisterCommand("export", "Writes events to files as JSON Lines, with a manifest to check them by. Broken off, the same command goes on.",
            "register audit export --to ledger-2027-03",
            "register audit export --to zoe SON123",
            "register audit export --to ledger --until 4711")
        {
            resource, to, until, perFile,
        }.Does(async session =>
        {
            var folder = new ExportFolder(session.Get(to)!);
            var manifest = await new EventExport(session, folder, new HistorySource(session)).Run(session.Get(resource), session.Get(until), session.Get(perFile));
            Tell(session, folder, manifest);
        });
    }

    public static RegisterCommand Check()
    {
        var folder = new Argument<string>("DIR") { Description = "The directory of an export" };
        return new RegisterCommand("check", "Verifies an export without the register: every hash, count, position and version. Names the first difference and exits with 1.",
            "register audit check ledger-2027-03")
        {
            folder,
        }.Does(async session =>
        {
            var exported = new ExportFolder(session.Get(folder)!);
            var check = new ExportCheck(exported);
            Manifest? manifest = null;
            await Screen.WithProgress("Checking, in KB", check.Size, done => Task.Run(() => manifest = check.Run(done), session.Cancelled));
            Tell(session, exported, manifest!);
        });
    }

    /// <summary>Where an export ends.</summary>
    public static Option<long?> Until()
    {
        var until = new Option<long?>("--until") { Description = "The position of the ledger to end at [default: its end when the export begins]", HelpName = "POSITION" };
        until.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && long.TryParse(token.Value, CultureInfo.InvariantCulture, out var position) && position < 1)
                result.AddError($"--until: '{token.Value}' is not a position, 1 or more.");
        });
        return until;
    }

    /// <summary>Says what is in an export.</summary>
    public static void Tell(Session session, ExportFolder folder, Manifest manifest)
    {
        if (session.Output.IsJson)
            Console.Out.WriteLine(Encoding.UTF8.GetString(manifest.Sealed()));
        else if (session.Output.IsQuiet)
            Console.Out.WriteLine(manifest.Hash);
        session.Output.Say($"""
            {Count(manifest.Count, "event")} of {manifest.Resource ?? "the whole ledger"} up to position {manifest.UntilPosition}, all as {(manifest.Content is null ? "recorded" : "stored")}, in {Count(manifest.Files.Length, "file")} in {folder.Path}.
            The manifest's sha256, to keep elsewhere: {manifest.Hash}
            """);
    }

    private static string Count(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
