using System.Globalization;
using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Identity;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Audit;
using Sonographer.Register.V1;

namespace Register.Service.Audit;

/// <summary>The history as it was recorded (R1 to R3).</summary>
public sealed class AuditService(IEventStore store, ViewReader views) : Sonographer.Register.V1.AuditService.AuditServiceBase
{
    [Allow(Roles.Auditor)]
    public override async Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var stream = Stream(read, request.Parent);
        var size = read.PageSize(request.PageSize, @default: 100);
        if (!int.TryParse(read.PageToken(request.PageToken) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            read.Wrong("page_token", "NOT_A_TOKEN", "A page token is what the page before gave.");
        read.Done();

        var events = await store.ReadStream(stream, after + 1, context.CancellationToken)
            .Take(size + 1)
            .ToListAsync(context.CancellationToken);
        if (events.Count == 0 && after == 0)
            throw Problems.NotFound("NO_HISTORY", "There is no history under this name.");
        return new()
        {
            Events = { events.Take(size).Select(EventMapping.ToProto) },
            NextPageToken = RequestReader.NextToken(events.Count > size ? events[size - 1].Version.ToString(CultureInfo.InvariantCulture) : null),
        };
    }

    [Allow(Roles.Auditor)]
    public override async Task<SearchEventsResponse> SearchEvents(SearchEventsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize, @default: 100);
        var token = read.PageToken(request.PageToken);
        var conditions = new List<Expression<Func<AuditEntry, bool>>>();
        if (request.Actor.Length > 0)
        {
            var actor = read.Line("actor", request.Actor);
            conditions.Add(e => e.Actor == actor);
        }
        if (request.Type.Length > 0)
        {
            var type = read.Code("type", request.Type);
            conditions.Add(e => e.Type == type);
        }
        if (read.OptionalInstant("start_time", request.StartTime) is { } start)
            conditions.Add(e => e.RecordedAt >= start);
        if (read.OptionalInstant("end_time", request.EndTime) is { } end)
            conditions.Add(e => e.RecordedAt < end);
        read.Done();

        var page = await views.List(conditions, size, token, context.CancellationToken, Order.Descending);
        return new() { Events = { page.Rows.Select(EventMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Auditor)]
    public override async Task ReadEvents(ReadEventsRequest request, IServerStreamWriter<ReadEventsResponse> responseStream, ServerCallContext context)
    {
        var read = new RequestReader();
        if (request.AfterPosition < 0)
            read.Wrong("after_position", "NEGATIVE", "A position is not negative.");
        read.Done();

        var events = request.Follow
            ? store.SubscribeAll(request.AfterPosition, context.CancellationToken)
            : store.ReadAll(request.AfterPosition, context.CancellationToken);
        await foreach (var e in events)
            await responseStream.WriteAsync(new() { Event = EventMapping.ToProto(e) }, context.CancellationToken);
    }

    private static StreamId Stream(RequestReader read, string parent) => parent.Split('/')[0] switch
    {
        "programmes" => read.Resource<ProgrammeId>("parent", parent, "programmes").Stream,
        "apprenticeships" => read.Resource<ApprenticeshipId>("parent", parent, "apprenticeships").Stream,
        "applications" => read.Resource<ApplicationId>("parent", parent, "applications").Stream,
        "numbers" when parent == EventMapping.Numbers => RegistrationNumbersState.Stream,
        "identities" => read.Resource<IdentityId>("parent", parent, "identities").Stream,
        "cpdaudits" when DateOnly.TryParseExact(parent, "'cpdaudits/'yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var round) =>
            CpdRoundState.StreamOf(round),
        "cases" => read.Resource<CaseId>("parent", parent, "cases").Stream,
        "practices" => PracticeState.StreamOf(read.Resource<RegistrationNumber>("parent", parent, "practices")),
        "preceptorships" => read.Resource<PreceptorshipId>("parent", parent, "preceptorships").Stream,
        "departments" => DepartmentState.StreamOf(read.Resource<OdsCode>("parent", parent, "departments")),
        _ => read.Resource<RegistrationNumber>("parent", parent, "registrants").Stream,
    };
}
