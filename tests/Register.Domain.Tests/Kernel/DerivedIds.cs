using CsCheck;

namespace Register.Domain.Tests.Kernel;

public sealed class DerivedIds
{
    private static readonly Gen<string> Purposes = Gen.String[Gen.Char['\u0020', '\u04FF'], 0, 40];

    [Theory]
    [InlineData("00112233-4455-6677-8899-aabbccddeeff", "grant", "b60607b1-65d9-822f-a2d4-22bf892c426b")]
    [InlineData("00112233-4455-6677-8899-aabbccddeeff", "décision", "ef827411-0234-8222-8475-a61f6b7902e2")]
    public void An_id_derived_years_ago_is_derived_today(string source, string purpose, string derived) =>
        Assert.Equal(Guid.Parse(derived), DerivedId.From(Guid.Parse(source), purpose));

    [Fact]
    public void The_same_source_and_purpose_derive_the_same_id() =>
        Gen.Select(Gen.Guid, Purposes).Sample((source, purpose) =>
            DerivedId.From(source, purpose) == DerivedId.From(new Guid(source.ToByteArray()), new string(purpose.AsSpan())));

    [Fact]
    public void Distinct_purposes_derive_distinct_ids() =>
        Gen.Select(Gen.Guid, Purposes, Purposes).Sample((source, one, other) =>
            (DerivedId.From(source, one) == DerivedId.From(source, other)) == (one == other));

    [Fact]
    public void Distinct_sources_derive_distinct_ids() =>
        Gen.Select(Gen.Guid, Gen.Guid, Purposes).Sample((one, other, purpose) =>
            (DerivedId.From(one, purpose) == DerivedId.From(other, purpose)) == (one == other));

    [Fact]
    public void A_derived_id_says_that_it_is_one_of_version_8_in_the_RFC_variant() =>
        Gen.Select(Gen.Guid, Purposes).Sample((source, purpose) =>
        {
            var id = DerivedId.From(source, purpose);
            Assert.Equal(8, id.Version);
            Assert.Equal(0b10, id.Variant >> 2);
        });
}
