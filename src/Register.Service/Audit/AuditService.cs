using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Streams;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views;
using Register.Views.Audit;
using Sonographer.Register.V1;

namespace Register.Service.Audit;

/// <summary>The history as it was recorded (R1 to R3).</summary>
public sealed class AuditService(IEventStore store, StoredHistory history, StreamStates streams, ViewReader views, TimeProvider time)
    : Sonographer.Register.V1.AuditService.AuditServiceBase
{
    private readonly OwnHistory _own = new(streams, views);

    [Allow(Roles.Auditor)]
    public override async Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var stream = StreamKind.Read(read, "parent", request.Parent);
        var size = read.PageSize(request.PageSize, @default: 100);
        if (!int.TryParse(read.PageToken(request.PageToken) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            read.Wrong("page_token", "NOT_A_TOKEN", "A page token is what the page before gave.");
        read.Done();
        await _own.Refuse(stream, context);

        var events = await history.ReadStream(stream, after + 1, context.CancellationToken)
            .Take(size + 1)
            .ToListAsync(context.CancellationToken);
        if (events.Count == 0 && after == 0)
            throw OwnHistory.NoHistory();
        return new()
        {
            Events = { events.Take(size).Select(EventMapping.WithNarrative) },
            NextPageToken = RequestReader.NextToken(events.Count > size ? events[size - 1].Event.Version.ToString(CultureInfo.InvariantCulture) : null),
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
        conditions.AddRange(await _own.LeftOut(context));

        var page = await views.List(conditions, size, token, context.CancellationToken, Order.Descending);
        return new() { Events = { page.Rows.Select(EventMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Auditor)]
    public override async Task<GetStateResponse> GetState(GetStateRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var stream = StreamKind.Read(read, "name", request.Name);
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var instant = Known(read, "as_known_at", request.AsKnownAt);
        read.Done();
        await _own.Refuse(stream, context);

        var (state, version) = await StreamKind.Of(stream).AsKnownAt(streams, stream, instant, context.CancellationToken);
        if (version == 0)
            throw OwnHistory.NoHistory();
        return new() { State = StateMapping.ToProto(request.Name, state, version, instant, asAt ?? CivilTime.DateIn(instant)) };
    }

    [Allow(Roles.Auditor)]
    public override async Task<CompareStatesResponse> CompareStates(CompareStatesRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var stream = StreamKind.Read(read, "name", request.Name);
        if (request.StartTime is null)
            read.Wrong("start_time", "REQUIRED", "The earlier of the two instants is required.");
        var start = Known(read, "start_time", request.StartTime);
        var end = Known(read, "end_time", request.EndTime);
        if (end < start)
            read.Wrong("end_time", "BEFORE_START", "The later instant is not before the earlier one.");
        read.Done();
        await _own.Refuse(stream, context);

        var kind = StreamKind.Of(stream);
        var after = await kind.AsKnownAt(streams, stream, end, context.CancellationToken);
        if (after.Version == 0)
            throw OwnHistory.NoHistory();
        var before = await kind.AsKnownAt(streams, stream, start, context.CancellationToken);
        return new()
        {
            Differences = { StateMapping.Differences(before, after) },
            StartVersion = before.Version,
            EndVersion = after.Version,
            EndTime = end.ToProto(),
            Resource = request.Name,
        };
    }

    [ReadsNobody("How far the ledger has come.")]
    [Allow(Roles.Auditor)]
    public override async Task<GetLedgerResponse> GetLedger(GetLedgerRequest request, ServerCallContext context) =>
        new() { Ledger = new() { LastPosition = await store.LastPosition(context.CancellationToken) } };

    [Allow(Roles.Auditor)]
    public override async Task ReadEvents(ReadEventsRequest request, IServerStreamWriter<ReadEventsResponse> responseStream, ServerCallContext context)
    {
        var read = new RequestReader();
        StreamId? stream = request.Parent.Length > 0 ? StreamKind.Read(read, "parent", request.Parent) : null;
        if (request.AfterPosition < 0)
            read.Wrong("after_position", "NEGATIVE", "A position is not negative.");
        if (request.UntilPosition < 0)
            read.Wrong("until_position", "NEGATIVE", "A position is not negative.");
        if (request.UntilPosition > 0 && request.Follow)
            read.Wrong("until_position", "NOT_WITH_FOLLOW", "What is followed has no end.");
        read.Done();
        await (stream is { } one ? _own.Refuse(one, context) : _own.RefuseWhole(context));

        var until = request.UntilPosition > 0 ? request.UntilPosition : long.MaxValue;
        await foreach (var e in Events(stream, request.AfterPosition, request.Follow, context.CancellationToken))
        {
            if (e.Event.Position > until)
                break;
            OwnHistory.Refuse(e.Event, context);
            await responseStream.WriteAsync(new() { Event = EventMapping.ToProto(e) }, context.CancellationToken);
        }
    }

    private IAsyncEnumerable<HashedEvent> Events(StreamId? stream, long after, bool follow, CancellationToken cancellation) => (stream, follow) switch
    {
        (null, true) => history.SubscribeAll(after, cancellation),
        (null, false) => history.ReadAll(after, cancellation),
        ({ } one, true) => history.SubscribeAll(after, cancellation).Where(e => e.Event.Stream == one),
        ({ } one, false) => History(one, after, cancellation),
    };

    private async IAsyncEnumerable<HashedEvent> History(StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isKnown = false;
        await foreach (var e in history.ReadStream(stream, 1, cancellation))
        {
            isKnown = true;
            if (e.Event.Position > after)
                yield return e;
        }
        if (!isKnown)
            throw OwnHistory.NoHistory();
    }

    private DateTimeOffset Known(RequestReader read, string field, Timestamp? value)
    {
        var now = time.GetUtcNow();
        var instant = read.OptionalInstant(field, value) ?? now;
        if (instant > now)
            read.Wrong(field, "IN_THE_FUTURE", "What will be known then, nobody knows yet.");
        return instant;
    }
}
