using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Education;

/// <summary>Pass lists row by row, corrected and ratified (R3, R6).</summary>
public sealed class PassListTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact] // R6
    public async Task One_bad_row_does_not_lose_the_others()
    {
        var programme = await _people.Accredited();
        var response = await Submit(List(programme, Named("C1"), Named("C2", date: null), Named("C3", PracticeArea.Cardiac), Named("C4"), Named("C1")));

        Assert.Equal((2, 0, 0, 3), Counts(response));
        Assert.Equal(
            [PassListOutcome.Added, PassListOutcome.Rejected, PassListOutcome.Rejected, PassListOutcome.Added, PassListOutcome.Rejected],
            response.Results.Select(r => r.Outcome));
        Assert.Equal([0, 1, 2, 3, 4], response.Results.Select(r => r.Row));
        Assert.Equal(
            [("REQUIRED", "date_of_birth"), ("AREA_NOT_COVERED", "practice_areas"), ("CANDIDATE_TWICE", "candidate_number")],
            response.Results.SelectMany(r => r.Problems).Select(p => (p.Code, p.Field)));
        Assert.Equal(["C1", "C4"], (await Awards(programme, 2)).Select(a => a.CandidateNumber));
    }

    [Fact] // R6
    public async Task A_list_of_nothing_but_bad_rows_appends_nothing()
    {
        var programme = await _people.Accredited();
        var response = await Submit(List(programme, Named("C1", date: null), Named("C2", PracticeArea.Cardiac)));
        Assert.Equal((0, 0, 0, 2), Counts(response));
        Assert.Single((await _people.Auditor.ListEventsAsync(new() { Parent = programme.Name })).Events);
    }

    [Fact] // R6
    public async Task The_same_request_again_has_the_same_results_though_the_list_was_corrected_since()
    {
        var programme = await _people.Accredited();
        await Submit(List(programme, Named("C1")));
        var request = List(programme, Named("C1"), Named("C2"), Named("C3", date: null));
        var first = await Submit(request);
        await Submit(Corrected(programme, Named("C2", name: "Bryn Hughes")));

        Assert.Equal((1, 1, 0, 1), Counts(first));
        Assert.Equal(first, await Submit(request));
    }

    [Fact] // R6
    public async Task A_request_id_with_another_list_is_refused_rather_than_answered_with_results_that_are_not_so()
    {
        var programme = await _people.Accredited();
        var request = List(programme, Named("C1"));
        await Submit(request);
        request.Awards[0].CandidateNumber = "C2";

        await _people.ProviderOffice.SubmitPassListAsync(request).Refused(StatusCode.InvalidArgument, "REQUEST_ID_REUSED");
    }

    [Fact] // R6
    public async Task What_is_wrong_with_the_whole_list_refuses_the_whole()
    {
        var programme = await _people.Accredited();
        var request = List(programme, Named("C1"), Named("C2", date: null));
        request.RatifiedOn = People.Day(2);
        await _people.ProviderOffice.SubmitPassListAsync(request).Refused(StatusCode.FailedPrecondition, "NOT_RATIFIED_YET");
        Assert.Single((await _people.Auditor.ListEventsAsync(new() { Parent = programme.Name })).Events);
    }

    [Fact] // R3
    public async Task A_corrected_ratification_date_shows_what_is_so_and_what_was_believed()
    {
        var programme = await _people.Accredited();
        await Submit(List(programme, Named("C1"), Named("C2")));
        var listed = (await _people.Auditor.ListEventsAsync(new() { Parent = programme.Name })).Events[^1];

        var correction = Corrected(programme, Named("C1"));
        correction.RatifiedOn = People.Day(-90);
        var response = await Submit(correction);
        Assert.Equal((0, 0, 1, 0), Counts(response));
        await Eventually.Get(() => Awards(programme, 2), awards => awards[0].CorrectionCount == 1);

        var today = await Awards(programme, 2);
        Assert.Equal([People.Day(-90), People.Day(-100)], today.Select(a => a.RatifiedOn));
        Assert.Equal("The board met later.", today[0].CorrectionReason);
        var auditor = new EducationService.EducationServiceClient(register.InRole("auditor"));
        var believed = await auditor.ListAwardsAsync(new() { Parent = programme.Name, AsKnownAt = listed.RecordTime });
        Assert.Equal([People.Day(-100), People.Day(-100)], believed.Awards.Select(a => a.RatifiedOn));
        var before = await auditor.ListAwardsAsync(new() { Parent = programme.Name, AsKnownAt = new() { Seconds = 1 } });
        Assert.Empty(before.Awards);
    }

    [Fact] // R6
    public async Task A_list_is_submitted_before_the_board_meets_and_ratified_later()
    {
        var programme = await _people.Accredited();
        var request = List(programme, Named("C1"), Named("C2"), Named("C3"));
        request.RatifiedOn = null;
        await Submit(request);
        var unratified = await Eventually.Get(() => PassLists(programme), lists => lists is [{ AwardCount: 3 }]);
        Assert.Equal((PassListState.Unratified, 0), (unratified[0].State, unratified[0].RatifiedCount));
        Assert.NotNull(unratified[0].SubmitTime);

        var one = new RatifyPassListRequest
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CandidateNumbers = { "C2" },
            RatifiedOn = People.Day(-10),
        };
        Assert.Equal(1, (await _people.ProviderOffice.RatifyPassListAsync(one)).RatifiedCount);
        var rest = new RatifyPassListRequest
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CohortStart = request.CohortStart,
            RatifiedOn = People.Day(-3),
        };
        Assert.Equal(2, (await _people.ProviderOffice.RatifyPassListAsync(rest)).RatifiedCount);
        Assert.Equal(2, (await _people.ProviderOffice.RatifyPassListAsync(rest)).RatifiedCount);
        await Eventually.Get(() => PassLists(programme), lists => lists is [{ State: PassListState.Ratified, RatifiedCount: 3 }]);
    }

    [Fact] // R6
    public async Task An_award_that_is_not_ratified_does_not_satisfy_the_qualification_check()
    {
        var programme = await _people.Accredited();
        var request = List(programme, Named("C1"));
        request.RatifiedOn = null;
        await Submit(request);
        var application = (await _people.Applicant("unratified").SubmitApplicationAsync(
            new() { RequestId = People.NewRequest(), Application = People.AnApplication(programme, request.Awards[0]) })).Application;

        await _people.Ada.RecordCheckAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Evidence = EvidenceKind.Qualification,
            Outcome = CheckOutcome.Satisfied,
        }).Refused(StatusCode.FailedPrecondition, "NOT_RATIFIED");
    }

    [Fact] // R6
    public async Task A_withdrawn_award_leaves_the_list_and_comes_back_only_with_a_reason()
    {
        var programme = await _people.Accredited();
        await Submit(List(programme, Named("C1"), Named("C2")));
        await _people.ProviderOffice.WithdrawAwardAsync(
            new() { RequestId = People.NewRequest(), Name = $"{programme.Name}/awards/C1", Reason = "Listed by mistake." });
        Assert.Equal(["C2"], (await Awards(programme, 1)).Select(a => a.CandidateNumber));

        Assert.Equal((0, 0, 0, 1), Counts(await Submit(List(programme, Named("C1")))));
        Assert.Equal((0, 0, 1, 0), Counts(await Submit(Corrected(programme, Named("C1")))));
    }

    [Fact]
    public async Task A_provider_sees_the_status_of_its_own_pass_lists_only()
    {
        var programme = await _people.Accredited();
        await Submit(List(programme, Named("C1")));
        await Eventually.Get(() => PassLists(programme), lists => lists.Count == 1);

        var mine = await _people.ProviderOffice.ListPassListsAsync(new() { Parent = "programmes/-", PageSize = 1000 });
        Assert.Contains(mine.PassLists, list => list.Programme == programme.Name);
        var other = new EducationService.EducationServiceClient(register.InRole("education-provider", "office", "university-of-leeds"));
        Assert.Empty((await other.ListPassListsAsync(new() { Parent = "programmes/-" })).PassLists);
        await other.ListPassListsAsync(new() { Parent = programme.Name }).Refused(StatusCode.PermissionDenied, "NOT_YOUR_PROGRAMME");
        await other.RatifyPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CohortStart = People.Day(-900),
            RatifiedOn = People.Day(-1),
        }).Refused(StatusCode.PermissionDenied, "NOT_YOUR_PROGRAMME");
        await other.WithdrawAwardAsync(new() { RequestId = People.NewRequest(), Name = $"{programme.Name}/awards/C1", Reason = "Not mine." })
            .Refused(StatusCode.PermissionDenied, "NOT_YOUR_PROGRAMME");
    }

    [Fact]
    public async Task Awards_are_listed_page_by_page()
    {
        var programme = await _people.Accredited();
        await Submit(List(programme, [.. Enumerable.Range(1, 5).Select(n => Named($"C{n}"))]));
        await Awards(programme, 5);

        var first = await _people.ProviderOffice.ListAwardsAsync(new() { Parent = programme.Name, PageSize = 3 });
        var second = await _people.ProviderOffice.ListAwardsAsync(new() { Parent = programme.Name, PageSize = 3, PageToken = first.NextPageToken });
        Assert.Equal(["C1", "C2", "C3", "C4", "C5"], first.Awards.Concat(second.Awards).Select(a => a.CandidateNumber));
        Assert.Empty(second.NextPageToken);
        var ofAnotherCohort = await _people.ProviderOffice.ListAwardsAsync(new() { Parent = programme.Name, CohortStart = People.Day(-901) });
        Assert.Empty(ofAnotherCohort.Awards);
    }

    private async Task<SubmitPassListResponse> Submit(SubmitPassListRequest request) => await _people.ProviderOffice.SubmitPassListAsync(request);

    private async Task<IReadOnlyList<PassList>> PassLists(Programme programme) =>
        (await _people.ProviderOffice.ListPassListsAsync(new() { Parent = programme.Name })).PassLists;

    private Task<IReadOnlyList<Award>> Awards(Programme programme, int count) => Eventually.Get<IReadOnlyList<Award>>(
        async () => (await _people.ProviderOffice.ListAwardsAsync(new() { Parent = programme.Name })).Awards, awards => awards.Count == count);

    private static (int, int, int, int) Counts(SubmitPassListResponse response) =>
        (response.AddedCount, response.UnchangedCount, response.SupersededCount, response.RejectedCount);

    private static SubmitPassListRequest List(Programme programme, params Award[] awards) => new()
    {
        RequestId = People.NewRequest(),
        Programme = programme.Name,
        CohortStart = People.Day(-900),
        RatifiedOn = People.Day(-100),
        Awards = { awards },
    };

    private static SubmitPassListRequest Corrected(Programme programme, params Award[] awards)
    {
        var list = List(programme, awards);
        list.CorrectionReason = "The board met later.";
        return list;
    }

    private static Award Named(string candidate, PracticeArea area = PracticeArea.Obstetric, string name = "Amara Okafor") =>
        Named(candidate, People.Date(1996, 4, 12), area, name);

    private static Award Named(string candidate, Google.Type.Date? date, PracticeArea area = PracticeArea.Obstetric, string name = "Amara Okafor") => new()
    {
        CandidateNumber = candidate,
        FullName = name,
        DateOfBirth = date,
        PracticeAreas = { area },
    };
}
