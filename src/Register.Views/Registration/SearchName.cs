using AnyAscii;

namespace Register.Views.Registration;

/// <summary>A name as it is searched for: in small Latin letters without accents, whatever script it is written in.</summary>
public static class SearchName
{
    /// <summary>Folds a name, or a part of one.</summary>
    public static string Of(string name) => name.Transliterate().ToLowerInvariant();

    /// <summary>Whether a name is written in Latin letters, with whatever accents; of another script the folded name is a rough likeness.</summary>
    public static bool IsLatin(string name) => !name.Any(c => char.IsLetter(c) && c is > '\u024F' and not (>= '\u1E00' and <= '\u1EFF'));

    /// <summary>The words of a folded name: letters and digits alone, O'Brien as one word and Al-Masri as two.</summary>
    public static IReadOnlyList<string> Words(string folded)
    {
        var letters = folded.Replace("'", "", StringComparison.Ordinal).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : ' ');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether two names have the same words, in any order, with or without accents.</summary>
    public static bool IsSame(string name, string other) =>
        Words(Of(name)).Order(StringComparer.Ordinal).SequenceEqual(Words(Of(other)).Order(StringComparer.Ordinal));
}
