using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Register.Domain.Registration;
using Register.Service.Reads;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using Log = Register.Service.Reads.ReadLog;
using ReadLogClient = Sonographer.Register.V1.ReadLogService.ReadLogServiceClient;

namespace Register.Service.Tests.Reads;

/// <summary>Who read a registrant's record is written down, and the registrant can see it (R34).</summary>
public sealed class ReadLogTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    // Fields that name a registrant by their nature; others do so by the reference they declare, to registrants or to resources of any kind.
    private static readonly string[] Naming = ["registration_number", "registrants", "selected", "resource"];

    private readonly ReadLogClient _auditor = new(register.InRole("auditor"));

    [Fact] // R34
    public void Every_rpc_that_is_not_public_logs_whose_record_it_reads_or_says_why_it_reads_nobodys()
    {
        var reads = register.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName.StartsWith("sonographer.", StringComparison.Ordinal) == true)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>()!.Roles != Domain.Roles.Applicant)
            .Select(e => (Endpoint: e, Messages: Messages(e.Metadata.GetMetadata<GrpcMethodMetadata>()!)))
            .Where(rpc => rpc.Messages.Request.FindFieldByName("request_id") is null)
            .ToList();
        Assert.True(reads.Count > 20);

        var silent = reads.Where(rpc => !(
            rpc.Endpoint.Metadata.GetMetadata<ReadsNobodyAttribute>() is { Reason.Length: > 10 }
            || rpc.Endpoint.Metadata.GetMetadata<LogsItsReadsAttribute>() is not null
            || Names(rpc.Messages.Request, []) || Names(rpc.Messages.Response, [])));
        Assert.Equal("", string.Join("\n", silent.Select(rpc => rpc.Endpoint.DisplayName)));
    }

    [Fact] // R34
    public async Task A_registrant_sees_who_read_their_record_when_and_what_for_newest_first()
    {
        var zoe = await OnTheRegister.Enter(register, "watched");
        var version = await Version(zoe);
        await Get(zoe.Number, "registrar", "ada", "a letter came back");
        await Roster("RR8", "starter checks", (zoe.Number, ""));
        await Get(zoe.Number, "ftp-officer", "fay");
        await Get(zoe.Number, "auditor", "ann", "Prüfung 2026");

        var own = await Own(zoe);
        Assert.Equal(
            [("auditor", "", "Prüfung 2026"), ("officer", "", "the register's own work"), ("employer", "RR8", "starter checks"), ("officer", "", "the register's own work")],
            own.Select(r => (r.Role, r.Organisation, r.Purpose)).Take(4));
        Assert.All(own, r => Assert.True(r.Subject.Length == 0 && r.Method.Length == 0 && r.ReadTime.ToDateTimeOffset() <= register.Clock.GetUtcNow()));

        // A read is no event.
        Assert.Equal(version, await Version(zoe));
    }

    private static async Task<long> Version(OnTheRegister zoe) =>
        (await zoe.Registrants.GetRegistrantAsync(new() { Name = zoe.Name, MinimumVersion = 1 })).Registrant.Version;

    [Fact] // R34
    public async Task An_auditor_sees_all_of_it_page_by_page()
    {
        var zoe = await OnTheRegister.Enter(register, "audited");
        await Get(zoe.Number, "ftp-officer", "fay");
        await Get(zoe.Number, "registrar", "ada", "a letter came back");

        var first = await _auditor.ListReadsAsync(new() { Parent = zoe.Name, PageSize = 1 });
        var read = Assert.Single(first.Reads);
        Assert.Equal(
            ("registrar", "ada", "RegistrationService.GetRegistrant", "a letter came back"), (read.Role, read.Subject, read.Method, read.Purpose));

        var second = Assert.Single((await _auditor.ListReadsAsync(new() { Parent = zoe.Name, PageSize = 1, PageToken = first.NextPageToken })).Reads);
        Assert.Equal(("ftp-officer", "fay", "fitness to practise"), (second.Role, second.Subject, second.Purpose));

        // Looking into the log is a read as well.
        Assert.Contains("ReadLogService.ListReads", (await Reads(zoe.Number)).Select(r => r.By.Method));
    }

    [Fact] // R34
    public async Task The_log_of_another_does_not_exist_for_a_registrant()
    {
        var zoe = await OnTheRegister.Enter(register, "private");
        var other = new ReadLogClient(register.InRole("applicant", "curious"));
        await other.ListReadsAsync(new() { Parent = zoe.Name }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await _auditor.ListReadsAsync(new() { Parent = "registrants/SON999999" }).Refused(StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        await new ReadLogClient(register.InRole("registrar")).ListReadsAsync(new() { Parent = zoe.Name }).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
    }

    [Fact] // R34
    public async Task A_roster_is_logged_row_by_row_where_it_tells_of_somebody()
    {
        var zoe = await OnTheRegister.Enter(register, "on-a-roster");
        var before = (await Reads(zoe.Number)).Count;
        await Roster("RR8", null, (zoe.Number, ""), (zoe.Number, "Somebody Else"), ("SON999999", ""), ("nonsense", ""));
        await Roster("RR9", null, (zoe.Number, "Somebody Else"));

        // That the number is another's is told, so it is logged; a number twice on a roster is logged once or twice, as its rows came in.
        Assert.Equal(["RR9", "RR8"], (await Reads(zoe.Number)).SkipLast(before).Select(r => r.By.Actor.Organisation).Distinct());
        Assert.All((await Reads(zoe.Number)).SkipLast(before), r => Assert.Equal(("VerificationService.VerifyRoster", "employment"), (r.By.Method, r.By.Purpose)));
        Assert.Empty(await Reads("SON999999"));
    }

    [Fact] // R34
    public async Task What_is_public_one_s_own_or_a_change_is_no_logged_read_and_nor_is_what_was_not_answered()
    {
        var zoe = await OnTheRegister.Enter(register, "unwatched");
        await zoe.Public(1);
        await zoe.FoundByThePublic("unwatched");
        await Get(zoe.Number, "applicant", zoe.Subject);
        await zoe.Self.GetOwnRecordAsync(new());
        await zoe.Self.ChangePracticeTownAsync(new() { RequestId = People.NewRequest(), Name = zoe.Name, PracticeTown = "Kendal" });
        await new RegistrationService.RegistrationServiceClient(register.InRole("registrar"))
            .GetRegistrantAsync(new() { Name = zoe.Name, AsAt = new() { Year = 1 } }).Refused(StatusCode.InvalidArgument, "NOT_A_DATE");
        Assert.DoesNotContain(await Reads(zoe.Number), r => r.By.Method != "ApplicationsService.GetApplication");
    }

    [Fact] // R34
    public async Task Whatever_part_of_a_record_is_read_it_is_logged()
    {
        var zoe = await OnTheRegister.Enter(register, "in-parts");
        var application = (await Get(zoe.Number, "registrar", "ada")).Application;
        var officer = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("ftp-officer"));
        await new PracticeService.PracticeServiceClient(register.InRole("registrar")).GetPracticeAsync(new() { Registrant = zoe.Name });
        await new RenewalService.RenewalServiceClient(register.InRole("registrar")).GetTenureAsync(new() { Name = $"{zoe.Name}/tenure" });
        await new RenewalService.RenewalServiceClient(register.InRole("registrar")).ListNoticesAsync(new() { Parent = zoe.Name });
        await zoe.Registrants.ListRegistrantsAsync(new() { Query = "in parts" });
        await new ApplicationsService.ApplicationsServiceClient(register.InRole("registrar")).GetApplicationAsync(new() { Name = application });
        await new DocumentsService.DocumentsServiceClient(register.InRole("registrar")).ListDocumentsAsync(new() { Parent = application });
        await new AuditService.AuditServiceClient(register.InRole("auditor")).ListEventsAsync(new() { Parent = zoe.Name });
        var concern = (await officer.RaiseConcernAsync(new()
        {
            RequestId = People.NewRequest(),
            Case = new() { Registrant = zoe.Name, Ground = Ground.Misconduct, Concern = "Reported by a colleague.", ReceivedOn = zoe.Day(0) },
        })).Case;
        await Eventually.Get(() => Case(officer, concern.Name), c => c is not null);
        await new AuditService.AuditServiceClient(register.InRole("auditor")).ListEventsAsync(new() { Parent = concern.Name });
        using (var events = new AuditService.AuditServiceClient(register.InRole("auditor")).ReadEvents(new()))
            await events.ResponseStream.ReadAllAsync().CountAsync();

        Assert.Equal(
            [
                "AuditService.ReadEvents", "AuditService.ListEvents", "FitnessToPractiseService.GetCase", "AuditService.ListEvents", "DocumentsService.ListDocuments", "ApplicationsService.GetApplication",
                "RegistrationService.ListRegistrants", "RenewalService.ListNotices", "RenewalService.GetTenure", "PracticeService.GetPractice",
                "RegistrationService.GetRegistrant",
            ],
            (await Reads(zoe.Number)).Select(r => r.By.Method).Take(11));
    }

    [Fact] // R34
    public async Task A_purpose_is_one_line_and_is_said_over_rest_as_well()
    {
        var zoe = await OnTheRegister.Enter(register, "over-rest");
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Get(zoe.Number, "registrar", "ada", "two\nlines"));
        Assert.Equal((StatusCode.InvalidArgument, "FORBIDDEN_CHARACTER"), (refusal.StatusCode, refusal.Reason()));
        await Assert.ThrowsAsync<RpcException>(() => Get(zoe.Number, "registrar", "ada", new string('x', 201)));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/{zoe.Name}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await register.Token("registrar", "ada"));
        request.Headers.Add("X-Purpose", "by%20telephone");
        (await register.Http.SendAsync(request)).EnsureSuccessStatusCode();
        Assert.Equal("by telephone", (await Reads(zoe.Number))[0].By.Purpose);
    }

    private static async Task<Case?> Case(FitnessToPractiseService.FitnessToPractiseServiceClient officer, string name)
    {
        try
        {
            return (await officer.GetCaseAsync(new() { Name = name })).Case;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound)
        {
            return null; // not in the view yet
        }
    }

    private async Task<Registrant> Get(string number, string role, string subject, string? purpose = null) =>
        (await new RegistrationService.RegistrationServiceClient(register.InRole(role, subject))
            .GetRegistrantAsync(new() { Name = $"registrants/{number}" }, Saying(purpose))).Registrant;

    private async Task Roster(string organisation, string? purpose, params (string Number, string Name)[] rows)
    {
        using var roster = new VerificationService.VerificationServiceClient(register.InRole("employer", "hr", organisation)).VerifyRoster(Saying(purpose));
        foreach (var (number, name) in rows)
            await roster.RequestStream.WriteAsync(new() { RegistrationNumber = number, FullName = name });
        await roster.RequestStream.CompleteAsync();
        Assert.Equal(rows.Length, await roster.ResponseStream.ReadAllAsync().CountAsync());
    }

    private static Metadata Saying(string? purpose) => purpose is null ? [] : new() { { "x-purpose", Uri.EscapeDataString(purpose) } };

    private async Task<IReadOnlyList<RecordRead>> Own(OnTheRegister somebody) =>
        (await new ReadLogClient(register.InRole("applicant", somebody.Subject)).ListReadsAsync(new() { Parent = somebody.Name })).Reads;

    private Task<IReadOnlyList<LoggedRead>> Reads(string number) =>
        register.Services.GetRequiredService<Log>().Of(RegistrationNumber.Parse(number, null), long.MaxValue, 1000, default);

    private static (MessageDescriptor Request, MessageDescriptor Response) Messages(GrpcMethodMetadata rpc)
    {
        var types = rpc.Method.GetType().GetGenericArguments();
        return (Descriptor(types[0]), Descriptor(types[1]));

        static MessageDescriptor Descriptor(Type type) => ((IMessage)Activator.CreateInstance(type)!).Descriptor;
    }

    private static bool Names(MessageDescriptor message, HashSet<MessageDescriptor> seen) => seen.Add(message) && message.Fields.InDeclarationOrder().Any(f =>
        f.FieldType is FieldType.Message
            ? Names(f.MessageType, seen)
            : Naming.Contains(f.Name) || f.GetOptions()?.GetExtension(Google.Api.ResourceExtensions.ResourceReference)?.Type is "register.sonographer/Registrant" or "*");
}
