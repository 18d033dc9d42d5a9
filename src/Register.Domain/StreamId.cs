namespace Register.Domain;

/// <summary>The name of a stream: its category, a hyphen, and the id of what it is about. Never holds personal data (R37).</summary>
public readonly record struct StreamId(string Category, string Id)
{
    /// <summary>Reads "category-id"; the category is everything before the first hyphen.</summary>
    public static StreamId Parse(string name)
    {
        var hyphen = name.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 ? new(name[..hyphen], name[(hyphen + 1)..]) : throw new FormatException("A stream name is category-id.");
    }

    public override string ToString() => $"{Category}-{Id}";
}
