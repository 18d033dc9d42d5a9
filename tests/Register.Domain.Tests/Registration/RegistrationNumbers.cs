using System.Text.RegularExpressions;
using CsCheck;
using Register.Domain.Registration;

namespace Register.Domain.Tests.Registration;

public sealed partial class RegistrationNumbers
{
    [Theory] // R16
    [InlineData("SON1", 1)]
    [InlineData("SON10", 10)]
    [InlineData("SON4711", 4711)]
    [InlineData("SON100000", 100_000)]
    [InlineData("SON999999", 999_999)]
    public void A_registration_number_is_SON_and_up_to_six_digits(string written, int value) =>
        Assert.Equal(new RegistrationNumber(value), RegistrationNumber.Parse(written, null));

    [Theory] // R16
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SON")]
    [InlineData("4711")]
    [InlineData("son4711")]
    [InlineData("Son4711")]
    [InlineData("SON 4711")]
    [InlineData(" SON4711")]
    [InlineData("SON4711 ")]
    [InlineData("SON4711\n")]
    [InlineData("SON1\0")]
    [InlineData("SON+4711")]
    [InlineData("SON-4711")]
    [InlineData("SON4,711")]
    [InlineData("SON47.0")]
    [InlineData("SON0x1F")]
    [InlineData("SONIC")]
    [InlineData("RAD4711")]
    public void Nothing_else_is_a_registration_number(string? written) => IsNone(written);

    [Theory] // R16
    [InlineData("SON0")]
    [InlineData("SON01")]
    [InlineData("SON004711")]
    [InlineData("SON000000")]
    public void A_registration_number_is_never_padded_with_zeros(string written) => IsNone(written);

    [Theory] // R16
    [InlineData("SON1000000")]
    [InlineData("SON1234567")]
    [InlineData("SON99999999999")]
    public void Seven_digits_are_too_many(string written) => IsNone(written);

    [Theory] // R16
    [InlineData("SON４７１１")]
    [InlineData("SON٤٧١١")]
    [InlineData("ＳＯＮ4711")]
    public void Digits_and_letters_of_other_scripts_are_not_those_of_a_registration_number(string written) => IsNone(written);

    [Theory] // R16
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void There_is_no_registration_number_below_1_or_above_999999(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegistrationNumber(value));

    [Fact] // R16
    public void A_registration_number_is_read_as_it_is_written() =>
        Gen.Int[1, RegistrationNumber.MaxValue].Select(value => new RegistrationNumber(value))
            .Sample(number => RegistrationNumber.Parse(number.ToString(), null) == number);

    [Fact] // R16
    public void Whatever_is_read_as_a_registration_number_has_its_one_spelling() =>
        Gen.Frequency(
                (3, Gen.String[Gen.Char["0123456789"], 0, 8].Select(digits => "SON" + digits)),
                (1, Gen.String[Gen.Char["SONson019 +-"], 0, 10]))
            .Sample(written => RegistrationNumber.TryParse(written, null, out _) == Spelling().IsMatch(written));

    [GeneratedRegex(@"^SON[1-9][0-9]{0,5}\z")]
    private static partial Regex Spelling();

    private static void IsNone(string? written)
    {
        Assert.False(RegistrationNumber.TryParse(written, null, out _));
        Assert.Throws<FormatException>(() => RegistrationNumber.Parse(written!, null));
    }
}
