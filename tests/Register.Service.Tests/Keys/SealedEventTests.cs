using System.Text;
using Npgsql;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.EventStore;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.Service.Tests.EventStore;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Keys;

/// <summary>What a ledger holds of a person, and who can read it (R36, R37).</summary>
public sealed class SealedEventTests
{
    private static readonly EventMetadata Metadata = new(
        Guid.NewGuid(), "SubmitApplication", new Actor("applicant-1", Roles.Applicant, null), DateTimeOffset.UnixEpoch, "correlation");

    private static readonly ApplicationEvent.Submitted Submitted = new(
        "applicant-1", EntryRoute.UkApproved, new("Zoë O’Brien-李", new DateOnly(1995, 2, 28), "zoe@example.org"), "Carlisle", null,
        new("A caution, spent.", "Asthma.", true, true), "FEE-1", new DateOnly(2026, 11, 23), DateTimeOffset.UnixEpoch);

    public static TheoryData<string> Names() => [.. StoredFormTests.Samples.Select(EventTypes.NameOf)];

    [Fact]
    public async Task Who_a_person_is_and_what_they_declare_is_sealed_and_what_is_no_secret_is_not() // R37
    {
        var (stored, _) = await Stored();
        var text = Encoding.UTF8.GetString(stored.Data.Span);
        Assert.DoesNotContain("Brien", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1995-02-28", text, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Asthma", text, StringComparison.Ordinal);
        Assert.Contains("\"practiceTown\":\"Carlisle\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_text_is_left_as_it_is_for_its_length_would_tell() // R37
    {
        var nothing = Submitted with { Declarations = new("", "", true, true) };
        var keys = await KeysOfTheRun.Get();
        var stored = new EventForm(keys).Store(
            new ApplicationId(Guid.NewGuid()).Stream, new(Guid.NewGuid(), nothing, Metadata), await keys.New(CancellationToken.None));
        var text = Encoding.UTF8.GetString(stored.Data.Span);
        Assert.Contains("\"health\":\"\"", text, StringComparison.Ordinal);
        Assert.Contains("\"fullName\":{\"$key\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_kind_of_event_is_read_as_it_was_before_it_was_sealed(string name)
    {
        var keys = await KeysOfTheRun.Get();
        var sample = StoredFormTests.Samples.Single(s => EventTypes.NameOf(s) == name);
        var stream = new ApplicationId(Guid.NewGuid()).Stream;
        var stored = new EventForm(keys).Store(stream, new(Guid.NewGuid(), sample, Metadata), await keys.New(CancellationToken.None));
        var read = await new EventForm(keys).Read(new(stream, 1, 1, stored), CancellationToken.None);
        Assert.Equal(Json(sample), Json(read.Data));
    }

    [Fact]
    public async Task What_is_moved_to_another_stream_or_another_kind_of_event_or_another_field_does_not_open() // R37
    {
        var (stored, stream) = await Stored();
        var form = new EventForm(await KeysOfTheRun.Get());

        await Assert.ThrowsAsync<UnreadableEventException>(async () => await form.DataOf(stored.Id, "application-another", stored.Name, stored.Data, CancellationToken.None));
        await Assert.ThrowsAsync<UnreadableEventException>(async () => await form.DataOf(stored.Id, stream.ToString(), "application-withdrawn", stored.Data, CancellationToken.None));

        var swapped = Encoding.UTF8.GetString(stored.Data.Span)
            .Replace("\"character\":", "\"x\":", StringComparison.Ordinal)
            .Replace("\"health\":", "\"character\":", StringComparison.Ordinal)
            .Replace("\"x\":", "\"health\":", StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnreadableEventException>(
            async () => await form.DataOf(stored.Id, stream.ToString(), stored.Name, Encoding.UTF8.GetBytes(swapped), CancellationToken.None));
    }

    [Fact]
    public async Task When_the_key_is_destroyed_what_it_sealed_shows_as_erased_and_the_rest_stays() // R36
    {
        var (stored, stream) = await Stored();
        var keys = await KeysOfTheRun.Get();
        var id = long.Parse(Encoding.UTF8.GetString(stored.Data.Span).Split("\"$key\":")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
        await keys.Destroy([id], CancellationToken.None);

        var read = (ApplicationEvent.Submitted)await new EventForm(keys).DataOf(stored.Id, stream.ToString(), stored.Name, stored.Data, CancellationToken.None);
        Assert.Equal(new PersonDetails(Erased.Text, Erased.Date, Erased.Text), read.Person);
        Assert.Equal(new Declarations(Erased.Text, Erased.Text, true, true), read.Declarations);
        Assert.Equal(("Carlisle", "FEE-1"), (read.PracticeTown, read.FeeReference));
    }

    [Fact]
    public async Task What_was_opened_before_its_key_was_destroyed_is_not_shown_after() // R36
    {
        var keys = await KeysOfTheRun.Get();
        var (form, stream) = (new EventForm(keys), new ApplicationId(Guid.NewGuid()).Stream);
        var key = await keys.New(CancellationToken.None);
        var stored = form.Store(stream, new(Guid.NewGuid(), Submitted, Metadata), key);
        Assert.Equal(Submitted.Person, (await Read()).Person);

        await keys.Destroy([key.Id], CancellationToken.None);
        Assert.Equal(new PersonDetails(Erased.Text, Erased.Date, Erased.Text), (await Read()).Person);

        async Task<ApplicationEvent.Submitted> Read() =>
            (ApplicationEvent.Submitted)await form.DataOf(stored.Id, stream.ToString(), stored.Name, stored.Data, CancellationToken.None);
    }

    [Fact] // an append whose answer was lost may have been stored, and be decided anew under the same id
    public async Task What_is_stored_is_read_also_when_something_else_was_to_be_stored_under_its_id()
    {
        var keys = await KeysOfTheRun.Get();
        var (form, stream, id) = (new EventForm(keys), new ApplicationId(Guid.NewGuid()).Stream, Guid.NewGuid());
        var key = await keys.New(CancellationToken.None);
        var first = form.Store(stream, new(id, Submitted, Metadata), key);
        form.Store(stream, new(id, Submitted with { PracticeTown = "Leeds" }, Metadata), key);

        var read = (ApplicationEvent.Submitted)await form.DataOf(id, stream.ToString(), first.Name, first.Data, CancellationToken.None);
        Assert.Equal("Carlisle", read.PracticeTown);
    }

    [Fact] // R37: the instance that sealed it, too
    public async Task An_audit_reads_what_is_stored_and_not_what_is_remembered()
    {
        var keys = await KeysOfTheRun.Get();
        var (form, stream) = (new EventForm(keys), new ApplicationId(Guid.NewGuid()).Stream);
        var stored = form.Store(stream, new(Guid.NewGuid(), Submitted, Metadata), await keys.New(CancellationToken.None));
        var changed = Encoding.UTF8.GetString(stored.Data.Span).Replace("Carlisle", "Leeds", StringComparison.Ordinal);
        var read = await form.ReadAnew(new(stream, 1, 1, stored with { Data = Encoding.UTF8.GetBytes(changed) }), CancellationToken.None);
        Assert.Equal("Leeds", ((ApplicationEvent.Submitted)read.Data).PracticeTown);

        await Assert.ThrowsAsync<UnreadableEventException>(
            async () => await form.DataOf(stored.Id, "application-another", stored.Name, stored.Data, CancellationToken.None));
    }

    [Fact] // NIST SP 800-38D: with one key, no nonce twice
    public async Task Each_text_that_a_key_seals_has_a_nonce_of_its_own()
    {
        var keys = await KeysOfTheRun.Get();
        var (form, stream, key) = (new EventForm(keys), new ApplicationId(Guid.NewGuid()).Stream, await keys.New(CancellationToken.None));
        var nonces = Enumerable.Range(0, 100)
            .Select(_ => Encoding.UTF8.GetString(form.Store(stream, new(Guid.NewGuid(), Submitted, Metadata), key).Data.Span))
            .SelectMany(text => text.Split("\"$sealed\":\"").Skip(1))
            .Select(value => Convert.ToHexString(Convert.FromBase64String(value.Split('"')[0])[..12]))
            .ToList();
        Assert.Equal(500, nonces.Count);
        Assert.Distinct(nonces);
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_no_erasure() // R36
    {
        var (stored, stream) = await Stored();
        await using var empty = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
        using var none = new PersonKeys(empty, MasterKeyFile.Open(Path.Combine(Directory.CreateTempSubdirectory("register-test-").FullName, "master.key")));
        await Assert.ThrowsAsync<MasterKeyException>(
            async () => await new EventForm(none).DataOf(stored.Id, stream.ToString(), stored.Name, stored.Data, CancellationToken.None));
    }

    [Fact]
    public async Task When_the_master_key_changes_keys_are_wrapped_anew_and_events_stay_as_they_are()
    {
        await using var database = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
        var master = MasterKeyFile.Open(Path.Combine(Directory.CreateTempSubdirectory("register-test-").FullName, "master.key"));
        using var keys = new PersonKeys(database, master);
        var (first, destroyed) = (await keys.New(CancellationToken.None), await keys.New(CancellationToken.None));
        await keys.Destroy([destroyed.Id], CancellationToken.None);
        var before = master.Current;

        master.Add();
        Assert.Equal(PersonKeys.BlockSize - 1, await keys.WrapAnew(CancellationToken.None));
        Assert.Equal(0, await keys.WrapAnew(CancellationToken.None));
        master.ForgetAllBut([]);

        using var again = new PersonKeys(database, master);
        Assert.Equal(first.Secret, (await again.Find(first.Id, CancellationToken.None))!.Secret);
        Assert.Null(await again.Find(destroyed.Id, CancellationToken.None));
        var counts = await again.Count(CancellationToken.None);
        Assert.Equal((PersonKeys.BlockSize, 1), (counts.All, counts.Destroyed));
        Assert.Equal([master.Current], counts.ByMaster.Keys);
        Assert.NotEqual(before, master.Current);
    }

    [Fact]
    public async Task Keys_are_on_record_under_the_master_key_that_wrapped_them_when_it_changes_at_that_moment()
    {
        await using var database = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
        var master = MasterKeyFile.Open(Path.Combine(Directory.CreateTempSubdirectory("register-test-").FullName, "master.key"));
        using var keys = new PersonKeys(database, new ChangedAtTheLastMoment(master));
        var first = await keys.New(CancellationToken.None);
        for (var changes = 0; await keys.WrapAnew(CancellationToken.None) == 0; changes++)
        {
            Assert.True(changes < 10, "Nothing is wrapped anew, however often the master key changes.");
            master.Add();
        }

        using var again = new PersonKeys(database, master);
        Assert.Equal(first.Secret, (await again.Find(first.Id, CancellationToken.None))!.Secret);
    }

    [Fact] // R37: what was sealed with it is in the ledger still, and would be lost for good
    public async Task The_number_of_a_key_is_not_given_out_again_by_a_database_that_was_put_back()
    {
        await using var database = NpgsqlDataSource.Create(await PostgresOfTheRun.NewDatabase());
        var master = MasterKeyFile.Open(Path.Combine(Directory.CreateTempSubdirectory("register-test-").FullName, "master.key"));
        using var keys = new PersonKeys(database, master);
        var before = await keys.New(CancellationToken.None);
        await using (var putBack = database.CreateCommand("drop schema keys cascade"))
            await putBack.ExecuteNonQueryAsync();

        using var again = new PersonKeys(database, master);
        var after = new HashSet<long>();
        for (var i = 0; i < PersonKeys.BlockSize; i++)
            after.Add((await again.New(CancellationToken.None)).Id);
        Assert.DoesNotContain(before.Id, after);
        Assert.Equal(PersonKeys.BlockSize, after.Count);
    }

    private static string Json(object data) => System.Text.Json.JsonSerializer.Serialize(data, data.GetType(), EventJson.Options);

    private static async Task<(StoredEvent Stored, StreamId Stream)> Stored()
    {
        var keys = await KeysOfTheRun.Get();
        var stream = new ApplicationId(Guid.NewGuid()).Stream;
        return (new EventForm(keys).Store(stream, new(Guid.NewGuid(), Submitted, Metadata), await keys.New(CancellationToken.None)), stream);
    }

    /// <summary>Another instance adds a master key just before each wrapping.</summary>
    private sealed class ChangedAtTheLastMoment(MasterKeyFile file) : IMasterKey
    {
        private int _changes = 3;

        public string Current => file.Current;

        public bool Knows(string id) => file.Knows(id);

        public bool TryAdd() => file.TryAdd();

        public bool TryForgetAllBut(IReadOnlyCollection<string> wrapping) => file.TryForgetAllBut(wrapping);

        public ValueTask<IReadOnlyList<WrappedKey>> Wrap(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
        {
            if (_changes-- > 0)
                file.Add();
            return file.Wrap(keys, cancellation);
        }

        public ValueTask<IReadOnlyList<PersonKey>> Unwrap(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation) => file.Unwrap(keys, cancellation);

        public ValueTask<WrappedOwnKey> Wrap(OwnKey key, CancellationToken cancellation) => file.Wrap(key, cancellation);

        public ValueTask<OwnKey> Unwrap(WrappedOwnKey key, CancellationToken cancellation) => file.Unwrap(key, cancellation);
    }
}
