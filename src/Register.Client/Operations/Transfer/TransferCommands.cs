using Register.Client.Audit;
using Register.Client.Audit.Export;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Operations.Transfer;

/// <summary>Moves the ledger from one register to another, on whichever stores they are.</summary>
internal static class TransferCommands
{
    private const int EventsPerFile = 10_000;

    private static readonly IReadOnlyList<Fact<ImportLedgerResponse>> Facts =
    [
        new("Events", r => $"{r.TotalCount}"),
        new("Written", r => $"{r.WrittenCount}"),
        new("There before", r => $"{r.PresentCount}"),
    ];

    public static RegisterCommand Export()
    {
        var output = new Option<string>("--output") { Description = "The directory to write to: a new or empty one, or one where this export was broken off", HelpName = "DIR", Required = true };
        var until = ExportCommands.Until();
        var perFile = Typed.Count("--events-per-file", "How many events a file holds", "N", EventsPerFile);
        return new RegisterCommand(
            "export",
            "Writes the whole ledger as it is stored to files, with a manifest to check them by ('register audit check DIR'), for 'register admin import' into a "
            + "register on another store. Broken off, the same command goes on. Personal data stays sealed: no key is needed, and none is in the export. The keys of "
            + "persons move on their own (the schema 'keys' of the register's PostgreSQL, whole, and master.key). To copy a register on its own PostgreSQL with all that it "
            + "keeps there is 'register admin backup'; to take the history out for people to read, 'register audit export'.",
            "register admin export --output ledger-2027-03")
        {
            output, until, perFile,
        }.Does(async session =>
        {
            var folder = new ExportFolder(session.Get(output)!);
            var manifest = await new EventExport(session, folder, new LedgerSource(session)).Run(null, session.Get(until), session.Get(perFile));
            ExportCommands.Tell(session, folder, manifest);
        });
    }

    public static RegisterCommand Import()
    {
        var input = new Argument<string>("DIR") { Description = "The directory that 'register admin export' wrote" };
        return new RegisterCommand(
            "import",
            "Writes an export's events into an empty ledger on whichever store, every one checked by its hash; ids, versions and times stay. Broken off, the same command "
            + "goes on. First the keys move (the schema 'keys' of PostgreSQL, whole, and master.key), then one instance of the register is started with "
            + "Ledger__Importing=true, where the ledger is to be in EventStoreDB on a PostgreSQL that holds nothing but the keys; when the import is done, start it again without: it builds its views anew. What 'register admin backup' wrote is read by "
            + "'register admin restore'.",
            "register admin import ledger-2027-03")
        {
            input,
        }.Does(async session =>
        {
            var imported = await new EventImport(session, new ExportFolder(session.Get(input)!)).Run();
            session.Output.Show(imported, new Presentation<ImportLedgerResponse>(r => $"{r.TotalCount}", Facts, Facts));
        });
    }
}
