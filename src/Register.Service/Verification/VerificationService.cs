using Grpc.Core;
using Microsoft.AspNetCore.RateLimiting;
using Register.Domain;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Register.Service.Verification;

/// <summary>What a public entry shows, one or many, on any date (R32, R33).</summary>
public sealed class VerificationService(
    PublishedEntries register, NameSearch names, StreamStates streams, ReadLog log, Readers readers, TimeProvider time)
    : Sonographer.Register.V1.VerificationService.VerificationServiceBase
{
    // Enough to find somebody, too few to read the register by.
    private const int MostFound = 200;

    [Public, EnableRateLimiting(RateLimits.Verification)]
    public override async Task<VerifyRegistrationResponse> VerifyRegistration(VerifyRegistrationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        if (!RegistrationNumber.TryParse(request.RegistrationNumber, null, out var number))
            read.Wrong("registration_number", "NOT_A_NUMBER", "A registration number is SON and up to six digits, without leading zeros (R16).");
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var knownAt = KnownAt(read, request.AsKnownAt, context);
        read.Done();

        if (knownAt is { } instant)
            return new() { Entry = await AsKnown(number, asAt, instant, context) };
        var now = time.GetUtcNow();
        var entry = await register.Get(number, CivilTime.DateIn(now), context.CancellationToken) ?? throw NoSuchEntry();
        return new() { Entry = Entry(entry, asAt, now) };
    }

    [Public, EnableRateLimiting(RateLimits.Search)]
    public override async Task<SearchRegisterResponse> SearchRegister(SearchRegisterRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var query = read.Name("query", request.Query);
        var size = read.PageSize(request.PageSize, @default: 20, most: 100);
        var token = read.PageToken(request.PageToken);
        var asAt = read.OptionalDate("as_at", request.AsAt);
        read.Done();

        var found = await names.Find(query, NamesSearched.Current, MostFound, size, token, context.CancellationToken);
        var now = time.GetUtcNow();
        var entries = await register.GetMany(found.Ids, CivilTime.DateIn(now));
        return new()
        {
            Entries = { found.Ids.Where(entries.ContainsKey).Select(id => Entry(entries[id], asAt, now)) },
            NextPageToken = RequestReader.NextToken(found.NextToken),
            Incomplete = found.IsCut,
        };
    }

    [Allow(Roles.Employer), LogsItsReads]
    public override Task VerifyRoster(
        IAsyncStreamReader<VerifyRosterRequest> requestStream, IServerStreamWriter<VerifyRosterResponse> responseStream, ServerCallContext context) =>
        InChunks.Answer(
            requestStream, responseStream, new Roster(register, log, readers.Of(context), time).Answer, context.CancellationToken);

    private DateTimeOffset? KnownAt(RequestReader read, Timestamp? value, ServerCallContext context)
    {
        var instant = read.OptionalInstant("as_known_at", value);
        if (instant is null)
            return null;
        if (!context.Is(Roles.Auditor))
            throw Problems.Rejected([Rejection.Forbidden("AS_KNOWN_AT_NOT_ALLOWED", "What everybody was answered at an instant is for auditors.")]);
        if (instant > time.GetUtcNow())
            read.Wrong("as_known_at", "IN_THE_FUTURE", "What will be known then, nobody knows yet.");
        return instant;
    }

    // Folded from the ledger up to the instant, and published as of its day. Not what is public now, so it is a logged read (R34).
    private async Task<PublicEntry> AsKnown(RegistrationNumber number, DateOnly? asAt, DateTimeOffset instant, ServerCallContext context)
    {
        var reader = readers.Of(context);
        var then = await streams.AsKnownAt<RegistrantState, RegistrantEvent>(number.Stream, instant, context.CancellationToken);
        if (then.State.Entry is null)
            throw NoSuchEntry();
        await log.Write(reader, [number], context.CancellationToken);
        var entry = Entry(PublishedEntry.Of(then.State, CivilTime.DateIn(instant)), asAt, instant);
        entry.AnswerTime = time.GetUtcNow().ToProto();
        return entry;
    }

    private static RpcException NoSuchEntry() => Problems.NotFound("NO_SUCH_ENTRY", "There is no such entry.");

    private static PublicEntry Entry(PublishedEntry published, DateOnly? asAt, DateTimeOffset now) =>
        PublicEntryMapping.ToProto(published, asAt ?? CivilTime.DateIn(now), now);
}
