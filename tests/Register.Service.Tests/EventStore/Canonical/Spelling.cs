using System.Globalization;
using System.Text;

namespace Register.Service.Tests.EventStore.Canonical;

/// <summary>A JSON value that follows from a seed, spelt in a style: another style has its properties in another order, other escapes, numbers spelt otherwise.</summary>
internal sealed class Spelling(int seed, int style)
{
    private static readonly string[] Parts = ["a", "B", "é", "e\u0301", "李", "🩺", "\ufb33", "\"", "\\", "/", "\n", "\t", "\u0001", "\u007f", "\u2028", "0", " "];
    private readonly Random _value = new(seed);
    private readonly Random _style = new(HashCode.Combine(seed, style));

    /// <summary>The spelling.</summary>
    public string Text => Value(depth: 0);

    private string Value(int depth) => _value.Next(depth > 3 ? 4 : 7) switch
    {
        0 => Number(),
        1 => Word(Content()),
        2 => _value.Next(2) == 0 ? "true" : "null",
        3 => Number(),
        4 => $"[{Joined(Enumerable.Range(0, _value.Next(4)).Select(_ => Value(depth + 1)).ToArray())}]",
        _ => $"{{{Joined(Properties(depth))}}}",
    };

    private string[] Properties(int depth)
    {
        var names = Enumerable.Range(0, _value.Next(5)).Select(_ => Content()).Distinct().ToArray();
        var properties = names.Select(name => (Name: name, Value: Value(depth + 1))).ToArray();
        _style.Shuffle(properties);
        return [.. properties.Select(p => $"{Word(p.Name)}{Space()}:{Space()}{p.Value}")];
    }

    private string Joined(string[] parts) => Space() + string.Join($"{Space()},{Space()}", parts) + Space();

    private string Space() => new([.. Enumerable.Range(0, _style.Next(3)).Select(_ => " \n\t\r"[_style.Next(4)])]);

    private string Content() => string.Concat(Enumerable.Range(0, _value.Next(5)).Select(_ => Parts[_value.Next(Parts.Length)]));

    private string Number()
    {
        var (digits, places) = (_value.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000) >> _value.Next(50), _value.Next(20));
        var plain = ((decimal)digits / (decimal)Math.Pow(10, places)).ToString("0.####################", CultureInfo.InvariantCulture);
        return _style.Next(3) switch
        {
            _ when digits == 0 => "0.0",
            0 => $"{digits}e-{places}",
            1 => plain.Contains('.', StringComparison.Ordinal) ? $"{plain}00" : $"{plain}.0",
            _ => $"{digits}0E-{places + 1}",
        };
    }

    private string Word(string content)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in content.EnumerateRunes())
        {
            if (rune.Value is < ' ' or '"' or '\\' || _style.Next(3) == 0)
                text.AppendJoin("", rune.ToString().Select(c => $"\\u{(int)c:x4}"));
            else
                text.Append(rune);
        }
        return text.Append('"').ToString();
    }
}
