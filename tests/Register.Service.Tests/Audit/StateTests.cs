using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Audit;

/// <summary>What was known at an instant, what became known between two, and the narrative of it.</summary>
public sealed class StateTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly AuditService.AuditServiceClient _auditor = new(register.InRole("auditor"));

    [Fact] // R2, R3
    public async Task A_correction_changes_todays_state_and_not_what_was_known_and_is_the_whole_difference()
    {
        var zoe = await OnTheRegister.Enter(register, "corrected-for-the-auditor");
        await zoe.Officer.GrantAnnotationAsync(await zoe.Vascular(zoe.Day(-5)));
        var believed = Now;
        var wrong = Text(zoe.Day(-5));
        Tomorrow();
        await zoe.Officer.CorrectAnnotationAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = zoe.Name,
            AnnotationId = Annotation(await State(zoe.Name, believed)).Fields["id"].StringValue,
            StartDate = zoe.Day(-3),
            Reason = "The award was dated wrongly.",
        });

        Assert.Equal(wrong, Annotation(await State(zoe.Name, believed)).Fields["from"].StringValue);
        Assert.Equal(Text(zoe.Day(-3)), Annotation(await State(zoe.Name)).Fields["from"].StringValue);

        var comparison = await _auditor.CompareStatesAsync(new() { Name = zoe.Name, StartTime = believed });
        Assert.Equal(
            new Difference { Path = "/particulars/annotations/0/from", Kind = DifferenceKind.Changed, Before = Value.ForString(wrong), After = Value.ForString(Text(zoe.Day(-3))) },
            Assert.Single(comparison.Differences));
        Assert.Equal((zoe.Name, comparison.StartVersion + 1), (comparison.Resource, comparison.EndVersion));

        Assert.Empty((await _auditor.CompareStatesAsync(new() { Name = zoe.Name, StartTime = believed, EndTime = believed })).Differences);
    }

    [Fact] // R2
    public async Task A_registrants_status_is_that_of_the_date_from_what_was_known()
    {
        var zoe = await OnTheRegister.Enter(register, "left-for-the-auditor");
        var before = Now;
        Tomorrow();
        var self = new RenewalService.RenewalServiceClient(register.InRole("applicant", zoe.Subject));
        await self.LeaveRegisterAsync(new() { RequestId = People.NewRequest(), Name = zoe.Name });

        var today = await State(zoe.Name);
        Assert.Equal((RegistrationStatus.NotRegistered, zoe.Day(0)), (today.Registrant.Status, today.AsAt));
        Assert.Equal(RegistrationStatus.Registered, (await State(zoe.Name, asAt: zoe.Day(-1))).Registrant.Status);
        Assert.Equal(RegistrationStatus.Registered, (await State(zoe.Name, before)).Registrant.Status);
        Assert.Equal(RegistrationStatus.Registered, (await State(zoe.Name, before, zoe.Day(0))).Registrant.Status);
    }

    [Fact] // R3
    public async Task Everything_that_has_a_history_has_a_state_at_each_instant_of_it()
    {
        var zoe = await OnTheRegister.Enter(register, "with-states");
        var events = await _auditor.ReadEvents(new()).ResponseStream.ReadAllAsync().Select(answer => answer.Event).ToListAsync();
        Assert.Contains(events, e => e.Resource == zoe.Name);

        foreach (var resource in events.GroupBy(e => e.Resource))
        {
            var state = await State(resource.Key);
            Assert.Equal(resource.Count(), state.Version);
            Assert.NotEmpty(state.Data.Fields);
            var first = resource.Min(e => e.RecordTime)!;
            Assert.True((await State(resource.Key, first)).Version >= 1);
            var notYet = Timestamp.FromDateTimeOffset(first.ToDateTimeOffset().AddTicks(-10));
            await _auditor.GetStateAsync(new() { Name = resource.Key, AsKnownAt = notYet }).Refused(StatusCode.NotFound, "NO_HISTORY");

            // Before the first event nothing was known, so that everything there is was added.
            var comparison = await _auditor.CompareStatesAsync(new() { Name = resource.Key, StartTime = notYet });
            Assert.All(comparison.Differences, d => Assert.Equal(DifferenceKind.Added, d.Kind));
            Assert.Equal(state.Data.Fields.Keys.Order(), comparison.Differences.Select(d => d.Path[1..]).Order());
        }
    }

    [Fact]
    public async Task Everything_wrong_with_a_question_is_said_at_once()
    {
        var future = Timestamp.FromDateTimeOffset(register.Clock.GetUtcNow().AddDays(1));
        var state = await _auditor.GetStateAsync(new() { Name = "nothing/1", AsAt = new() { Year = 2026 }, AsKnownAt = future })
            .Refused(StatusCode.InvalidArgument, "NOT_A_NAME");
        Assert.Equal(["name", "as_at", "as_known_at"], state.Fields());

        var comparison = await _auditor.CompareStatesAsync(new() { Name = "registrants/SON0" }).Refused(StatusCode.InvalidArgument, "NOT_A_NAME");
        Assert.Equal(["name", "start_time"], comparison.Fields());
        await _auditor.CompareStatesAsync(new() { Name = "registrants/SON1", StartTime = Now, EndTime = new() { Seconds = 1 } })
            .Refused(StatusCode.InvalidArgument, "BEFORE_START");
        await _auditor.GetStateAsync(new() { Name = "registrants/SON999999" }).Refused(StatusCode.NotFound, "NO_HISTORY");

        var read = await Assert.ThrowsAsync<RpcException>(async () => await _auditor.ReadEvents(
            new() { Parent = "nothing/1", AfterPosition = -1, UntilPosition = 7, Follow = true }).ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(["parent", "after_position", "until_position"], read.Fields());
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await _auditor.ReadEvents(
            new() { Parent = "registrants/SON999999" }).ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((StatusCode.NotFound, "NO_HISTORY"), (unknown.StatusCode, unknown.Reason()));
    }

    [Theory]
    [InlineData("registrar")]
    [InlineData("ftp-officer")]
    [InlineData("panel")]
    [InlineData("applicant")]
    [InlineData("operator")]
    public async Task Only_an_auditor_may_ask(string role)
    {
        var somebody = new AuditService.AuditServiceClient(register.InRole(role, "somebody"));
        await somebody.GetStateAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await somebody.CompareStatesAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await somebody.GetLedgerAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
    }

    [Fact] // R37
    public async Task What_an_auditor_reads_of_a_person_is_in_no_log()
    {
        var zoe = await OnTheRegister.Enter(register, "unlogged", "Zoë Unlogged");
        Assert.Contains("Zoë Unlogged", (await State(zoe.Name)).Data.ToString(), StringComparison.Ordinal);
        var history = await _auditor.ListEventsAsync(new() { Parent = zoe.Name });
        Assert.Contains("Zoë Unlogged", history.Events[0].Narrative, StringComparison.Ordinal);
        Assert.DoesNotContain(register.Log.Lines, line => line.Contains("Unlogged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_is_answered_over_rest()
    {
        var zoe = await OnTheRegister.Enter(register, "over-rest");
        Assert.Contains("\"version\":", await Rest($"/v1/{zoe.Name}/state?as_at.year=2026&as_at.month=3&as_at.day=20"), StringComparison.Ordinal);
        Assert.Contains("DIFFERENCE_KIND_ADDED", await Rest($"/v1/{zoe.Name}/state:compare?start_time=2026-01-01T00:00:00Z"), StringComparison.Ordinal);
        Assert.Contains("lastPosition", await Rest("/v1/ledger"), StringComparison.Ordinal);
    }

    [Fact] // R1, R3
    public async Task The_client_tells_the_history_shows_a_state_and_compares_two()
    {
        var zoe = await OnTheRegister.Enter(register, "read-by-the-client", "Zoë O’Brien-李");
        var client = new AuditorsClient(register);
        var entered = Now;
        Tomorrow();
        await zoe.Self.ChangePracticeTownAsync(new() { RequestId = People.NewRequest(), Name = zoe.Name, PracticeTown = "Kendal" });

        var told = (await client.Register("audit", "history", zoe.Number, "--narrative")).Done().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await _auditor.ListEventsAsync(new() { Parent = zoe.Name })).Events.Select(e => e.Narrative), told);
        Assert.Contains($"the register entered Zoë O’Brien-李 on the register as {zoe.Number}", told[0], StringComparison.Ordinal);
        Assert.EndsWith($"(applicant) changed the town of practice to Kendal from {InSentence(zoe.Day(0))}.", told[^1], StringComparison.Ordinal);

        var state = (await client.Register("audit", "state", zoe.Number, "--as-known-at", entered.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture))).Done();
        Assert.Contains("/particulars/practiceTowns/0/value", state, StringComparison.Ordinal);
        Assert.DoesNotContain("Kendal", state, StringComparison.Ordinal);

        var diff = (await client.Register("audit", "diff", zoe.Number, "--from", entered.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture))).Done();
        Assert.Contains("/particulars/practiceTowns/1", diff, StringComparison.Ordinal);
        Assert.Contains("Kendal", diff, StringComparison.Ordinal);
        Assert.Contains("--from", (await client.Register("audit", "diff", zoe.Number)).Failed(2), StringComparison.Ordinal);
    }

    private Timestamp Now => Timestamp.FromDateTimeOffset(register.Clock.GetUtcNow());

    private void Tomorrow() => register.Clock.MoveTo(Domain.CivilTime.DateIn(register.Clock.GetUtcNow()).AddDays(1));

    private async Task<State> State(string name, Timestamp? knownAt = null, Google.Type.Date? asAt = null) =>
        (await _auditor.GetStateAsync(new() { Name = name, AsKnownAt = knownAt, AsAt = asAt })).State;

    private static Struct Annotation(State state) =>
        Assert.Single(state.Data.Fields["particulars"].StructValue.Fields["annotations"].ListValue.Values).StructValue;

    private static string Text(Google.Type.Date date) => $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";

    private static string InSentence(Google.Type.Date date) =>
        new DateOnly(date.Year, date.Month, date.Day).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private async Task<string> Rest(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await register.Token("auditor", "auditor-1"));
        using var answer = await register.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return text;
    }
}
