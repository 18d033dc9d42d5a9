using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;

namespace Register.Domain.Tests.Kernel;

public sealed class NamesOfThings
{
    private const string Canonical = "0b6f1a52-8f0f-4c55-9a5e-2f3f0d1c7a10";

    private static readonly Guid Value = Guid.Parse(Canonical);

    [Fact]
    public void Each_thing_has_a_stream_named_by_its_kind_and_id() =>
        Assert.Equal(
            [$"programme-{Canonical}", $"application-{Canonical}", $"case-{Canonical}", "registrant-SON12", "numbers-registration"],
            new[]
            {
                new ProgrammeId(Value).Stream,
                new ApplicationId(Value).Stream,
                new CaseId(Value).Stream,
                new RegistrationNumber(12).Stream,
                RegistrationNumbersState.Stream,
            }.Select(stream => stream.ToString()));

    [Fact]
    public void An_id_is_read_as_it_is_written()
    {
        Assert.Equal((true, new ProgrammeId(Value)), (ProgrammeId.TryParse(Canonical, null, out var programme), programme));
        Assert.Equal((true, new ApplicationId(Value)), (ApplicationId.TryParse(Canonical, null, out var application), application));
        Assert.Equal((true, new CaseId(Value)), (CaseId.TryParse(Canonical, null, out var @case), @case));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0B6F1A52-8F0F-4C55-9A5E-2F3F0D1C7A10")]
    [InlineData("0b6f1a528f0f4c559a5e2f3f0d1c7a10")]
    [InlineData("{0b6f1a52-8f0f-4c55-9a5e-2f3f0d1c7a10}")]
    [InlineData(" 0b6f1a52-8f0f-4c55-9a5e-2f3f0d1c7a10")]
    [InlineData("0b6f1a52-8f0f-4c55-9a5e-2f3f0d1c7a1")]
    public void One_thing_has_one_name_and_no_other_spelling_of_it(string? name)
    {
        Assert.False(ProgrammeId.TryParse(name, null, out _));
        Assert.ThrowsAny<Exception>(() => ProgrammeId.Parse(name!, null));
        Assert.False(ApplicationId.TryParse(name, null, out _));
        Assert.False(CaseId.TryParse(name, null, out _));
    }

    [Theory]
    [InlineData("registrant-SON12", "registrant", "SON12")]
    [InlineData($"case-{Canonical}", "case", Canonical)]
    public void The_category_of_a_stream_is_everything_before_the_first_hyphen(string name, string category, string id)
    {
        Assert.Equal(new StreamId(category, id), StreamId.Parse(name));
        Assert.Equal(name, StreamId.Parse(name).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("registrant")]
    [InlineData("-SON12")]
    public void A_stream_without_a_category_has_no_name(string name) => Assert.Throws<FormatException>(() => StreamId.Parse(name));
}
