using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Service.Verification;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Register.Service.Registration;

/// <summary>Registrants as officers see them (R16, R17).</summary>
public sealed class RegistrationService(ViewReader views, NameSearch names, StreamStates streams, TimeProvider time)
    : Sonographer.Register.V1.RegistrationService.RegistrationServiceBase
{
    // Each of them is folded from the ledger.
    private const int MostFolded = 100;
    private const int MostFound = 10_000;

    [Allow(Roles.Applicant, Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<GetRegistrantResponse> GetRegistrant(GetRegistrantRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var knownAt = KnownAt(read, request.AsKnownAt, context);
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        // Asked of the ledger, so that a registrant cannot tell another's entry from none by how long the answer takes.
        if (context.Is(Roles.Applicant))
        {
            var stream = await streams.Load<RegistrantState, RegistrantEvent>(number.Stream, assumeNew: false, context.CancellationToken);
            if (stream.State.Entry?.Applicant != context.Actor().Subject)
                throw NotFound();
        }
        var row = await views.Get<RegisterEntry>(number.Stream, version, context.CancellationToken) ?? throw NotFound();
        var registrant = await AsKnown(row, asAt, knownAt, context.CancellationToken) ?? throw NotFound();
        return new() { Registrant = registrant.For(context.Actor().Subject, row.Applicant) };
    }

    [Allow(Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<ListRegistrantsResponse> ListRegistrants(ListRegistrantsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var knownAt = KnownAt(read, request.AsKnownAt, context);
        var size = read.PageSize(request.PageSize, most: knownAt is null ? 1000 : MostFolded);
        var token = read.PageToken(request.PageToken);
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var query = request.Query.Length > 0 ? read.Name("query", request.Query) : null;
        read.Done();

        var page = query is null
            ? await views.List<RegisterEntry>([], size, token, context.CancellationToken)
            : await Called(query, size, token, context.CancellationToken);
        var response = new ListRegistrantsResponse { NextPageToken = RequestReader.NextToken(page.NextToken) };
        foreach (var row in page.Rows)
        {
            if (await AsKnown(row, asAt, knownAt, context.CancellationToken) is { } registrant)
                response.Registrants.Add(registrant.For(context.Actor().Subject, row.Applicant));
        }
        return response;
    }

    private async Task<Page<RegisterEntry>> Called(NameAsked asked, int size, string? token, CancellationToken cancellation)
    {
        var found = await names.Find(asked, NamesSearched.Every, MostFound, size, token, cancellation);
        var rows = await views.GetMany<RegisterEntry>(found.Ids);
        return new([.. found.Ids.Where(rows.ContainsKey).Select(id => rows[id])], found.NextToken);
    }

    // What was known is asked for by who has to answer for it.
    private DateTimeOffset? KnownAt(RequestReader read, Timestamp? value, ServerCallContext context)
    {
        var instant = read.OptionalInstant("as_known_at", value);
        if (instant is null)
            return null;
        if (!context.Is(Roles.Registrar) && !context.Is(Roles.Auditor))
            throw Problems.Rejected([Rejection.Forbidden("AS_KNOWN_AT_NOT_ALLOWED", "What was known at an instant is for registrars and auditors.")]);
        if (instant > time.GetUtcNow())
            read.Wrong("as_known_at", "IN_THE_FUTURE", "What will be known then, nobody knows yet.");
        return instant;
    }

    // A row holds what is known now; what was known at an instant is folded from the ledger (R1-R3). Null for who was not on record then.
    private async Task<Registrant?> AsKnown(RegisterEntry row, DateOnly? asAt, DateTimeOffset? knownAt, CancellationToken cancellation)
    {
        if (knownAt is not { } instant)
            return RegistrantMapping.ToProto(row, asAt ?? Today);
        var then = await streams.AsKnownAt<RegistrantState, RegistrantEvent>(StreamId.Parse(row.Id), instant, cancellation);
        return then.State.Entry is null ? null : RegistrantMapping.ToProto(then.State, then.Version, asAt ?? CivilTime.DateIn(instant));
    }

    private static RpcException NotFound() => Problems.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());
}
