using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Operations.Backups;

/// <summary>Copies of a register on its own PostgreSQL.</summary>
internal static class BackupCommands
{
    private static readonly IReadOnlyList<Fact<Backup>> Facts =
    [
        new("Taken", b => $"{b.CreateTime.ToDateTime():yyyy-MM-dd HH:mm:ss} UTC"),
        new("Events", b => $"{b.EventCount}"),
        new("Position", b => $"{b.LedgerPosition}"),
        new("PostgreSQL", b => $"{b.PostgresVersion}"),
        new("Bytes", b => $"{b.Size}"),
        new("SHA-256", b => b.Sha256),
    ];

    private static readonly Presentation<Backup> Presentation = new(b => b.Sha256, Facts, Facts);

    public static RegisterCommand BackUp()
    {
        var output = Typed.File("--output", "The file to write; its manifest is written beside it, with .manifest.json at the end", required: true);
        return new RegisterCommand(
            "backup",
            "Writes a copy of all that a register on its own PostgreSQL keeps to a file, but for the views, which are built anew. The master key (master.key in the "
            + "register's data directory) is not in it, and without that key the personal data of its events cannot be read: keep a copy of the key apart, in another "
            + "place than the backups. Documents that were sent in are in it as they came. "
            + "To move the events alone to a register with another store there is 'register admin export'.",
            "register admin backup --output register-2027-03-01.backup")
        {
            output,
        }.Does(async session =>
        {
            var backup = await BackupFile.Write(session.Get(output)!, session);
            session.Output.Show(backup, Presentation);
        });
    }

    public static RegisterCommand Restore()
    {
        var input = new Argument<FileInfo>("FILE") { Description = "The backup; its manifest is beside it" };
        return new RegisterCommand(
            "restore",
            "Makes an empty register what it was when a backup was taken; one that holds events is left as it is. The register then starts anew by itself. Put the "
            + "master.key of the register that was backed up into the data directory before the empty register's first start: without it the personal data stays unread. "
            + "What 'register admin export' wrote is read by 'register admin import'.",
            "register admin restore register-2027-03-01.backup")
        {
            input,
        }.Does(async session =>
        {
            var backup = await BackupFile.Restore(session.Get(input)!, session);
            session.Output.Show(backup, Presentation);
        });
    }
}
