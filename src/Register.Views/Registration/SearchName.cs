using AnyAscii;

namespace Register.Views.Registration;

/// <summary>A name as it is searched for: in small Latin letters without accents, whatever script it is written in.</summary>
public static class SearchName
{
    /// <summary>Folds a name, or a part of one.</summary>
    public static string Of(string name) => name.Transliterate().ToLowerInvariant();
}
