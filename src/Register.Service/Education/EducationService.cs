using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Education;
using Register.EventStore;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Education;
using Sonographer.Register.V1;
using Area = Register.Domain.Education.PracticeArea;
using Kind = Register.Domain.Education.AwardKind;

namespace Register.Service.Education;

/// <summary>Accredited programmes and pass lists (R4 to R8).</summary>
public sealed partial class EducationService(CommandBus commands, StreamStates streams, IEventStore store, ViewReader views)
    : Sonographer.Register.V1.EducationService.EducationServiceBase
{
    [Allow(Roles.Accreditor)]
    public override async Task<AccreditProgrammeResponse> AccreditProgramme(AccreditProgrammeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var accreditation = Accreditation(read, request.Programme ?? new Programme());
        read.Done();

        var id = new ProgrammeId(DerivedId.From(requestId, "programme"));
        var done = await commands.Send(new AccreditProgramme(id, accreditation), requestId, context);
        return new() { Programme = ToProto(id, done) };
    }

    [Public]
    public override async Task<GetProgrammeResponse> GetProgramme(GetProgrammeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ProgrammeId>("name", request.Name, "programmes");
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        var row = await Programme(id, version, context);
        return new() { Programme = ProgrammeMapping.ToProto(row) };
    }

    [Public]
    public override async Task<ListProgrammesResponse> ListProgrammes(ListProgrammesRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        var provider = request.Provider.Length > 0 ? read.Code("provider", request.Provider) : null;
        read.Done();

        Expression<Func<ProgrammeView, bool>>[] conditions = provider is null ? [] : [v => v.Provider == provider];
        var page = await views.List(conditions, size, token, context.CancellationToken);
        return new() { Programmes = { page.Rows.Select(ProgrammeMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    [Public]
    public override async Task<ListProvidersResponse> ListProviders(ListProvidersRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        read.Done();

        var providers = (await AllProgrammes(null, context)).GroupBy(row => row.Provider);
        var page = InMemory.Page(providers, provider => provider.Key, size, token);
        return new() { Providers = { page.Rows.Select(ProgrammeMapping.ToProto) }, NextPageToken = RequestReader.NextToken(page.NextToken) };
    }

    private async Task<ProgrammeView> Programme(ProgrammeId id, long version, ServerCallContext context) =>
        await views.Get<ProgrammeView>(id.Stream, version, context.CancellationToken)
        ?? throw Problems.NotFound("PROGRAMME_NOT_FOUND", "There is no such programme.");

    private static ProgrammeEvent.Accredited Accreditation(RequestReader read, Programme programme) => new(
        read.Code("programme.provider", programme.Provider),
        read.Line("programme.provider_name", programme.ProviderName),
        read.Line("programme.title", programme.Title),
        read.Line("programme.award", programme.Award),
        programme.AcademicLevel,
        read.Word<Kind>("programme.kind", programme.Kind),
        read.Words<Area, Sonographer.Register.V1.PracticeArea>("programme.practice_areas", programme.PracticeAreas, required: true),
        read.Date("programme.accredited_from", programme.AccreditedFrom),
        read.Date("programme.accredited_to", programme.AccreditedTo));

    private static Programme ToProto(ProgrammeId id, CommandOutcome<ProgrammeState, ProgrammeEvent> done) =>
        ProgrammeMapping.ToProto(id.Stream, done.State, done.Version);

    // There are some hundreds of programmes in the country.
    private async Task<IReadOnlyList<ProgrammeView>> AllProgrammes(string? provider, ServerCallContext context)
    {
        const int AtOnce = 1000;
        Expression<Func<ProgrammeView, bool>>[] conditions = provider is null ? [] : [v => v.Provider == provider];
        var rows = new List<ProgrammeView>();
        string? token = null;
        do
        {
            var page = await views.List(conditions, AtOnce, token, context.CancellationToken);
            rows.AddRange(page.Rows);
            token = page.NextToken;
        }
        while (token is not null);
        return rows;
    }
}
