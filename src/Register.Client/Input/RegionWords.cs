namespace Register.Client.Input;

/// <summary>Regions as their names are written: "North East and Yorkshire".</summary>
internal static class RegionWords
{
    private static readonly string[] Small = ["of", "and"];

    public static string Of(Region region) =>
        string.Join(' ', Words.Of(region).Split(' ').Select(word => Small.Contains(word) ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
