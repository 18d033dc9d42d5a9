using Google.Protobuf.WellKnownTypes;

namespace Register.Client.Input;

/// <summary>Civil dates as 2027-03-01, instants as 2027-03-01T09:30:00Z.</summary>
internal static class Dates
{
    public const string Shape = "a date like 2027-03-01";

    public static bool TryParse(string text, out Date date)
    {
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = new Date { Year = day.Year, Month = day.Month, Day = day.Day };
        return isDate;
    }

    /// <summary>An instant; without an offset it is UTC, and a date alone is its midnight.</summary>
    public static bool TryParseInstant(string text, out Timestamp instant)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isInstant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var parsed);
        instant = Timestamp.FromDateTimeOffset(parsed);
        return isInstant;
    }

    public static string Text(Date? date) =>
        date is null ? "" : FormattableString.Invariant($"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    public static string Text(Timestamp? instant) =>
        instant?.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
