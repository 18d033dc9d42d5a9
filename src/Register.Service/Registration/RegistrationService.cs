using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;

namespace Register.Service.Registration;

/// <summary>Registrants as officers see them (R16, R17).</summary>
public sealed class RegistrationService(ViewReader views, TimeProvider time) : Sonographer.Register.V1.RegistrationService.RegistrationServiceBase
{
    [Allow(Roles.Applicant, Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Auditor)]
    public override async Task<GetRegistrantResponse> GetRegistrant(GetRegistrantRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var number = read.Resource<RegistrationNumber>("name", request.Name, "registrants");
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        var row = await views.Get<RegisterEntry>(number.Stream, version, context.CancellationToken);
        if (row is null || (context.Is(Roles.Applicant) && row.Applicant != context.Actor().Subject))
            throw Problems.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");
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

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());
}
