using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Register.EventStore.Ledger;

namespace Register.EventStore.Canonical;

/// <summary>An event as the same bytes wherever it is kept: a ledger may reorder, space and spell its JSON as it likes. The format is in protos/README.md.</summary>
/// <remarks>What two ledgers hold is compared by this and by nothing else. Personal data is in it as it is sealed, so the hash outlives an erasure (R37).
/// The position is not in it, which every ledger gives anew, and neither is the trace of the call: it is for those who run the register, and no record.</remarks>
public static class CanonicalForm
{
    // PostgreSQL keeps microseconds, and so does every instant of the register's.
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The canonical bytes of an event: RFC 8785 JSON, UTF-8.</summary>
    /// <exception cref="JsonException">Its data has no canonical form: a property twice, a text that is not Unicode, a number that no double has.</exception>
    public static byte[] Of(LedgerEvent e)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("stream", e.Stream.ToString());
            json.WriteNumber("version", e.Version);
            json.WriteString("id", e.Event.Id);
            json.WriteString("type", e.Event.Name);
            json.WritePropertyName("data");
            json.WriteRawValue(e.Event.Data.Span, skipInputValidation: true);
            json.WritePropertyName("metadata");
            Write(e.Event.Metadata, json);
            json.WriteEndObject();
        }
        return CanonicalJson.Of(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), numbersAreKept: true);
    }

    /// <summary>The SHA-256 of the canonical bytes, in small hexadecimal digits.</summary>
    /// <exception cref="JsonException">As for <see cref="Of"/>.</exception>
    public static string Sha256(LedgerEvent e) => Convert.ToHexStringLower(SHA256.HashData(Of(e)));

    private static void Write(EventMetadata metadata, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("requestId", metadata.RequestId);
        json.WriteString("command", metadata.Command);
        json.WriteString("actor", metadata.Actor.Subject);
        json.WriteString("role", metadata.Actor.Role);
        if (metadata.Actor.Organisation is { } organisation)
            json.WriteString("organisation", organisation);
        json.WriteString("recordedAt", metadata.RecordedAt.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        json.WriteString("correlationId", metadata.CorrelationId);
        if (metadata.CausationId is { } causation)
            json.WriteString("causationId", causation);
        json.WriteEndObject();
    }
}
