using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Register.Domain.Registration;

namespace Register.Service.Reads;

/// <summary>Whom a message tells of: the registrants it names, wherever in it, by number or by resource name.</summary>
internal static class NamedRegistrants
{
    private static readonly string[] Collections = ["registrants/", "practices/"];
    private static readonly ConcurrentDictionary<MessageDescriptor, IFieldAccessor[]> Fields = new();

    /// <summary>The registrants that messages name.</summary>
    public static HashSet<RegistrationNumber> In(params IEnumerable<IMessage> messages)
    {
        var named = new HashSet<RegistrationNumber>();
        foreach (var message in messages)
            Gather(message, named);
        return named;
    }

    private static void Gather(IMessage message, HashSet<RegistrationNumber> named)
    {
        if (message is Struct data) // what was recorded, as an event has it
        {
            foreach (var value in data.Fields.Values)
                Gather(value, named);
            return;
        }
        foreach (var field in Fields.GetOrAdd(message.Descriptor, FieldsOf))
        {
            var value = field.GetValue(message);
            foreach (var one in value is System.Collections.IEnumerable many and not string ? many : new[] { value })
                Gather(one, named);
        }
    }

    private static void Gather(object? value, HashSet<RegistrationNumber> named)
    {
        if (value is IMessage message)
            Gather(message, named);
        else if (value is string { Length: > 0 } text && RegistrationNumber.TryParse(Id(text), null, out var number))
            named.Add(number);
    }

    // registrants/SON1/tenure is SON1's.
    private static string Id(string text) =>
        Collections.FirstOrDefault(c => text.StartsWith(c, StringComparison.Ordinal)) is { } collection ? text[collection.Length..].Split('/')[0] : text;

    // What others have made names nobody, unless it holds what was recorded.
    private static IFieldAccessor[] FieldsOf(MessageDescriptor message) =>
    [
        .. message.Fields.InDeclarationOrder()
            .Where(f => !f.IsMap && (f.FieldType is FieldType.String
                || (f.FieldType is FieldType.Message && (f.MessageType.File.Package == message.File.Package || f.MessageType == Struct.Descriptor))))
            .Select(f => f.Accessor),
    ];
}
