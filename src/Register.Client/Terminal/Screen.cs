using Spectre.Console;
using Spectre.Console.Rendering;

namespace Register.Client.Terminal;

/// <summary>The terminal: standard output for answers, standard error for progress.</summary>
internal static class Screen
{
    // A row stays on its line, so that it can be searched and its name copied; a narrow terminal folds it.
    private const int Width = 1000;

    private static readonly Lazy<IAnsiConsole> LazyOut = new(() =>
    {
        var console = Create(Console.Out, Console.IsOutputRedirected);
        console.Profile.Width = Width;
        return console;
    });

    private static readonly Lazy<IAnsiConsole> LazyError = new(() => Create(Console.Error, Console.IsErrorRedirected));

    public static IAnsiConsole Out => LazyOut.Value;

    public static Text Text(string text) => new(Printable(text));

    public static Text Label(string text) => new(Printable(text), new Style(decoration: Decoration.Dim));

    public static Table Table<T>(IEnumerable<T> rows, IReadOnlyList<Fact<T>> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column.Label, new Style(decoration: Decoration.Bold))));
        foreach (var row in rows)
            table.AddRow(columns.Select(IRenderable (column) => Text(column.Text(row))));
        return table;
    }

    /// <summary>Runs work that can say how far it is; a bar shows it on standard error when that is a terminal.</summary>
    /// <param name="label">What is going on.</param>
    /// <param name="total">How many steps there are; null if nobody knows.</param>
    /// <param name="work">The work; it is given what to call after each step.</param>
    public static async Task WithProgress(string label, int? total, Func<Action<int>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(_ => { });
            return;
        }

        ProgressColumn[] columns = total is null
            ? [new SpinnerColumn(), new TaskDescriptionColumn()]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()];
        await LazyError.Value.Progress().AutoClear(true).Columns(columns).StartAsync(async progress =>
        {
            var task = progress.AddTask(Markup.Escape(label), maxValue: total ?? double.MaxValue);
            await work(done =>
            {
                task.Value = done;
                task.Description = Markup.Escape(total is null ? $"{label}: {done}" : $"{label}: {done} of {total}");
            });
        });
    }

    // A name must not be able to move the cursor, or to turn round what stands beside it, where an officer reads it.
    public static string Printable(string text) => string.Concat(text.Select(c => Disturbs(c) ? '\uFFFD' : c));

    private static bool Disturbs(char c) =>
        (char.IsControl(c) && c != '\n') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
    }
}
