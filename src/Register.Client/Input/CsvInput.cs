using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Register.Client.Errors;

namespace Register.Client.Input;

/// <summary>Reads rows of a CSV file with a header, one at a time, and gathers what is wrong with them by line and column.</summary>
internal sealed class CsvInput : IDisposable
{
    // A spreadsheet saved in an older encoding must not turn names into question marks.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FileInfo _file;
    private readonly CsvReader _csv;
    private readonly List<Violation> _violations = [];

    public CsvInput(FileInfo file, params IReadOnlyList<string> requiredColumns)
    {
        _file = file;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            MissingFieldFound = null,
            BadDataFound = bad => AddViolation("quotes", $"not well formed: {bad.RawRecord.Trim()}"),
        };
        _csv = new CsvReader(new StreamReader(file.FullName, StrictUtf8), configuration);
        if (!_csv.Read() || !_csv.ReadHeader())
            throw CommandFailure.WrongInput($"{file.Name} is empty: it needs a header line.");
        var present = _csv.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant()).ToHashSet();
        if (requiredColumns.Where(column => !present.Contains(column)).ToList() is { Count: > 0 } missing)
            throw CommandFailure.WrongInput($"{file.Name} lacks columns.", [.. missing.Select(c => new Violation(c, "no such column"))]);
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read() => _csv.Read();

    public string Text(string column) => _csv.TryGetField<string>(column, out var text) ? text?.Trim() ?? "" : "";

    public string RequiredText(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            AddViolation(column, "is empty");
        return text;
    }

    public Date? RequiredDate(string column)
    {
        var text = RequiredText(column);
        if (Dates.TryParse(text, out var date))
            return date;
        if (text.Length > 0)
            AddViolation(column, $"'{text}' is not {Dates.Shape}");
        return null;
    }

    public T RequiredWord<T>(string column) where T : struct, Enum
    {
        var text = RequiredText(column);
        if (!Words.TryParse<T>(text, out var value) && text.Length > 0)
            AddViolation(column, $"'{text}' is not one of: {Words.Choices<T>()}");
        return value;
    }

    /// <summary>Words with | between them; none for an empty field.</summary>
    public IReadOnlyList<T> ManyWords<T>(string column) where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var word in Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Words.TryParse<T>(word, out var value))
                values.Add(value);
            else
                AddViolation(column, $"'{word}' is not one of: {Words.Choices<T>()}");
        }

        return values;
    }

    public void AddViolation(string column, string description) =>
        _violations.Add(new($"line {_csv.Parser.RawRow}, {column}", description));

    /// <summary>The line of the row, as an editor counts.</summary>
    public int Line => _csv.Parser.RawRow;

    /// <summary>Everything that was wrong so far.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Refuses the whole file if any row was wrong: all of it is told at once, before anything is sent.</summary>
    public void RefuseIfWrong()
    {
        if (_violations.Count > 0)
            throw CommandFailure.WrongInput($"{_file.Name} has {_violations.Count} wrong fields; nothing was sent.", _violations);
    }

    public void Dispose() => _csv.Dispose();
}
