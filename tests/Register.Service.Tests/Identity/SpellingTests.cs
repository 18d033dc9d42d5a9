using Npgsql;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.Service.Identity;
using Register.Service.Tests.EventStore;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Identity;

/// <summary>A person is found by identity and not by chance of spelling (R14).</summary>
public sealed class SpellingTests : IAsyncLifetime
{
    private static readonly DateOnly Born = new(1995, 2, 28);
    private NpgsqlDataSource _database = null!;

    public async Task InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory] // R14
    [InlineData("Zoë O'Brien", "Zoe O’Brien")]
    [InlineData("Zoë O'Brien", "zoe obrien")]
    [InlineData("Zoë O'Brien", "O'BRIEN, Zoë")]
    [InlineData("Zoe\u0308 O'Brien", "Zoë O'Brien")]
    [InlineData("Anne-Marie Müller", "Müller Anne Marie")]
    [InlineData("Łukasz Żółć", "Lukasz Zolc")]
    [InlineData("Đặng Thị Hoa", "Dang Thi Hoa")]
    [InlineData("  Suharti ", "SUHARTI")]
    public async Task The_same_person_spelled_in_different_ways_is_one(string one, string other) =>
        Assert.Equal(await Identity(one, Born), await Identity(other, Born));

    [Theory] // R14
    [InlineData("Amy Brown", "May Brown")]
    [InlineData("Zoë O'Brien", "Zoë O'Brian")]
    [InlineData("李小青", "李小红")]
    [InlineData("Ann Lee", "Ann Lee Ann")]
    public async Task Different_names_are_different_people(string one, string other) =>
        Assert.NotEqual(await Identity(one, Born), await Identity(other, Born));

    [Fact] // R14
    public async Task The_same_name_with_another_date_of_birth_is_another_person()
    {
        var leapDay = new DateOnly(1996, 2, 29);
        Assert.Equal(await Identity("Zoë O'Brien", leapDay), await Identity("Zoe O'Brien", leapDay));
        Assert.NotEqual(await Identity("Zoë O'Brien", leapDay), await Identity("Zoë O'Brien", leapDay.AddDays(1)));
        Assert.NotEqual(await Identity("Zoë O'Brien", leapDay), await Identity("Zoë O'Brien", leapDay.AddDays(-1)));
    }

    private ValueTask<IdentityId> Identity(string name, DateOnly born) =>
        new IdentityHash(new(_database, KeysOfTheRun.Master)).Of(new PersonDetails(name, born, "someone@example.org"));
}
