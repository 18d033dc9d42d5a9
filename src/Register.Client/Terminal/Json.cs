using Google.Protobuf;

namespace Register.Client.Terminal;

/// <summary>Messages in protobuf's JSON mapping.</summary>
internal static class Json
{
    private static readonly JsonFormatter Pretty = new(JsonFormatter.Settings.Default.WithIndentation());

    public static string Indented(IMessage message) => Pretty.Format(message);

    /// <summary>On one line, as JSON Lines want it.</summary>
    public static string Line(IMessage message) => JsonFormatter.Default.Format(message);

    public static string Array<T>(IReadOnlyCollection<T> messages) where T : IMessage =>
        messages.Count == 0 ? "[]" : $"[\n{string.Join(",\n", messages.Select(m => Pretty.Format(m)))}\n]";
}
