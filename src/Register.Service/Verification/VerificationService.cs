using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;

namespace Register.Service.Verification;

/// <summary>What a public entry shows, one or many, on any date (R32, R33).</summary>
public sealed class VerificationService(ViewReader views, NameSearch names, ReadLog log, Readers readers, TimeProvider time)
    : Sonographer.Register.V1.VerificationService.VerificationServiceBase
{
    // Enough to find somebody, too few to read the register by.
    private const int MostFound = 200;

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
        var query = read.Name("query", request.Query);
        var size = read.PageSize(request.PageSize, @default: 20, most: 100);
        var token = read.PageToken(request.PageToken);
        var asAt = read.OptionalDate("as_at", request.AsAt);
        read.Done();

        var found = await names.Find(query, NamesSearched.Current, MostFound, size, token, context.CancellationToken);
        return new()
        {
            Entries = { found.Entries.Select(row => Entry(row, asAt)) },
            NextPageToken = RequestReader.NextToken(found.NextToken),
            Incomplete = found.IsCut,
        };
    }

    [Allow(Roles.Employer), LogsItsReads]
    public override Task VerifyRoster(
        IAsyncStreamReader<VerifyRosterRequest> requestStream, IServerStreamWriter<VerifyRosterResponse> responseStream, ServerCallContext context) =>
        InChunks.Answer(
            requestStream, responseStream, new Roster(views, log, readers.Of(context), time).Answer, context.CancellationToken);

    private PublicEntry Entry(RegisterEntry row, DateOnly? asAt)
    {
        var now = time.GetUtcNow();
        return PublicEntryMapping.ToProto(row, asAt ?? CivilTime.DateIn(now), now);
    }
}
