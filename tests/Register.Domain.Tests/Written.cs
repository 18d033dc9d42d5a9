using System.Text.Json;
using System.Text.Json.Serialization;

namespace Register.Domain.Tests;

/// <summary>Records written out as text, to be compared whole: an immutable array inside a record is only equal to itself.</summary>
internal static class Written
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static string Out(object record) => $"{record.GetType().Name} {JsonSerializer.Serialize(record, record.GetType(), Options)}";
}
