using System.Collections.Immutable;

namespace Register.Domain.Registration;

/// <summary>What holds from a day on, until something else does.</summary>
public sealed record Dated<T>(T Value, DateOnly From);

/// <summary>What held when: in order of their first days, each of which is another.</summary>
public static class DatedValues
{
    /// <summary>What held on a date; before the first day, what held first.</summary>
    public static T On<T>(this ImmutableArray<Dated<T>> values, DateOnly date) => (values.LastOrDefault(v => v.From <= date) ?? values[0]).Value;

    /// <summary>With one more; it takes the place of what held from the same day.</summary>
    public static ImmutableArray<Dated<T>> With<T>(this ImmutableArray<Dated<T>> values, T value, DateOnly from) =>
        [.. values.Where(v => v.From != from).Append(new(value, from)).OrderBy(v => v.From)];
}
