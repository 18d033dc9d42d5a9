using System.Collections.Specialized;
using System.Globalization;

namespace Register.EventStore.EventStoreDb;

/// <summary>Reads the options of a connection string, whatever the case of their names; what is wrong is added to the problems.</summary>
internal sealed class OptionReader(NameValueCollection options, List<string> problems)
{
    private const int Never = -1;

    public void Known(IReadOnlyCollection<string> names)
    {
        foreach (var name in options.AllKeys.OfType<string>().Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase)))
            problems.Add($"There is no option {name}; there are {string.Join(", ", names)}.");
        if (options.GetValues(null) is not null)
            problems.Add("An option is name=value, and what stands there is not."); // not what stands there: it may be of a password
        foreach (var name in options.AllKeys.Where(key => key is not null && options.GetValues(key) is { Length: > 1 }))
            problems.Add($"{name} is there twice.");
    }

    public string? Text(string name) => options[name] is { Length: > 0 } value ? value : null;

    public bool Bool(string name, bool usual) => Read(name, usual, "true or false", value => bool.TryParse(value, out var read) ? read : null);

    public int Count(string name, int usual) =>
        Read(name, usual, "a whole number from 1", value => Whole(value) is var read and > 0 ? read : null);

    public TimeSpan Time(string name, TimeSpan usual) => TimeSpan.FromMilliseconds(
        Read(name, (int)usual.TotalMilliseconds, "milliseconds, from 1", value => Whole(value) is var read and > 0 ? read : null));

    // -1 ms is how .NET writes "never", too.
    public TimeSpan TimeOrNever(string name, TimeSpan usual) => TimeSpan.FromMilliseconds(Read(
        name,
        (int)usual.TotalMilliseconds,
        "milliseconds, from 1, or -1 for never",
        value => Whole(value) is var read and (> 0 or Never) ? read : null));

    public T Word<T>(string name, T usual) where T : struct, Enum => Read(
        name,
        usual,
        "one of " + string.Join(", ", Enum.GetNames<T>()),
        value => Enum.TryParse<T>(value, ignoreCase: true, out var read) && Enum.IsDefined(read) && !char.IsDigit(value[0]) ? read : null);

    private static int? Whole(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var read) ? read : null;

    private T Read<T>(string name, T usual, string form, Func<string, T?> parse) where T : struct
    {
        if (options[name] is not { } value)
            return usual;
        if (value.Length > 0 && parse(value) is { } read)
            return read;
        problems.Add($"{name} is {form}, not \"{value}\".");
        return usual;
    }
}
