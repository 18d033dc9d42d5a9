using Register.Service.Edge;
using Register.Views.Registration;

namespace Register.Service.Verification;

/// <summary>Reads what a name is searched by.</summary>
internal static class NameFields
{
    private const int FewestLetters = 2;

    /// <summary>The words of a name, or their beginnings: two letters at least, folded as names are searched.</summary>
    /// <remarks>Another script has been put into Latin letters roughly already: nothing near that is guessed at.</remarks>
    public static NameAsked Name(this RequestReader read, string field, string value)
    {
        var words = SearchName.Words(SearchName.Of(read.Line(field, value)));
        if (words.Sum(word => word.Length) < FewestLetters)
            read.Wrong(field, "TOO_SHORT", $"Give at least {FewestLetters} letters of the name.");
        else if (words.Count > NameSearch.MostWords)
            read.Wrong(field, "TOO_MANY_WORDS", $"Give at most {NameSearch.MostWords} words of the name.");
        return new(words, SearchName.IsLatin(value));
    }
}
