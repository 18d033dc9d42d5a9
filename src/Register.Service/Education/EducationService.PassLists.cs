using Grpc.Core;
using Register.Domain;
using Register.Domain.Education;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views.Education;
using Sonographer.Register.V1;
using Area = Register.Domain.Education.PracticeArea;
using Outcome = Sonographer.Register.V1.PassListOutcome;

namespace Register.Service.Education;

/// <summary>Pass lists and the awards on them (R6).</summary>
public sealed partial class EducationService
{
    private const int MostAwards = 1000;

    [Allow(Roles.EducationProvider)]
    public override async Task<SubmitPassListResponse> SubmitPassList(SubmitPassListRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        var cohortStart = read.Date("cohort_start", request.CohortStart);
        var ratifiedOn = read.OptionalDate("ratified_on", request.RatifiedOn);
        var reason = request.CorrectionReason.Length > 0 ? read.Prose("correction_reason", request.CorrectionReason) : null;
        if (request.Awards.Count is 0 or > MostAwards)
            read.Wrong("awards", "COUNT", $"A pass list has 1 to {MostAwards} awards.");
        read.Done();

        var rows = new PassListResults(request.Awards, (row, award) => Award(row, award, cohortStart, ratifiedOn));
        var list = new SubmitPassList(id, rows.Awards, reason);
        var done = await commands.Send(list, requestId, context);
        var results = await rows.Of(list, done, streams, context.CancellationToken);
        return new()
        {
            Programme = ToProto(id, done),
            AddedCount = results.Count(r => r.Outcome == Outcome.Added),
            UnchangedCount = results.Count(r => r.Outcome == Outcome.Unchanged),
            SupersededCount = results.Count(r => r.Outcome == Outcome.Superseded),
            RejectedCount = results.Count(r => r.Outcome == Outcome.Rejected),
            Results = { results },
        };
    }

    [Allow(Roles.EducationProvider)]
    public override async Task<RatifyPassListResponse> RatifyPassList(RatifyPassListRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var id = read.Resource<ProgrammeId>("programme", request.Programme, "programmes");
        var cohortStart = read.OptionalDate("cohort_start", request.CohortStart);
        var ratifiedOn = read.Date("ratified_on", request.RatifiedOn);
        if (request.CandidateNumbers.Count > MostAwards)
            read.Wrong("candidate_numbers", "COUNT", $"At most {MostAwards} candidates are named at once.");
        if (request.CohortStart is null && request.CandidateNumbers.Count == 0)
            read.Wrong("cohort_start", "REQUIRED", "Name a cohort or candidates.");
        var candidates = request.CandidateNumbers.Take(MostAwards).Select((c, i) => read.Code($"candidate_numbers[{i}]", c)).ToList();
        read.Done();

        var done = await commands.Send(new RatifyPassList(id, cohortStart, [.. candidates], ratifiedOn), requestId, context);
        var before = done.EventCount == 0
            ? done.State
            : (await streams.At<ProgrammeState, ProgrammeEvent>(id.Stream, done.Version - done.EventCount, context.CancellationToken)).State;
        return new() { Programme = ToProto(id, done), RatifiedCount = RatifiedIn(done.State) - RatifiedIn(before) };
    }

    [Allow(Roles.EducationProvider)]
    public override async Task<WithdrawAwardResponse> WithdrawAward(WithdrawAwardRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var requestId = read.RequestId(request.RequestId);
        var parts = request.Name.Split("/awards/");
        var id = read.Resource<ProgrammeId>("name", parts[0], "programmes");
        var candidate = parts.Length == 2 ? read.Code("name", parts[1]) : "";
        if (parts.Length != 2)
            read.Wrong("name", "NOT_A_NAME", "An award's name is as in programmes/…/awards/….");
        var reason = read.Prose("reason", request.Reason);
        read.Done();

        return new() { Programme = ToProto(id, await commands.Send(new WithdrawAward(id, candidate, reason), requestId, context)) };
    }

    [Allow(Roles.EducationProvider, Roles.Accreditor, Roles.Registrar, Roles.Auditor)]
    [ReadsNobody("Candidates of a programme, before anybody is on the register.")]
    public override async Task<ListPassListsResponse> ListPassLists(ListPassListsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var all = request.Parent == "programmes/-";
        var id = all ? default : read.Resource<ProgrammeId>("parent", request.Parent, "programmes");
        var size = read.PageSize(request.PageSize);
        var token = read.PageToken(request.PageToken);
        read.Done();

        var provider = context.Is(Roles.EducationProvider) ? context.Actor().Organisation : null;
        var programmes = all ? await AllProgrammes(provider, context) : [Own(await Programme(id, 0, context), context)];
        var lists = programmes.SelectMany(row => Domain.Education.PassList.Of(row.State).Select(list => (Row: row, List: list)));
        var page = InMemory.Page(lists, l => $"{l.Row.SortKey}|{l.List.CohortStart:yyyy-MM-dd}", size, token);
        return new()
        {
            PassLists = { page.Rows.Select(l => ProgrammeMapping.ToProto(l.Row, l.List)) },
            NextPageToken = RequestReader.NextToken(page.NextToken),
        };
    }

    [Allow(Roles.EducationProvider, Roles.Registrar, Roles.Auditor)]
    [ReadsNobody("Candidates of a programme, before anybody is on the register.")]
    public override async Task<ListAwardsResponse> ListAwards(ListAwardsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ProgrammeId>("parent", request.Parent, "programmes");
        var size = read.PageSize(request.PageSize);
        var after = read.PageToken(request.PageToken);
        var cohortStart = read.OptionalDate("cohort_start", request.CohortStart);
        var knownAt = read.OptionalInstant("as_known_at", request.AsKnownAt);
        read.Done();

        var row = Own(await Programme(id, 0, context), context);
        var state = knownAt is { } instant ? await AsKnownAt(instant, id, context) : row.State;
        var awards = state.Awards.Values.Where(award => cohortStart is null || award.CohortStart == cohortStart);
        var page = InMemory.Page(awards, award => award.CandidateNumber, size, after);
        return new()
        {
            Awards = { page.Rows.Select(award => ProgrammeMapping.ToProto(id, award, state)) },
            NextPageToken = RequestReader.NextToken(page.NextToken),
        };
    }

    private static ProgrammeView Own(ProgrammeView row, ServerCallContext context) =>
        context.Is(Roles.EducationProvider) && row.Provider != context.Actor().Organisation
            ? throw Problems.Rejected([Rejection.Forbidden("NOT_YOUR_PROGRAMME", "Only the provider of a programme sees its awards.")])
            : row;

    private static int RatifiedIn(ProgrammeState state) => state.Awards.Values.Count(award => award.RatifiedOn is not null);

    // What had been recorded by then, folded (R3).
    private async Task<ProgrammeState> AsKnownAt(DateTimeOffset instant, ProgrammeId id, ServerCallContext context)
    {
        var known = store.ReadStream(id.Stream, 1, context.CancellationToken).TakeWhile(e => e.Metadata.RecordedAt <= instant);
        return await known.AggregateAsync(
            ProgrammeState.None, (state, e) => state.Evolve((ProgrammeEvent)e.Data), context.CancellationToken);
    }

    private static ListedAward Award(RequestReader read, Award award, DateOnly cohortStart, DateOnly? ratifiedOn) => new(
        read.Code("candidate_number", award.CandidateNumber),
        read.Line("full_name", award.FullName),
        read.Date("date_of_birth", award.DateOfBirth),
        read.Words<Area, Sonographer.Register.V1.PracticeArea>("practice_areas", award.PracticeAreas, required: false),
        cohortStart,
        ratifiedOn);
}
