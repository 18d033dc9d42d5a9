using System.Linq.Expressions;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Education;
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
public sealed class EducationService(CommandBus commands, ViewReader views) : Sonographer.Register.V1.EducationService.EducationServiceBase
{
    private const int MostAwards = 1000;

    [Allow(Roles.Accreditor)]
    public override async Task<AccreditProgrammeResponse> AccreditProgramme(AccreditProgrammeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var accreditation = Accreditation(read, request.Programme ?? new Programme());
        read.Done();

        var id = new ProgrammeId(DerivedId.From(requestId, "programme"));
        var done = await commands.Send(new AccreditProgramme(id, accreditation), requestId, context);
        return new() { Programme = ProgrammeMapping.ToProto(id.Stream, done.State, done.Version) };
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

    [Allow(Roles.EducationProvider)]
    public override async Task<SubmitPassListResponse> SubmitPassList(SubmitPassListRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        var cohortStart = read.Date("cohort_start", request.CohortStart);
        var ratifiedOn = read.Date("ratified_on", request.RatifiedOn);
        if (request.Awards.Count is 0 or > MostAwards)
            read.Wrong("awards", "COUNT", $"A pass list has 1 to {MostAwards} awards.");
        else
            read.Done();
        var awards = request.Awards.Take(MostAwards).Select((award, i) => Award(read, award, $"awards[{i}]", cohortStart, ratifiedOn)).ToList();
        read.Done();

        var done = await commands.Send(new SubmitPassList(id, [.. awards]), requestId, context);
        return new()
        {
            Programme = ProgrammeMapping.ToProto(id.Stream, done.State, done.Version),
            AddedCount = done.EventCount,
            UnchangedCount = awards.Count - done.EventCount,
        };
    }

    [Allow(Roles.EducationProvider, Roles.Registrar, Roles.Auditor)]
    public override async Task<ListAwardsResponse> ListAwards(ListAwardsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ProgrammeId>("parent", request.Parent, "programmes");
        var size = read.PageSize(request.PageSize);
        var after = read.PageToken(request.PageToken);
        read.Done();

        var row = await Programme(id, 0, context);
        if (context.Is(Roles.EducationProvider) && row.Provider != context.Actor().Organisation)
            throw Problems.Rejected([Rejection.Forbidden("NOT_YOUR_PROGRAMME", "Only the provider of a programme sees its awards.")]);

        var awards = row.State.Awards.Values.OrderBy(a => a.CandidateNumber, StringComparer.Ordinal)
            .Where(a => after is null || string.CompareOrdinal(a.CandidateNumber, after) > 0)
            .Take(size + 1)
            .ToList();
        return new()
        {
            Awards = { awards.Take(size).Select(a => ProgrammeMapping.ToProto(id, a)) },
            NextPageToken = RequestReader.NextToken(awards.Count > size ? awards[size - 1].CandidateNumber : null),
        };
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

    private static ListedAward Award(RequestReader read, Award award, string row, DateOnly cohortStart, DateOnly ratifiedOn) => new(
        read.Code($"{row}.candidate_number", award.CandidateNumber),
        read.Line($"{row}.full_name", award.FullName),
        read.Date($"{row}.date_of_birth", award.DateOfBirth),
        read.Words<Area, Sonographer.Register.V1.PracticeArea>($"{row}.practice_areas", award.PracticeAreas, required: false),
        cohortStart,
        ratifiedOn);
}
