using System.Text;
using System.Text.Json;
using CsCheck;
using Npgsql;
using NpgsqlTypes;
using Register.EventStore.Canonical;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.EventStore.Canonical;

/// <summary>One spelling for every JSON that says the same, as RFC 8785 has it.</summary>
public sealed class CanonicalJsonTests
{
    [Theory] // RFC 8785, appendix B
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_spelt_as_ECMAScript_spells_them(ulong bits, string expected)
    {
        var exact = BitConverter.UInt64BitsToDouble(bits).ToString("E17", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, Canonical(exact));
        Assert.Equal(expected, Canonical(expected));
    }

    [Fact] // RFC 8785, 3.2.2
    public void The_RFCs_example_is_spelt_as_it_says() => Assert.Equal(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
        Canonical("""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """));

    [Fact] // RFC 8785, 3.2.3
    public void Properties_are_in_the_order_of_their_UTF16_code_units() => Assert.Equal(
        ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
        JsonDocument.Parse(Canonical("""
            {
              "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """)).RootElement.EnumerateObject().Select(p => p.Value.GetString()));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        byte[] bytes = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Of(bytes));
    }

    [Fact]
    public async Task However_a_value_is_spelt_and_whatever_PostgreSQL_makes_of_it_its_bytes_are_the_same()
    {
        var spelt = new System.Collections.Concurrent.ConcurrentBag<(string Text, string Canonical)>();
        Gen.Int.Sample(
            seed =>
            {
                var one = new Spelling(seed, style: 1).Text;
                var canonical = Canonical(one);
                spelt.Add((one, canonical));
                return canonical == Canonical(new Spelling(seed, style: 2).Text) && canonical == Canonical(canonical);
            },
            iter: 500,
            print: seed => new Spelling(seed, style: 1).Text);

        var all = spelt.ToList();
        Assert.Contains(all, s => s.Canonical.Contains('.', StringComparison.Ordinal));
        Assert.Equal(all.Select(s => s.Canonical), (await ThroughPostgres(all.Select(s => s.Text))).Select(Canonical));
    }

    /// <summary>JSON as it comes back from a column of the type in which PostgreSQL keeps events.</summary>
    internal static async Task<List<string>> ThroughPostgres(IEnumerable<string> texts)
    {
        await using var database = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
        await using var select = database.CreateCommand("select data::text from unnest($1) with ordinality as t (data, place) order by place");
        select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb, Value = texts.ToArray() });
        await using var reader = await select.ExecuteReaderAsync();
        var kept = new List<string>();
        while (await reader.ReadAsync())
            kept.Add(reader.GetString(0));
        return kept;
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)));
}
