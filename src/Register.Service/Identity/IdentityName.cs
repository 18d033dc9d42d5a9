using Register.Views.Registration;

namespace Register.Service.Identity;

/// <summary>A name as it is compared: what spelling leaves to chance is gone (R14).</summary>
public static class IdentityName
{
    // What people leave out, or put in, inside one word: O'Brien and OBrien.
    private const string WithinAWord = "'`\"";

    /// <summary>Small Latin letters, without accents; words in alphabetical order, whatever stood between them.</summary>
    public static string Of(string fullName)
    {
        var letters = SearchName.Of(fullName)
            .Where(c => !WithinAWord.Contains(c, StringComparison.Ordinal))
            .Select(c => char.IsAsciiLetterLower(c) ? c : ' ')
            .ToArray();
        var words = new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // A name without any letter is compared as it stands.
        return words.Length == 0 ? fullName.Trim() : string.Join(' ', words.Order(StringComparer.Ordinal));
    }
}
