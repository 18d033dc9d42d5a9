using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using Register.Domain;
using Date = Google.Type.Date;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Register.Service.Edge;

/// <summary>Reads the fields of a request into the domain's words, and collects everything that is wrong with them.</summary>
public sealed class RequestReader
{
    private const int LongestToken = 2000;
    private static readonly DateOnly FirstDate = new(1900, 1, 1);
    private static readonly DateOnly LastDate = new(2199, 12, 31);
    private readonly ImmutableArray<Rejection>.Builder _problems = ImmutableArray.CreateBuilder<Rejection>();

    /// <summary>Ends the reading.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every violation.</exception>
    public void Done()
    {
        if (_problems.Count > 0)
            throw Problems.Rejected(_problems.ToImmutable());
    }

    /// <summary>Whether something was wrong so far.</summary>
    public bool HasProblems => _problems.Count > 0;

    /// <summary>Everything that was wrong so far.</summary>
    public IReadOnlyList<Rejection> Found => _problems;

    /// <summary>Notes a violation.</summary>
    public void Wrong(string field, string code, string message) => _problems.Add(Rejection.Invalid(field, code, message));

    /// <summary>The request id: a UUID, not all zeros.</summary>
    public Guid RequestId(string value)
    {
        if (!Guid.TryParseExact(value, "D", out var id) || id == Guid.Empty)
            Wrong("request_id", value.Length == 0 ? "REQUIRED" : "NOT_A_UUID", "A request_id is a UUID of your choice, as in 123e4567-e89b-12d3-a456-426614174000.");
        return id;
    }

    /// <summary>A text of one line that must be there, without the white space around it.</summary>
    public string Line(string field, string value, int longest = 200) => Text(field, value, longest, required: true, char.IsControl);

    /// <summary>A text of any number of lines.</summary>
    public string Prose(string field, string value, int longest = 4000, bool required = true) =>
        Text(field, value, longest, required, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));

    /// <summary>A code: letters, digits and hyphens.</summary>
    public string Code(string field, string value, int longest = 64)
    {
        var code = Line(field, value, longest);
        if (code.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            Wrong(field, "NOT_A_CODE", "A code has letters, digits and hyphens only.");
        return code;
    }

    /// <summary>An e-mail address, as far as its form tells.</summary>
    public string Email(string field, string value)
    {
        var email = Line(field, value, 254);
        if (email.Length > 0 && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
            Wrong(field, "NOT_AN_EMAIL", "This is not an e-mail address.");
        return email;
    }

    /// <summary>A civil date that must be there, from 1900 to 2199.</summary>
    public DateOnly Date(string field, Date? value)
    {
        if (value is null)
            Wrong(field, "REQUIRED", "A date is required.");
        return OptionalDate(field, value) ?? FirstDate;
    }

    /// <summary>A civil date, from 1900 to 2199.</summary>
    public DateOnly? OptionalDate(string field, Date? value)
    {
        if (value is null)
            return null;
        if (value.Year is >= 1 and <= 9999 && value.Month is >= 1 and <= 12 && value.Day >= 1
            && value.Day <= DateTime.DaysInMonth(value.Year, value.Month)
            && new DateOnly(value.Year, value.Month, value.Day) is var date && date >= FirstDate && date <= LastDate)
            return date;
        Wrong(field, "NOT_A_DATE", $"A date is a day of the calendar from {FirstDate:yyyy-MM-dd} to {LastDate:yyyy-MM-dd}.");
        return null;
    }

    /// <summary>An instant, UTC.</summary>
    public DateTimeOffset? OptionalInstant(string field, Timestamp? value)
    {
        if (value is null)
            return null;
        try
        {
            return value.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            Wrong(field, "NOT_AN_INSTANT", "This is not an instant of the years 1 to 9999.");
            return null;
        }
    }

    /// <summary>A word of an enumeration that must be there; contract and domain number their words alike.</summary>
    public TDomain Word<TDomain>(string field, Enum value) where TDomain : struct, Enum
    {
        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        var word = (TDomain)Enum.ToObject(typeof(TDomain), number);
        if (number == 0)
            Wrong(field, "REQUIRED", "A value is required.");
        else if (!Enum.IsDefined(word))
            Wrong(field, "UNKNOWN_VALUE", "This value is not known.");
        return word;
    }

    /// <summary>Distinct words of an enumeration.</summary>
    public ImmutableArray<TDomain> Words<TDomain, TProto>(string field, IReadOnlyCollection<TProto> values, bool required)
        where TDomain : struct, Enum
        where TProto : struct, Enum
    {
        var most = Enum.GetValues<TDomain>().Length;
        if (required && values.Count == 0)
            Wrong(field, "REQUIRED", "At least one value is required.");
        if (values.Count > most)
        {
            Wrong(field, "TOO_MANY", $"There are at most {most} of these.");
            return [];
        }
        var words = values.Select((value, i) => Word<TDomain>($"{field}[{i}]", value)).ToImmutableArray();
        if (words.Distinct().Count() != words.Length)
            Wrong(field, "TWICE", "A value is given twice.");
        return words;
    }

    /// <summary>The id in a resource name: collection/id.</summary>
    public TId Resource<TId>(string field, string value, string collection) where TId : struct, IParsable<TId>
    {
        var prefix = collection + "/";
        if (value.Length == 0)
            Wrong(field, "REQUIRED", $"A name is required, as in {prefix}….");
        else if (value.Length > 200 || !value.StartsWith(prefix, StringComparison.Ordinal))
            Wrong(field, "NOT_A_NAME", $"This name starts with {prefix}.");
        else if (!TId.TryParse(value[prefix.Length..], null, out var id))
            Wrong(field, "NOT_A_NAME", $"This is not the name of one of the {collection}.");
        else
            return id;
        return default;
    }

    /// <summary>How many to a page (AIP-158): a default where none is asked for, the most where more is.</summary>
    public int PageSize(int value, int @default = 50, int most = 1000)
    {
        if (value < 0)
            Wrong("page_size", "NEGATIVE", "A page size is not negative.");
        return value == 0 ? @default : Math.Min(value, most);
    }

    /// <summary>Where a page starts, from the token of the page before; null for the first page.</summary>
    public string? PageToken(string value)
    {
        if (value.Length == 0)
            return null;
        var bytes = new byte[value.Length];
        if (value.Length <= LongestToken && Convert.TryFromBase64String(value, bytes, out var length))
        {
            var token = Encoding.UTF8.GetString(bytes, 0, length);
            if (!token.Any(char.IsControl))
                return token;
        }
        Wrong("page_token", "NOT_A_TOKEN", "A page token is what the page before gave.");
        return null;
    }

    /// <summary>A version to wait for.</summary>
    public long MinimumVersion(long value)
    {
        if (value < 0)
            Wrong("minimum_version", "NEGATIVE", "A version is not negative.");
        return value;
    }

    /// <summary>The token of the next page; empty when there is none.</summary>
    public static string NextToken(string? key) => key is null ? "" : Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    // Line and paragraph separators, and what makes text run the other way whatever its script.
    private static bool TurnsTextRound(char c) => c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private string Text(string field, string value, int longest, bool required, Func<char, bool> forbidden)
    {
        var text = value.Trim();
        if (required && text.Length == 0)
            Wrong(field, "REQUIRED", "A text is required.");
        else if (text.Length > longest)
            Wrong(field, "TOO_LONG", $"A text of at most {longest} characters.");
        else if (required && !text.Any(char.IsLetterOrDigit) && !text.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            Wrong(field, "NOTHING_TO_READ", "The text has no letter and no digit.");
        else if (text.Any(forbidden) || text.Any(TurnsTextRound) || text.Contains('\uFFFD'))
            Wrong(field, "FORBIDDEN_CHARACTER", "The text has control characters or is not valid Unicode.");
        return text;
    }
}
