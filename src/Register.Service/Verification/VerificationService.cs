using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;

namespace Register.Service.Verification;

/// <summary>What a public entry shows, one or many, on any date (R32, R33).</summary>
public sealed class VerificationService(ViewReader views, TimeProvider time) : Sonographer.Register.V1.VerificationService.VerificationServiceBase
{
    private const int ShortestQuery = 2;

    [Public]
    public override async Task<VerifyRegistrationResponse> VerifyRegistration(VerifyRegistrationRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        if (!RegistrationNumber.TryParse(request.RegistrationNumber, null, out var number))
            read.Wrong("registration_number", "NOT_A_NUMBER", "A registration number is SON and up to six digits, without leading zeros (R16).");
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        var row = await views.Get<RegisterEntry>(number.Stream, version, context.CancellationToken)
            ?? throw Problems.NotFound("NO_SUCH_ENTRY", "There is no such entry.");
        return new() { Entry = Entry(row, asAt) };
    }

    [Public]
    public override async Task<SearchRegisterResponse> SearchRegister(SearchRegisterRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var query = SearchName.Of(read.Line("query", request.Query));
        if (query.Length < ShortestQuery)
            read.Wrong("query", "TOO_SHORT", $"Give at least {ShortestQuery} letters of the name.");
        var size = read.PageSize(request.PageSize, @default: 20, most: 100);
        var token = read.PageToken(request.PageToken);
        var asAt = read.OptionalDate("as_at", request.AsAt);
        read.Done();

        var page = await views.List<RegisterEntry>([e => e.SearchName.Contains(query)], size, token, context.CancellationToken);
        return new() { Entries = { page.Rows.Select(row => Entry(row, asAt)) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Allow(Roles.Employer)]
    public override Task VerifyRoster(
        IAsyncStreamReader<VerifyRosterRequest> requestStream, IServerStreamWriter<VerifyRosterResponse> responseStream, ServerCallContext context) =>
        InChunks.Answer(requestStream, responseStream, new Roster(views, time).Answer, context.CancellationToken);

    private PublicEntry Entry(RegisterEntry row, DateOnly? asAt)
    {
        var now = time.GetUtcNow();
        return PublicEntryMapping.ToProto(row, asAt ?? CivilTime.DateIn(now), now);
    }
}
