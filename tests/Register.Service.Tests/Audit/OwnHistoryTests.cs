using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Register.Service.Tests.FitnessToPractise;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Audit;

/// <summary>An auditor who is on the register: nobody reads of their own case, by whatever way (R28).</summary>
public sealed class OwnHistoryTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact] // R28
    public async Task The_history_of_ones_own_case_is_not_there_by_any_way_of_asking()
    {
        const string Subject = "auditor-with-a-case";
        var own = Auditor(Subject);
        var work = CaseWork.In(register);
        await work.Raised(await _people.Registered(Subject));
        Assert.NotEmpty((await _people.Auditor.ListEventsAsync(new() { Parent = work.Name })).Events);

        await own.ListEventsAsync(new() { Parent = work.Name }).Refused(StatusCode.NotFound, "NO_HISTORY");
        await own.GetStateAsync(new() { Name = work.Name }).Refused(StatusCode.NotFound, "NO_HISTORY");
        await own.CompareStatesAsync(new() { Name = work.Name, StartTime = new Timestamp { Seconds = 1 } }).Refused(StatusCode.NotFound, "NO_HISTORY");
        foreach (var follow in new[] { false, true })
            Assert.Equal((StatusCode.NotFound, "NO_HISTORY"), await Refusal(own, new() { Parent = work.Name, Follow = follow }));
    }

    [Fact] // R28: their entry holds what their cases come to
    public async Task Ones_own_record_is_for_another_auditor_whether_or_not_there_is_a_case()
    {
        const string Subject = "auditor-without-a-case";
        var own = Auditor(Subject);
        var name = $"registrants/{await _people.Registered(Subject)}";
        await own.ListEventsAsync(new() { Parent = name }).Refused(StatusCode.PermissionDenied, "OWN_RECORD");
        await own.GetStateAsync(new() { Name = name }).Refused(StatusCode.PermissionDenied, "OWN_RECORD");
        await own.CompareStatesAsync(new() { Name = name, StartTime = new Timestamp { Seconds = 1 } }).Refused(StatusCode.PermissionDenied, "OWN_RECORD");
        Assert.Equal((StatusCode.PermissionDenied, "OWN_RECORD"), await Refusal(own, new() { Parent = name }));

        var another = $"registrants/{await _people.Registered("audited-by-a-colleague")}";
        Assert.NotEmpty((await own.ListEventsAsync(new() { Parent = another })).Events);
        Assert.Equal(another, (await own.GetStateAsync(new() { Name = another })).State.Name);
    }

    [Fact] // R28: a copy with something left out would prove nothing, and what is left out would tell
    public async Task The_whole_ledger_is_for_auditors_who_are_not_in_it()
    {
        const string Subject = "auditor-of-everything";
        var own = Auditor(Subject);
        await own.ReadEvents(new()).ResponseStream.ReadAllAsync().CountAsync();
        await _people.Registered(Subject);
        foreach (var follow in new[] { false, true })
            Assert.Equal((StatusCode.PermissionDenied, "OWN_RECORD"), await Eventually.Get(() => Refusal(own, new() { Follow = follow }), r => r.Reason is not null));

        var client = new AuditorsClient(register);
        var folder = Path.Combine(Path.GetTempPath(), $"register-export-{Guid.NewGuid():N}");
        Assert.Contains("OWN_RECORD", (await client.By("auditor", Subject, "audit", "export", "--to", folder)).Failed(3), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact] // R28
    public async Task A_case_that_is_followed_ends_with_the_event_that_makes_it_ones_own()
    {
        const string Subject = "auditor-who-follows";
        var number = await _people.Registered(Subject);
        var work = CaseWork.In(register);
        await work.Raised(number: null);
        using var read = Auditor(Subject).ReadEvents(new() { Parent = work.Name, Follow = true });
        Assert.True(await read.ResponseStream.MoveNext(CancellationToken.None));
        await work.Officer.AttachRegistrantAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Registrant = $"registrants/{number}" });
        var end = await Assert.ThrowsAsync<RpcException>(() => read.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((StatusCode.NotFound, "NO_HISTORY"), (end.StatusCode, end.Reason()));
    }

    [Fact] // R28
    public async Task A_search_finds_neither_ones_own_entry_nor_ones_own_case_not_even_by_its_pages()
    {
        const string Subject = "auditor-who-searches";
        var number = await _people.Registered(Subject);
        var work = CaseWork.In(register);
        await work.Raised(number);
        await work.Officer.TriageCaseAsync(new() { RequestId = People.NewRequest(), Name = work.Name, ThresholdMet = true, Reasons = "Serious, if true." });
        var search = new SearchEventsRequest { Type = "case-triaged", PageSize = 1000 };
        await Eventually.Get(() => Found(_people.Auditor, search), found => found.Contains(work.Name));
        var own = await Eventually.Get(() => Found(Auditor(Subject), search), found => !found.Contains(work.Name));
        Assert.DoesNotContain(work.Name, own);
        var everything = new SearchEventsRequest { PageSize = 1000 };
        Assert.Contains($"registrants/{number}", await Found(_people.Auditor, everything));
        Assert.DoesNotContain($"registrants/{number}", await Found(Auditor(Subject), everything));
    }

    [Fact] // R28, R34
    public async Task Who_looked_at_ones_own_record_is_told_as_to_every_registrant()
    {
        const string Subject = "auditor-who-was-read";
        var name = $"registrants/{await _people.Registered(Subject)}";
        await new RegistrationService.RegistrationServiceClient(register.InRole("ftp-officer", "fay")).GetRegistrantAsync(new() { Name = name });
        var reads = (await new ReadLogService.ReadLogServiceClient(register.InRole("auditor", Subject)).ListReadsAsync(new() { Parent = name })).Reads;
        Assert.Equal(("officer", "", ""), (reads[0].Role, reads[0].Subject, reads[0].Method));
    }

    private AuditService.AuditServiceClient Auditor(string subject) => new(register.InRole("auditor", subject));

    private static async Task<(StatusCode Status, string? Reason)> Refusal(AuditService.AuditServiceClient auditor, ReadEventsRequest request)
    {
        using var read = auditor.ReadEvents(request);
        try
        {
            await read.ResponseStream.MoveNext(CancellationToken.None);
            return (StatusCode.OK, null);
        }
        catch (RpcException refusal)
        {
            return (refusal.StatusCode, refusal.Reason());
        }
    }

    private static async Task<IReadOnlyList<string>> Found(AuditService.AuditServiceClient auditor, SearchEventsRequest request) =>
        [.. (await auditor.SearchEventsAsync(request)).Events.Select(e => e.Resource)];
}
