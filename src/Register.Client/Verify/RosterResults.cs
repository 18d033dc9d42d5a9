using CsvHelper;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Verify;

/// <summary>Where the results of a roster go, row by row as they arrive.</summary>
internal abstract class RosterResults : IDisposable
{
    public static RosterResults For(Session session, FileInfo? output) => output is not null ? new ToCsv(output)
        : session.Output.IsJson ? new ToJson()
        : session.Output.IsQuiet ? new ToLines()
        : new ToTables(session.Output);

    public abstract Task Add(VerifyRosterResponse answer);

    /// <summary>All answers are there.</summary>
    public virtual Task Finish() => Task.CompletedTask;

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class ToCsv : RosterResults
    {
        private static readonly string[] Header =
        [
            "registration_number", "result",
            "full_name", "status", "status_since", "period_end", "practice_areas", "restrictions", "as_at", "answered", "hearings",
        ];

        private readonly CsvWriter _csv;

        public ToCsv(FileInfo file)
        {
            _csv = new CsvWriter(new StreamWriter(file.FullName), CultureInfo.InvariantCulture);
            WriteRow(Header);
        }

        public override Task Add(VerifyRosterResponse answer)
        {
            var e = answer.Entry;
            WriteRow(
            [
                answer.RegistrationNumber, Words.Of(answer.Result),
                .. e is null ? new string[Header.Length - 4] : Facts(e),
                Dates.Text(answer.AnswerTime),
                string.Join(" | ", (e?.Hearings.AsEnumerable() ?? []).Select(EntryPresentation.Hearing)),
            ]);
            return Task.CompletedTask;
        }

        private static string[] Facts(PublicEntry e) =>
        [
            e.FullName, EntryPresentation.Status(e), Dates.Text(e.StatusSince), Dates.Text(e.PeriodEnd),
            string.Join('|', e.PracticeAreas.Select(Words.Of)), string.Join(" | ", e.Restrictions), Dates.Text(e.AsAt),
        ];

        public override Task Finish() => _csv.FlushAsync();

        protected override void Dispose(bool disposing)
        {
            _csv.Dispose();
            base.Dispose(disposing);
        }

        private void WriteRow(IEnumerable<string?> fields)
        {
            foreach (var field in fields)
                _csv.WriteField(field ?? "");
            _csv.NextRecord();
        }
    }

    private sealed class ToJson : RosterResults
    {
        private bool _begun;

        public override async Task Add(VerifyRosterResponse answer)
        {
            await Console.Out.WriteLineAsync(_begun ? "," : "[");
            await Console.Out.WriteAsync(Json.Line(answer));
            _begun = true;
        }

        public override Task Finish() => Console.Out.WriteLineAsync(_begun ? "\n]" : "[]");
    }

    private sealed class ToLines : RosterResults
    {
        public override Task Add(VerifyRosterResponse answer) =>
            Console.Out.WriteLineAsync($"{answer.RegistrationNumber}\t{Words.Of(answer.Result)}");
    }

    /// <summary>A table per thousand rows, since a table has to be held to be laid out.</summary>
    private sealed class ToTables(Output output) : RosterResults
    {
        private const int RowsInATable = 1000;

        private static readonly IReadOnlyList<Fact<VerifyRosterResponse>> Columns =
        [
            new("Number", r => r.RegistrationNumber),
            new("Result", r => Words.Of(r.Result)),
            new("Name", r => r.Entry?.FullName ?? ""),
            new("Status", r => r.Entry is null ? "" : EntryPresentation.Status(r.Entry)),
            new("Since", r => Dates.Text(r.Entry?.StatusSince)),
            new("Registered until", r => Dates.Text(r.Entry?.PeriodEnd)),
            new("Restrictions", r => string.Join("; ", r.Entry?.Restrictions ?? [])),
            new("Answered", r => Dates.Text(r.AnswerTime)),
        ];

        private static readonly Presentation<VerifyRosterResponse> Presentation = new(r => r.RegistrationNumber, Columns, Columns);

        private readonly List<VerifyRosterResponse> _rows = [];

        public override Task Add(VerifyRosterResponse answer)
        {
            _rows.Add(answer);
            return _rows.Count == RowsInATable ? Finish() : Task.CompletedTask;
        }

        public override Task Finish()
        {
            if (_rows.Count > 0)
                output.List(_rows, Presentation);
            _rows.Clear();
            return Task.CompletedTask;
        }
    }
}
