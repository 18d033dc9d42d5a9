using System.CommandLine.Parsing;
using Google.Protobuf.WellKnownTypes;

namespace Register.Client.Input;

/// <summary>Options and arguments of the register's own kinds: dates, instants, words, resource names.</summary>
internal static class Typed
{
    public static Option<Date?> Date(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        Required = required,
        CustomParser = result => Dates.TryParse(result.Tokens[0].Value, out var date) ? date : Wrong<Date>(result, Dates.Shape),
    };

    public static Option<Timestamp?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = result => Dates.TryParseInstant(result.Tokens[0].Value, out var instant)
            ? instant
            : Wrong<Timestamp>(result, "an instant like 2027-03-01T09:30:00Z"),
    };

    public static Option<T?> Word<T>(string name, string description, bool required = false) where T : struct, System.Enum => new(name)
    {
        Description = $"{description}: {Words.Choices<T>()}",
        HelpName = "WORD",
        Required = required,
        CustomParser = result =>
        {
            if (Words.TryParse<T>(result.Tokens[0].Value, out var value))
                return value;
            result.AddError($"{name}: '{result.Tokens[0].Value}' is not one of: {Words.Choices<T>()}.");
            return null;
        },
    };

    /// <summary>How many: 1 or more. Without a default, 0 says that the user said nothing.</summary>
    public static Option<int> Count(string name, string description, string helpName, int unlessTold = 0, bool recursive = false)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = helpName,
            Recursive = recursive,
            CustomParser = result =>
            {
                if (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var count) || count < 1)
                    result.AddError($"{name}: '{result.Tokens[0].Value}' is not a number, 1 or more.");
                return count;
            },
        };
        if (unlessTold > 0)
            option.DefaultValueFactory = _ => unlessTold;
        return option;
    }

    public static Option<string> Text(string name, string description, string helpName, bool required = false) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Required = required,
    };

    public static Option<FileInfo> File(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        Required = required,
    };

    public static Option<string?> ResourceOption(string name, string collection, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = $"{collection}/ID",
        Required = required,
        CustomParser = result => Name(result, collection),
    };

    public static Argument<string?> Resource(string name, string collection, string description) => new(name)
    {
        Description = description,
        HelpName = $"{collection}/ID",
        CustomParser = result => Name(result, collection),
    };

    /// <summary>One resource or several of one collection.</summary>
    public static Argument<string[]> Resources(string name, string collection, string description) => new(name)
    {
        Description = description,
        HelpName = $"{collection}/ID",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            var names = result.Tokens.Select(t => (t.Value, Name: ResourceNames.In(collection, t.Value))).ToList();
            foreach (var (text, _) in names.Where(n => n.Name is null))
                result.AddError($"{name}: '{text}' is not a name like {collection}/ID.");
            return [.. names.Select(n => n.Name ?? "")];
        },
    };

    private static string? Name(ArgumentResult result, string collection) =>
        ResourceNames.In(collection, result.Tokens[0].Value) ?? Wrong<string>(result, $"a name like {collection}/ID");

    private static T? Wrong<T>(ArgumentResult result, string shape) where T : class
    {
        var symbol = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
        result.AddError($"{symbol}: '{result.Tokens[0].Value}' is not {shape}.");
        return null;
    }
}
