namespace Register.Client.Terminal;

/// <summary>One fact about a resource: its label and its text; an empty text is left out of the details.</summary>
internal sealed record Fact<T>(string Label, Func<T, string> Text);

/// <summary>How a kind of resource is shown: its name alone, as a row of a table, and on its own.</summary>
/// <param name="Name">What --quiet prints: the resource name or the registration number.</param>
/// <param name="Columns">The row of a table.</param>
/// <param name="Details">Everything about one.</param>
internal sealed record Presentation<T>(Func<T, string> Name, IReadOnlyList<Fact<T>> Columns, IReadOnlyList<Fact<T>> Details);
