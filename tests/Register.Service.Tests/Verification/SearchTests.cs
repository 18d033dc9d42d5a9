using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Register.Service.Tests.Running;
using Register.Views.Registration;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Verification;

/// <summary>A register in which a few people have names alike.</summary>
public sealed class RegisterOfNames : RunningRegister
{
    public IReadOnlyDictionary<string, string> NumberOf { get; private set; } = new Dictionary<string, string>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var people = new People(this);
        string[] names = ["Jane Smith", "Janet Smithson", "Jayne Smyth", "Zoë O'Brien", "Łucja Wiśniewska-Al-Masri", "Suharti", "林 小青"];
        var numbers = new Dictionary<string, string>();
        foreach (var name in names)
            numbers[name] = await people.Registered($"subject-{numbers.Count}", name);
        NumberOf = numbers;
        foreach (var name in names)
            await Eventually.Get(() => people.Public.SearchRegisterAsync(new() { Query = name }).ResponseAsync, found => found.Entries.Count > 0);
    }
}

/// <summary>Search by name.</summary>
public sealed class SearchTests(RegisterOfNames register) : IClassFixture<RegisterOfNames>
{
    private readonly VerificationService.VerificationServiceClient _public = new(register.Anyone);

    [Theory]
    [InlineData("zoe obrien", "Zoë O'Brien")]
    [InlineData("O’BRIEN Zoë", "Zoë O'Brien")]
    [InlineData("lucja al masri", "Łucja Wiśniewska-Al-Masri")]
    [InlineData("al-masri wisniewska", "Łucja Wiśniewska-Al-Masri")]
    [InlineData("suh", "Suharti")]
    [InlineData("Lin Xiao", "林 小青")]
    [InlineData("smithson jan", "Janet Smithson")]
    [InlineData("wisniewksa", "Łucja Wiśniewska-Al-Masri")]
    [InlineData("suhatri", "Suharti")]
    [InlineData("obrein zeo", "Zoë O'Brien")]
    [InlineData("janett smitson", "Janet Smithson")]
    public async Task A_name_is_found_without_accents_in_any_order_by_beginnings_and_in_spite_of_small_typos(string query, string name) =>
        Assert.Equal(register.NumberOf[name], (await Found(query))[0].RegistrationNumber);

    [Fact]
    public async Task The_best_matches_come_first()
    {
        Assert.Equal(["Jane Smith", "Janet Smithson", "Jayne Smyth"], (await Found("smith jane")).Select(e => e.FullName));
        Assert.Equal("Jayne Smyth", (await Found("jayne smyth"))[0].FullName);
    }

    [Theory]
    [InlineData("somebody else entirely")]
    [InlineData("Смитсон")]
    [InlineData("zoe & !smith | a:*")]
    [InlineData("'); drop table names.word; --")]
    public async Task Who_is_not_there_is_not_found_whatever_is_asked(string query) => Assert.Empty(await Found(query));

    [Theory]
    [InlineData("z", "TOO_SHORT")]
    [InlineData("a b c d e f g h i", "TOO_MANY_WORDS")]
    [InlineData("…", "NOTHING_TO_READ")]
    public async Task A_query_that_says_nothing_or_too_much_is_refused(string query, string reason) =>
        await _public.SearchRegisterAsync(new() { Query = query }).Refused(StatusCode.InvalidArgument, reason);

    [Fact]
    public async Task Pages_are_the_whole_in_its_order()
    {
        var whole = await Found("smith jane");
        var pages = new List<PublicEntry>();
        var token = "";
        do
        {
            var page = await _public.SearchRegisterAsync(new() { Query = "smith jane", PageSize = 1, PageToken = token });
            pages.Add(Assert.Single(page.Entries));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(whole.Select(e => e.RegistrationNumber), pages.Select(e => e.RegistrationNumber));
    }

    [Fact]
    public async Task No_more_are_listed_than_may_be_however_far_a_token_reaches()
    {
        var search = register.Services.GetRequiredService<NameSearch>();
        var first = await search.Find(new(["jan"], MayBeMisspelt: true), NamesSearched.Current, most: 1, pageSize: 1, null, default);
        Assert.True(first.IsCut);
        Assert.Null(first.NextToken);
        Assert.Empty((await search.Find(new(["jan"], MayBeMisspelt: true), NamesSearched.Current, most: 1, pageSize: 1, "1|jane smith|x", default)).Ids);
        Assert.False((await search.Find(new(["jan"], MayBeMisspelt: true), NamesSearched.Current, most: 3, pageSize: 1, null, default)).IsCut);
    }

    [Fact]
    public async Task A_restart_leaves_the_indexes_as_they_are_and_takes_in_names_of_before()
    {
        var before = await Indexes();
        Assert.Equal(3, before.Count);
        await using (var source = NpgsqlDataSource.Create(register.ConnectionString))
        await using (var forget = source.CreateCommand("truncate names.word"))
            await forget.ExecuteNonQueryAsync();
        await register.Restart();

        Assert.Equal(before, await Indexes());
        var answer = await new VerificationService.VerificationServiceClient(register.Anyone).SearchRegisterAsync(new() { Query = "suhatri" });
        Assert.Equal("Suharti", Assert.Single(answer.Entries).FullName);
    }

    private async Task<IReadOnlyList<PublicEntry>> Found(string query) => (await _public.SearchRegisterAsync(new() { Query = query })).Entries;

    private async Task<IReadOnlyList<string>> Indexes()
    {
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var select = source.CreateCommand(
            "select oid || ' ' || relname from pg_class where relname in ('names_of_entry', 'all_names_of_registerentry', 'word_trigrams') order by relname");
        await using var reader = await select.ExecuteReaderAsync();
        var indexes = new List<string>();
        while (await reader.ReadAsync())
            indexes.Add(reader.GetString(0));
        return indexes;
    }
}
