using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Canonical;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.EventStore.Personal;

namespace Register.Service.Tests.EventStore.Canonical;

/// <summary>The stored form is for ever, and another team's implementation agrees with ours: both are held to the same vectors (protos/README.md).</summary>
public sealed class VectorTests
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private static readonly Vectors Held = JsonSerializer.Deserialize<Vectors>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "EventStore", "Canonical", "stored-form-vectors.json")), CamelCase)!;

    public static TheoryData<string> Names => [.. Held.All.Select(v => v.Name)];

    public static TheoryData<string> RefusedNames => [.. Held.Refused.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_has_the_canonical_bytes_and_the_hash_of_its_vector(string name)
    {
        var vector = Of(name);
        Assert.Equal(vector.Canonical, Encoding.UTF8.GetString(CanonicalForm.Of(vector.Event())));
        Assert.Equal(vector.Sha256, CanonicalForm.Sha256(vector.Event()));
    }

    [Fact]
    public async Task What_PostgreSQL_makes_of_the_data_does_not_change_the_hash()
    {
        var kept = await CanonicalJsonTests.ThroughPostgres(Held.All.Select(v => v.Input.Data));
        Assert.Equal(Held.All.Select(v => v.Sha256), Held.All.Zip(kept, (v, data) => CanonicalForm.Sha256(v.Event(data))));
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void What_has_no_canonical_form_is_refused(string name)
    {
        var data = Held.Refused.Single(v => v.Name == name).Data;
        Assert.ThrowsAny<JsonException>(() => CanonicalForm.Of(Held.All[0].Event(data)));
    }

    [Fact]
    public void Sealed_values_are_AES_256_GCM_bound_to_their_stream_their_event_and_their_field()
    {
        var vector = Held.All.Single(v => v.Key is not null);
        Assert.NotEmpty(vector.Values!);
        Assert.All(vector.Values!, value =>
        {
            Assert.Equal($"{vector.Input.Stream}\n{vector.Input.Type}\n{value.Path}", value.AssociatedData);
            var (nonce, plain) = (Convert.FromBase64String(value.Nonce), Encoding.UTF8.GetBytes(value.PlainText));
            byte[] text = new byte[plain.Length], tag = new byte[16];
            using var aes = new AesGcm(Convert.FromBase64String(vector.Key!), tag.Length);
            aes.Encrypt(nonce, plain, text, tag, Encoding.UTF8.GetBytes(value.AssociatedData));
            Assert.Equal(value.Sealed, Convert.ToBase64String([.. nonce, .. text, .. tag]));
        });
    }

    [Fact]
    public void Sealed_values_open_in_their_place_and_are_erased_without_their_key()
    {
        var vector = Held.All.Single(v => v.Key is not null);
        using var sealing = new Sealing(Convert.FromBase64String(vector.Key!));
        var data = Encoding.UTF8.GetBytes(vector.Input.Data);
        var place = $"{vector.Input.Stream}\n{vector.Input.Type}\n";
        Assert.Equal(vector.Opened, Encoding.UTF8.GetString(SealedJson.OpenAll(data, (_, value, path) => sealing.Open(value, Encoding.UTF8.GetBytes(place + path))).Span));
        Assert.Equal(vector.Erased, Encoding.UTF8.GetString(SealedJson.OpenAll(data, (_, _, _) => null).Span));
    }

    [Fact]
    public void Every_kind_of_event_of_the_register_has_a_canonical_form() => Assert.All(
        StoredFormTests.Samples,
        sample => CanonicalForm.Of(Held.All[0].Event(JsonSerializer.Serialize(sample, sample.GetType(), EventJson.Options))));

    [Fact]
    public void Whatever_counts_in_an_event_changes_the_hash_and_the_position_and_the_trace_do_not()
    {
        var e = Of("all of the metadata, and an instant in another zone; the trace is left out").Event();
        var m = e.Event.Metadata;
        LedgerEvent With(EventMetadata metadata) => e with { Event = e.Event with { Metadata = metadata } };
        LedgerEvent[] others =
        [
            e with { Stream = new("case", "other") }, e with { Version = 2 }, e with { Event = e.Event with { Id = Guid.Empty } },
            e with { Event = e.Event with { Name = "other" } }, e with { Event = e.Event with { Data = "{}"u8.ToArray() } },
            With(m with { RequestId = Guid.Empty }), With(m with { Command = "other" }), With(m with { RecordedAt = m.RecordedAt.AddMicroseconds(1) }),
            With(m with { CorrelationId = "other" }), With(m with { CausationId = null }), With(m with { Actor = m.Actor with { Subject = "other" } }),
            With(m with { Actor = m.Actor with { Role = "other" } }), With(m with { Actor = m.Actor with { Organisation = null } }),
        ];
        Assert.Equal(others.Length + 1, others.Append(e).Select(CanonicalForm.Sha256).Distinct().Count());
        Assert.Equal(CanonicalForm.Sha256(e), CanonicalForm.Sha256(With(m with { TraceParent = null }) with { Position = 99 }));
    }

    private static Vector Of(string name) => Held.All.Single(v => v.Name == name);

    private sealed record Vectors([property: System.Text.Json.Serialization.JsonPropertyName("vectors")] IReadOnlyList<Vector> All, IReadOnlyList<Refusal> Refused);

    private sealed record Refusal(string Name, string Data);

    private sealed record Vector(
        string Name, Input Input, string Canonical, string Sha256, string? Key, IReadOnlyList<SealedValue>? Values, string? Opened, string? Erased)
    {
        public LedgerEvent Event(string? data = null) => new(
            StreamId.Parse(Input.Stream), Input.Version, 7, new(Input.Id, Input.Type, Encoding.UTF8.GetBytes(data ?? Input.Data), Input.Metadata.Of()));
    }

    private sealed record Input(string Stream, long Version, Guid Id, string Type, string Data, MetadataInput Metadata);

    private sealed record MetadataInput(
        Guid RequestId, string Command, string Actor, string Role, string? Organisation, DateTimeOffset RecordedAt, string CorrelationId, Guid? CausationId, string? TraceParent)
    {
        public EventMetadata Of() => new(RequestId, Command, new(Actor, Role, Organisation), RecordedAt, CorrelationId, CausationId, TraceParent);
    }

    private sealed record SealedValue(string Path, string PlainText, string Nonce, string AssociatedData, string Sealed);
}
