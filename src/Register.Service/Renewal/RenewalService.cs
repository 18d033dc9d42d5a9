using System.Globalization;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Command = Register.Domain.ICommand<Register.Domain.Registration.RegistrantState, Register.Domain.Registration.RegistrantEvent>;
using CpdOutcome = Register.Domain.Registration.Tenure.CpdOutcome;

namespace Register.Service.Renewal;

/// <summary>Staying on the register, leaving it and coming back (R17-R21).</summary>
public sealed class RenewalService(CommandBus commands, ViewReader views, StreamStates streams, TimeProvider time)
    : Sonographer.Register.V1.RenewalService.RenewalServiceBase
{
    private const int LongestProfile = 20_000;
    private const int PageSize = 1000;

    [Allow(Roles.Applicant, Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<GetTenureResponse> GetTenure(GetTenureRequest request, ServerCallContext context)
    {
        const string Suffix = "/tenure";
        var read = new RequestReader();
        var whole = request.Name.EndsWith(Suffix, StringComparison.Ordinal);
        if (!whole)
            read.Wrong("name", "NOT_A_NAME", "This name is registrants/{registration number}/tenure.");
        var number = whole ? read.Resource<RegistrationNumber>("name", request.Name[..^Suffix.Length], "registrants") : default;
        read.Done();

        var stream = await Entry(number, context);
        return new() { Tenure = TenureMapping.ToProto(stream.State, stream.Version, Today) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<RenewResponse> Renew(RenewRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var fee = read.Prose("fee_reference", request.FeeReference, longest: 64, required: false);
        read.Done();

        return new() { Tenure = await ToOwn(number, new Renew(number, request.Declared, fee), requestId, context) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<LeaveRegisterResponse> LeaveRegister(LeaveRegisterRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        read.Done();

        return new() { Tenure = await ToOwn(number, new LeaveRegister(number), requestId, context) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<ReadmitShortlyResponse> ReadmitShortly(ReadmitShortlyRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var fee = read.Prose("fee_reference", request.FeeReference, longest: 64, required: false);
        read.Done();

        return new() { Tenure = await ToOwn(number, new ReadmitShortly(number, request.Declared, fee), requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RemoveForCpdResponse> RemoveForCpd(RemoveForCpdRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Tenure = await Send(new RemoveForCpd(number, reasons), requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<RecordDeathResponse> RecordDeath(RecordDeathRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var diedOn = read.Date("died_on", request.DiedOn);
        read.Done();

        return new() { Tenure = await Send(new RecordDeath(number, diedOn), requestId, context) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<SubmitCpdProfileResponse> SubmitCpdProfile(SubmitCpdProfileRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var profile = read.Prose("profile", request.Profile, LongestProfile);
        read.Done();

        return new() { Tenure = await ToOwn(number, new SubmitCpdProfile(number, profile), requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<DecideCpdAuditResponse> DecideCpdAudit(DecideCpdAuditRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var outcome = read.Word<CpdOutcome>("outcome", request.Outcome);
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Tenure = await Send(new DecideCpdAudit(number, outcome, reasons), requestId, context) };
    }

    [Allow(Roles.Applicant)]
    public override async Task<AppealCpdOutcomeResponse> AppealCpdOutcome(AppealCpdOutcomeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var grounds = read.Prose("grounds", request.Grounds);
        read.Done();

        return new() { Tenure = await ToOwn(number, new AppealCpdOutcome(number, grounds), requestId, context) };
    }

    [Allow(Roles.Registrar)]
    public override async Task<DecideCpdAppealResponse> DecideCpdAppeal(DecideCpdAppealRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var decision = read.Word<AppealDecision>("decision", request.Decision);
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        return new() { Tenure = await Send(new DecideCpdAppeal(number, decision == AppealDecision.Allowed, reasons), requestId, context) };
    }

    [Allow(Roles.Registrar, Roles.Auditor)]
    public override async Task<ListCpdAuditsResponse> ListCpdAudits(ListCpdAuditsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        read.Done();

        var page = await views.List<RegisterEntry>([e => e.CpdAuditOpen != null], size, token, context.CancellationToken);
        return new()
        {
            CpdAudits = { page.Rows.Select(row => TenureMapping.ToProto(row.State.Tenure.Audits[^1], row.State.Entry!.Number)) },
            NextPageToken = RequestReader.NextToken(page.NextToken),
        };
    }

    [Allow(Roles.Registrar, Roles.Auditor)]
    public override async Task<GetCpdDrawResponse> GetCpdDraw(GetCpdDrawRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        if (!DateOnly.TryParseExact(request.Name, "'cpdaudits/'yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var round))
            read.Wrong("name", "NOT_A_NAME", "This name is cpdaudits/{renewal date}, as in cpdaudits/2028-02-28.");
        read.Done();

        var stream = await streams.Load<CpdRoundState, CpdRoundEvent>(CpdRoundState.StreamOf(round), assumeNew: false, context.CancellationToken);
        return stream.State.Draw is { } draw
            ? new() { CpdDraw = TenureMapping.ToProto(draw) }
            : throw Problems.NotFound("CPD_DRAW_NOT_FOUND", "No CPD audit was drawn for that renewal date.");
    }

    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor)]
    public override async Task<ListNoticesResponse> ListNotices(ListNoticesRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var number = read.Resource<RegistrationNumber>("parent", request.Parent, "registrants");
        read.Done();

        var stream = await Entry(number, context);
        return new() { Notices = { stream.State.Tenure.Notices.Select(TenureMapping.ToProto) } };
    }

    [Allow(Roles.Registrar)]
    [ReadsNobody("Counts of a round.")]
    public override async Task<GetRenewalDashboardResponse> GetRenewalDashboard(GetRenewalDashboardRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var asAt = read.OptionalDate("as_at", request.AsAt) ?? Today;
        var regime = LegalRegime.On(asAt);
        var round = read.OptionalDate("round", request.Round) ?? regime.PeriodEnd(asAt);
        if (round != regime.PeriodEnd(round))
            read.Wrong("round", "NOT_A_RENEWAL_DATE", $"The next renewal date from that day on is {regime.PeriodEnd(round):yyyy-MM-dd} (R17).");
        read.Done();

        var counted = RenewalRound.Count(round, asAt, []);
        string? token = null;
        do
        {
            var page = await views.List<RegisterEntry>([], PageSize, token, context.CancellationToken);
            counted = counted.And(RenewalRound.Count(round, asAt, [.. page.Rows.Select(row => row.State.Tenure)]));
            token = page.NextToken;
        }
        while (token is not null);
        return new() { Dashboard = TenureMapping.ToProto(counted, asAt) };
    }

    private async Task<Tenure> ToOwn(RegistrationNumber number, Command command, Guid requestId, ServerCallContext context)
    {
        await Entry(number, context);
        return await Send(command, requestId, context);
    }

    private async Task<Tenure> Send(Command command, Guid requestId, ServerCallContext context)
    {
        var done = await commands.Send(command, requestId, context);
        return TenureMapping.ToProto(done.State, done.Version, Today);
    }

    // Another's entry does not exist for an applicant.
    private async Task<Folded<RegistrantState, RegistrantEvent>> Entry(RegistrationNumber number, ServerCallContext context)
    {
        var stream = await streams.Refresh<RegistrantState, RegistrantEvent>(number.Stream, context.CancellationToken);
        return stream.State.Entry is { } entry && (!context.Is(Roles.Applicant) || entry.Applicant == context.Actor().Subject)
            ? stream
            : throw Problems.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");
    }

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());
}
