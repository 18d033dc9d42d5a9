using System.Text.Json.Serialization.Metadata;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Personal;
using Snapshooter.Xunit;

namespace Register.Service.Tests.Keys;

/// <summary>Which texts of events are kept in clear: a list to be read by whoever answers for personal data, and no other is.</summary>
public sealed class PersonalFieldsTests
{
    [Fact]
    public void What_is_stored_in_clear_is_what_the_list_says() => // R37
        Snapshot.Match(string.Join('\n', EventTypes.All.OrderBy(e => e.Value, StringComparer.Ordinal).SelectMany(e => TextsInClear(e.Key, e.Value))), "texts-in-clear");

    [Fact]
    public void Only_texts_and_dates_are_marked_for_only_they_have_a_form_that_says_erased() =>
        Assert.Empty(
            from type in typeof(PersonalAttribute).Assembly.GetTypes()
            from parameter in type.GetConstructors().SelectMany(c => c.GetParameters())
            where parameter.IsDefined(typeof(PersonalAttribute), inherit: false)
            where parameter.ParameterType != typeof(string) && parameter.ParameterType != typeof(DateOnly)
            select $"{type.Name}.{parameter.Name}");

    private static IEnumerable<string> TextsInClear(Type type, string path)
    {
        var info = EventJson.Options.GetTypeInfo(type);
        if (info.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
            return TextsInClear(info.ElementType!, $"{path}[]");
        if (info.Kind == JsonTypeInfoKind.None)
            return type == typeof(string) ? [path] : [];
        var personal = type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Where(p => p.IsDefined(typeof(PersonalAttribute), inherit: false))
            .Select(p => p.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return info.Properties.Where(p => !personal.Contains(p.Name)).SelectMany(p => TextsInClear(p.PropertyType, $"{path}/{p.Name}"));
    }
}
