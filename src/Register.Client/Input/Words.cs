using System.Text;
using Register.Client.Errors;

namespace Register.Client.Input;

/// <summary>The contract's enums in the words people use: "general medical", "not-satisfied", "Suspended (interim)".</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => Spaced(value.ToString(), ' ').ToLowerInvariant();

    /// <summary>NOT_FOUND for NotFound.</summary>
    public static string Screaming<T>(T value) where T : struct, Enum => Spaced(value.ToString(), '_').ToUpperInvariant();

    /// <summary>All values of an enum in words, for help and for error texts.</summary>
    public static string Choices<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Where(IsSpecified).Select(Of));

    /// <summary>Case, spaces, hyphens and underscores make no difference, and the contract's own name does as well.</summary>
    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        var wanted = Letters(text);
        foreach (var candidate in Enum.GetValues<T>().Where(IsSpecified))
        {
            var letters = Letters(candidate.ToString());
            value = candidate;
            if (wanted == letters || wanted == Letters(typeof(T).Name) + letters)
                return true;
        }

        value = default;
        return false;
    }

    public static T Parse<T>(string text, string what) where T : struct, Enum =>
        TryParse<T>(text, out var value) ? value : throw CommandFailure.WrongInput($"{what} '{text}' is not one of: {Choices<T>()}.");

    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsSpecified<T>(T value) where T : struct, Enum => !EqualityComparer<T>.Default.Equals(value, default);

    private static string Spaced(string name, char separator)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(separator);
            words.Append(letter);
        }

        return words.ToString();
    }
}
