using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Npgsql;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Relaying;

/// <summary>The register whole, with its ledger in EventStoreDB: nobody who uses it can tell.</summary>
public sealed class RegisterOnEventStoreDbTests(RegisterOnEventStoreDb register) : IClassFixture<RegisterOnEventStoreDb>
{
    private readonly People _people = new(register);
    private readonly OperationsService.OperationsServiceClient _operator = new(register.InRole("operator"));
    private readonly RelayService.RelayServiceClient _relay = new(register.InRole("operator"));

    [Fact]
    public async Task Somebody_applies_is_granted_and_is_verified()
    {
        var number = await _people.Registered("whole", "Nadia Rahman");
        var entry = (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry;
        Assert.Equal("Nadia Rahman", entry.FullName);
    }

    [Fact]
    public async Task A_read_waits_for_the_version_that_its_caller_wrote()
    {
        var programme = (await _people.Accreditor.AccreditProgrammeAsync(
            new() { RequestId = People.NewRequest(), Programme = People.AProgramme("Read your write") })).Programme;
        var read = await _people.Accreditor.GetProgrammeAsync(new() { Name = programme.Name, MinimumVersion = 1 });
        Assert.Equal("Read your write", read.Programme.Title);
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_and_after_a_restart_has_one_effect()
    {
        var request = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme("Many at once") };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _people.Accreditor.AccreditProgrammeAsync(request).ResponseAsync));
        await register.Restart();

        var people = new People(register);
        Assert.Equal(await people.Accreditor.AccreditProgrammeAsync(request), Assert.Single(answers.Distinct()));
        Assert.Single((await people.Auditor.ListEventsAsync(new() { Parent = answers[0].Programme.Name })).Events);
    }

    [Fact]
    public async Task The_audit_history_and_the_ledger_tell_the_same_positions()
    {
        await _people.Registered("positions");
        var ledger = await CaughtUp();
        var read = await _people.Auditor.ReadEvents(new() { UntilPosition = ledger }).ResponseStream.ReadAllAsync().Select(r => r.Event).ToListAsync();
        var rows = new List<Event>();
        for (string? token = ""; token is not null;)
        {
            var page = await _people.Auditor.SearchEventsAsync(new() { PageSize = 1000, PageToken = token });
            rows.AddRange(page.Events);
            token = page.NextPageToken is { Length: > 0 } next ? next : null;
        }
        Assert.Equal(read.Select(e => (e.EventId, e.Position, e.Version)), rows.AsEnumerable().Reverse().Where(r => r.Position <= ledger).Select(e => (e.EventId, e.Position, e.Version)));
    }

    [Fact]
    public async Task Views_say_how_far_they_are_by_the_ledgers_positions()
    {
        await _people.Accredited();
        Assert.Equal(await CaughtUp(), (await _people.Auditor.GetLedgerAsync(new())).Ledger.LastPosition);
        await register.Readiness(isReady: true, "\"copiedPosition\"");
    }

    [Fact]
    public async Task Operators_see_how_far_the_relay_is_and_that_the_copy_is_the_same()
    {
        await _people.Accredited();
        var ledger = await CaughtUp();
        var relay = (await _relay.GetRelayAsync(new())).Relay;
        Assert.Equal(("", "", true), (relay.LedgerProblem, relay.RelayProblem, relay.CopiedPosition >= ledger));

        var status = await CommandLine.Run(register, "operator", null, "admin", "relay", "status");
        Assert.Equal((0, true), (status.ExitCode, status.Output.Contains("level", StringComparison.Ordinal)));
        var verify = await CommandLine.Run(register, "operator", null, "admin", "relay", "verify", "--json");
        Assert.Equal((0, ""), (verify.ExitCode, verify.Errors));
        Assert.Contains("\"sameCount\"", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_somebody_changed_is_found_out()
    {
        var programme = await _people.Accredited();
        await CaughtUp();
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var forge = source.CreateCommand("update register.mt_events set data = jsonb_set(data, '{title}', '\"Forged\"') where stream_id = $1");
        forge.Parameters.Add(new() { Value = programme.Name.Replace("programmes/", "programme-", StringComparison.Ordinal) });
        Assert.Equal(1, await forge.ExecuteNonQueryAsync());

        var verify = await CommandLine.Run(register, "operator", null, "admin", "relay", "verify");
        Assert.Equal(1, verify.ExitCode);
        Assert.Contains("another data", verify.Errors, StringComparison.Ordinal);
        Assert.Contains(programme.Name.Split('/')[1], verify.Errors, StringComparison.Ordinal);

        await using var mend = source.CreateCommand("update register.mt_events set data = jsonb_set(data, '{title}', to_jsonb($2::text)) where stream_id = $1");
        mend.Parameters.Add(new() { Value = programme.Name.Replace("programmes/", "programme-", StringComparison.Ordinal) });
        mend.Parameters.Add(new() { Value = programme.Title });
        await mend.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task How_far_the_relay_is_is_measured()
    {
        await _people.Accredited();
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name.StartsWith("register.relay.", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Equal(
            ["register.relay.behind", "register.relay.copied_position", "register.relay.events", "register.relay.ledger_position"],
            measured.Keys.Order());
    }

    [Fact]
    public async Task The_relay_survives_the_death_of_nodes_while_it_is_live()
    {
        for (var i = 0; i < 3; i++)
        {
            await _people.Accredited();
            register.Cluster.KillLeader();
            await _people.Accredited();
        }
        var last = (await _relay.VerifyRelay(new()).ResponseStream.ReadAllAsync().ToListAsync())[^1];
        Assert.Equal((true, ""), (last.Done, last.Difference));
    }

    // Every view is at the ledger's end.
    private async Task<long> CaughtUp()
    {
        var views = await Eventually.Get(
            () => _operator.ListViewsAsync(new()).ResponseAsync, r => r.Views.All(v => v.Position == v.LedgerPosition && v.Position > 0));
        return views.Views[0].LedgerPosition;
    }
}
