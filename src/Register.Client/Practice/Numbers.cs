using Register.Client.Input;

namespace Register.Client.Practice;

/// <summary>Hours and shares, with a point before the decimals whatever the language of the terminal.</summary>
internal static class Numbers
{
    public static Option<double> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            if (!TryParse(result.Tokens[0].Value, out var number))
                result.AddError($"{name}: '{result.Tokens[0].Value}' is not a number like 0.6.");
            return number;
        },
    };

    public static double Required(CsvInput csv, string column)
    {
        var text = csv.RequiredText(column);
        if (!TryParse(text, out var number) && text.Length > 0)
            csv.AddViolation(column, $"'{text}' is not a number like 0.6");
        return number;
    }

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
