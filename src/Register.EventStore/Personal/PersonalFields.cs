using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Register.Domain;

namespace Register.EventStore.Personal;

/// <summary>Where in the JSON of a type personal data is: what is marked <see cref="PersonalAttribute"/>, at whatever depth.</summary>
public sealed class PersonalFields
{
    private static readonly ConcurrentDictionary<Type, PersonalFields?> Known = new();
    private readonly (byte[] Name, PersonalFields Fields)[] _properties;
    private readonly PersonalFields? _each;

    private PersonalFields(bool isPersonal, (byte[] Name, PersonalFields Fields)[] properties, PersonalFields? each) =>
        (IsPersonal, _properties, _each) = (isPersonal, properties, each);

    /// <summary>Whether the value itself is personal data.</summary>
    public bool IsPersonal { get; }

    /// <summary>The personal fields of a type; null where it has none.</summary>
    public static PersonalFields? Of(Type type) => Known.GetOrAdd(type, t => Find(t, []));

    /// <summary>What is personal below a property; null where nothing is.</summary>
    internal PersonalFields? Property(ref Utf8JsonReader name)
    {
        foreach (var (known, fields) in _properties)
        {
            if (name.ValueTextEquals(known))
                return fields;
        }
        return _each; // the values of a dictionary; null for an object
    }

    /// <summary>What is personal in each item of a list; null where nothing is.</summary>
    internal PersonalFields? Item => _each;

    private static PersonalFields? Find(Type type, Type[] within)
    {
        if (within.Contains(type))
            return null;
        var info = EventJson.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary:
                return Find(info.ElementType!, [.. within, type]) is { } each ? new(false, [], each) : null;
            case JsonTypeInfoKind.Object:
                var properties = info.Properties
                    .Select(p => (Encoding.UTF8.GetBytes(p.Name), IsMarked(type, p) ? new PersonalFields(true, [], null) : Find(p.PropertyType, [.. within, type])))
                    .Where(p => p.Item2 is not null)
                    .ToArray();
                return properties.Length > 0 ? new(false, properties!, null) : null;
            default:
                return null;
        }
    }

    // A record is marked where its parameters are.
    private static bool IsMarked(Type type, JsonPropertyInfo property) =>
        property.AttributeProvider is MemberInfo member
        && type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == member.Name && p.IsDefined(typeof(PersonalAttribute)));
}
