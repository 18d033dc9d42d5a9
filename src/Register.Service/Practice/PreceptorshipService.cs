using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Practice;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Practice;
using Sonographer.Register.V1;

namespace Register.Service.Practice;

/// <summary>Preceptorship, and the departments endorsed for it.</summary>
public sealed class PreceptorshipService(CommandBus commands, ViewReader views, StreamStates streams, TimeProvider time)
    : Sonographer.Register.V1.PreceptorshipService.PreceptorshipServiceBase
{
    private const int MostCapabilities = 100;

    [Allow(Roles.Applicant, Roles.Employer, Roles.Registrar)]
    public override async Task<PlanPreceptorshipResponse> PlanPreceptorship(PlanPreceptorshipRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var plan = request.Preceptorship ?? new();
        var requestId = read.RequestId(request.RequestId);
        var number = read.Registrant(plan.Registrant, "preceptorship.registrant");
        var department = read.OdsCode("preceptorship.department", plan.Department);
        var from = read.Date("preceptorship.from", plan.From);
        if (plan.Capabilities.Count > MostCapabilities)
            read.Wrong("preceptorship.capabilities", "TOO_MANY", $"A plan names at most {MostCapabilities} capabilities.");
        var capabilities = plan.Capabilities.Take(MostCapabilities).Select((c, i) => read.Line($"preceptorship.capabilities[{i}]", c)).ToList();
        read.Done();

        var owner = await streams.OwnerOf(number, context);
        var endorsed = await streams.Refresh<DepartmentState, DepartmentEvent>(DepartmentState.StreamOf(department), context.CancellationToken);
        var id = new PreceptorshipId(DerivedId.From(requestId, "preceptorship"));
        var command = new PlanPreceptorship(id, owner, department, [.. capabilities], from, endorsed.State.IsEndorsedOn(from));
        var done = await commands.Send(command, requestId, context);
        return new() { Preceptorship = PreceptorshipMapping.ToProto(id.Stream, done.State, done.Version) };
    }

    [Allow(Roles.Applicant, Roles.Employer, Roles.Registrar, Roles.Auditor)]
    public override async Task<GetPreceptorshipResponse> GetPreceptorship(GetPreceptorshipRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<PreceptorshipId>("name", request.Name, "preceptorships");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        // Asked of the ledger, so that waiting for a version tells nobody that there is one of another's.
        if ((await Plan(id, context)).Plan is not { } plan || !await MaySee(plan, context))
            throw NotFound();
        var row = await views.Get<PreceptorshipView>(id.Stream, version, context.CancellationToken) ?? throw NotFound();
        return new() { Preceptorship = PreceptorshipMapping.ToProto(row) };
    }

    [Allow(Roles.Applicant, Roles.Employer, Roles.Registrar, Roles.Auditor)]
    public override async Task<ListPreceptorshipsResponse> ListPreceptorships(ListPreceptorshipsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        var ofOne = request.Registrant.Length > 0 || context.Is(Roles.Applicant);
        var number = ofOne ? read.Registrant(request.Registrant) : default;
        read.Done();

        var conditions = new List<Expression<Func<PreceptorshipView, bool>>>();
        if (ofOne)
        {
            Registrants.MustBeVisible(await streams.OwnerOf(number, context), context);
            var registrant = number.ToString();
            conditions.Add(p => p.Registrant == registrant);
        }
        if (context.Is(Roles.Employer))
        {
            var department = context.Actor().Organisation!;
            conditions.Add(p => p.Department == department);
        }
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new() { Preceptorships = { page.Rows.Select(PreceptorshipMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Employer, Roles.Registrar)]
    public override async Task<SignOffCapabilityResponse> SignOffCapability(SignOffCapabilityRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<PreceptorshipId>("name", request.Name, "preceptorships");
        var capability = read.Line("capability", request.Capability);
        var on = read.Date("on", request.On);
        read.Done();

        var done = await commands.Send(new SignOffCapability(id, capability, on, await Holder(id, context)), requestId, context);
        return new() { Preceptorship = PreceptorshipMapping.ToProto(id.Stream, done.State, done.Version) };
    }

    [Allow(Roles.Employer, Roles.Registrar)]
    public override async Task<CompletePreceptorshipResponse> CompletePreceptorship(CompletePreceptorshipRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<PreceptorshipId>("name", request.Name, "preceptorships");
        var on = read.Date("on", request.On);
        read.Done();

        var done = await commands.Send(new CompletePreceptorship(id, on, await Holder(id, context)), requestId, context);
        return new() { Preceptorship = PreceptorshipMapping.ToProto(id.Stream, done.State, done.Version) };
    }

    [Allow(Roles.Accreditor)]
    public override async Task<EndorseDepartmentResponse> EndorseDepartment(EndorseDepartmentRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var department = read.Resource<OdsCode>("name", request.Name, "departments");
        var from = read.Date("from", request.From);
        read.Done();

        var done = await commands.Send(new EndorseDepartment(department, from), requestId, context);
        return new() { Department = PreceptorshipMapping.ToProto(department, done.State, done.Version, Today) };
    }

    [Allow(Roles.Accreditor)]
    public override async Task<WithdrawEndorsementResponse> WithdrawEndorsement(WithdrawEndorsementRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var department = read.Resource<OdsCode>("name", request.Name, "departments");
        var reasons = read.Prose("reasons", request.Reasons);
        read.Done();

        var done = await commands.Send(new WithdrawEndorsement(department, reasons), requestId, context);
        return new() { Department = PreceptorshipMapping.ToProto(department, done.State, done.Version, Today) };
    }

    [Public]
    public override async Task<GetDepartmentResponse> GetDepartment(GetDepartmentRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var department = read.Resource<OdsCode>("name", request.Name, "departments");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        var row = await views.Get<DepartmentView>(DepartmentState.StreamOf(department), version, context.CancellationToken)
            ?? throw Problems.NotFound("DEPARTMENT_NOT_FOUND", "This department was never endorsed.");
        return new() { Department = PreceptorshipMapping.ToProto(department, row.State, row.Version, Today) };
    }

    private static RpcException NotFound() => Problems.NotFound("PRECEPTORSHIP_NOT_FOUND", "There is no such preceptorship.");

    private async Task<PreceptorshipState> Plan(PreceptorshipId id, ServerCallContext context) =>
        (await streams.Load<PreceptorshipState, PreceptorshipEvent>(id.Stream, assumeNew: false, context.CancellationToken)).State;

    private async Task<string?> Holder(PreceptorshipId id, ServerCallContext context) =>
        (await Plan(id, context)).Plan is { } plan ? (await streams.OwnerOf(plan.Registrant, context)).Holder : null;

    private async Task<bool> MaySee(PreceptorshipEvent.Planned plan, ServerCallContext context) =>
        context.Is(Roles.Applicant)
            ? (await streams.OwnerOf(plan.Registrant, context)).Holder == context.Actor().Subject
            : context.Is(Roles.Auditor) || PreceptorshipDecider.MayAct(plan, context.Actor());

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());
}
