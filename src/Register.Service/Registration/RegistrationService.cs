using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;

namespace Register.Service.Registration;

/// <summary>Registrants as officers see them (R16, R17).</summary>
public sealed class RegistrationService(ViewReader views, StreamStates streams, TimeProvider time)
    : Sonographer.Register.V1.RegistrationService.RegistrationServiceBase
{
    [Allow(Roles.Applicant, Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<GetRegistrantResponse> GetRegistrant(GetRegistrantRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var asAt = read.OptionalDate("as_at", request.AsAt);
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
        return new() { Registrant = RegistrantMapping.ToProto(row, asAt ?? Today) };
    }

    [Allow(Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<ListRegistrantsResponse> ListRegistrants(ListRegistrantsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        var asAt = read.OptionalDate("as_at", request.AsAt) ?? Today;
        var query = request.Query.Length > 0 ? SearchName.Of(read.Line("query", request.Query)) : null;
        read.Done();

        Expression<Func<RegisterEntry, bool>>[] conditions = query is null ? [] : [e => e.SearchName.Contains(query)];
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new()
        {
            Registrants = { page.Rows.Select(row => RegistrantMapping.ToProto(row, asAt)) },
            NextPageToken = RequestReader.NextToken(page.NextToken),
        };
    }

    private static RpcException NotFound() => Problems.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());
}
