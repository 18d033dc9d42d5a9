using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>Who may do what in a case, and who learns of it.</summary>
public sealed class CaseAccessTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    private FitnessToPractiseService.FitnessToPractiseServiceClient Anyone => new(register.Anyone);

    [Fact] // R28
    public async Task Anybody_raises_a_concern_and_has_its_name_alone_as_a_receipt()
    {
        var number = await _people.Registered("complained-of");
        var request = new RaiseConcernRequest
        {
            RequestId = People.NewRequest(),
            Case = new()
            {
                Registrant = $"registrants/{number}",
                Ground = Ground.Misconduct,
                Concern = "As a patient I saw it.",
                ReceivedOn = People.Today,
                Source = ConcernSource.Patient,
            },
        };
        var receipt = (await Anyone.RaiseConcernAsync(request)).Case;
        Assert.Equal(new Case { Name = receipt.Name }, receipt);
        Assert.Equal(receipt, (await Anyone.RaiseConcernAsync(request)).Case);

        var seen = (await _people.FtpOfficer.GetCaseAsync(new() { Name = receipt.Name, MinimumVersion = 1 })).Case;
        Assert.Equal((ConcernSource.Patient, CaseStage.Triage), (seen.Source, seen.Stage));
        await Anyone.GetCaseAsync(new() { Name = receipt.Name }).Refused(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
        var own = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("applicant", "complained-of"));
        await own.GetCaseAsync(new() { Name = receipt.Name }).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_concern_about_nobody_known_is_attached_later_to_every_number_of_the_person()
    {
        var (first, second) = (await _people.Registered("two-numbers-1"), await _people.Registered("two-numbers-2"));
        var work = CaseWork.In(register);
        Assert.Empty((await work.Raised(number: null)).Registrants);
        foreach (var number in new[] { first, second, second })
            await work.Officer.AttachRegistrantAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Registrant = $"registrants/{number}" });
        var attached = await Eventually.Get(work.Now, c => c.Registrants.Count == 2);
        Assert.Equal([$"registrants/{first}", $"registrants/{second}"], attached.Registrants);
        await work.Officer.AttachRegistrantAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Registrant = "registrants/SON999999" })
            .Refused(StatusCode.FailedPrecondition, "REGISTRANT_UNKNOWN");
        var list = await work.Officer.ListCasesAsync(new() { Registrant = $"registrants/{second}" });
        Assert.Equal([work.Name], list.Cases.Select(c => c.Name));
    }

    [Fact]
    public async Task Nobody_acts_in_their_own_case_nor_sees_it()
    {
        var work = CaseWork.In(register);
        await work.Referred(await _people.Registered("officer-and-registrant"));
        var self = new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("ftp-officer", "officer-and-registrant"));
        await self.GetCaseAsync(new() { Name = work.Name, MinimumVersion = 1 }).Refused(StatusCode.NotFound, "CASE_NOT_FOUND");
        Assert.DoesNotContain(work.Name, (await self.ListCasesAsync(new() { PageSize = 1000 })).Cases.Select(c => c.Name));
        await self.CloseCaseAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Reasons = "Nothing in it." })
            .Refused(StatusCode.FailedPrecondition, "OWN_CASE");
        var sits = new Committee
        {
            Kind = CommitteeKind.ConductAndCompetence,
            Members = { "panel-a", "panel-b", "officer-and-registrant" },
            Chair = "panel-a",
        };
        await work.Officer.ConveneCommitteeAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Committee = sits })
            .Refused(StatusCode.FailedPrecondition, "OWN_CASE");
    }

    [Fact]
    public async Task A_list_of_cases_does_not_tell_by_its_pages_that_there_are_some_of_ones_own()
    {
        const string Subject = "lister-on-the-register";
        var number = await _people.Registered(Subject);
        var list = new ListCasesRequest { Registrant = $"registrants/{number}", PageSize = 1 };
        foreach (var work in new[] { CaseWork.In(register), CaseWork.In(register) })
            await work.Raised(number);
        await Eventually.Get(() => Listed("frida"), page => page.NextPageToken.Length > 0);
        var own = await Listed(Subject);
        Assert.Equal((0, ""), (own.Cases.Count, own.NextPageToken));

        async Task<ListCasesResponse> Listed(string officer) =>
            await new FitnessToPractiseService.FitnessToPractiseServiceClient(register.InRole("ftp-officer", officer)).ListCasesAsync(list);
    }

    [Fact] // R28: a case is for its officers to tell of, in their time
    public async Task Nobody_reads_of_their_own_case_on_their_entry_not_even_as_an_officer()
    {
        const string Subject = "officer-on-the-register";
        var number = await _people.Registered(Subject, "Vera Quillfeather");
        var name = $"registrants/{number}";
        var work = CaseWork.In(register);
        await work.Raised(number);
        await Eventually.Get(() => Held(register.InRole("ftp-officer", "frida")), held => held);
        Assert.False(await Held(register.InRole("ftp-officer", Subject)));
        Assert.False(await Held(register.InRole("applicant", Subject)));
        var listed = await new RegistrationService.RegistrationServiceClient(register.InRole("registrar", Subject))
            .ListRegistrantsAsync(new() { Query = "quillfeather" });
        Assert.Empty(Assert.Single(listed.Registrants).Holds);
        var changed = await new ParticularsService.ParticularsServiceClient(register.InRole("applicant", Subject))
            .ChangeContactAsync(new() { RequestId = People.NewRequest(), Name = name, Phone = "+44 20 7946 0123" });
        Assert.Empty(changed.Registrant.Holds);

        async Task<bool> Held(CallInvoker caller) =>
            (await new RegistrationService.RegistrationServiceClient(caller).GetRegistrantAsync(new() { Name = name })).Registrant.Holds.Count > 0;
    }

    [Fact]
    public async Task Who_acted_at_an_earlier_stage_sits_at_no_later_one()
    {
        var work = CaseWork.In(register);
        await work.Referred(await _people.Registered("conflict"));
        var committee = new Committee
        {
            Kind = CommitteeKind.ConductAndCompetence,
            Members = { work.Member("ic", 2), "panel-a", "panel-b" },
            Chair = "panel-a",
        };
        var refusal = await work.Officer.ConveneCommitteeAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Committee = committee })
            .Refused(StatusCode.FailedPrecondition, "ACTED_EARLIER");
        Assert.Equal(["members"], refusal.Fields());
        await work.Convened(CommitteeKind.ConductAndCompetence, "ccc");
        var list = await Eventually.Get(() => OfMember(work, work.Member("ccc", 2)), names => names.Count == 1);
        Assert.Equal([work.Name], list);
        Assert.Empty(await OfMember(work, work.Member("ic", 2)));
    }

    [Fact] // R30
    public async Task Of_two_members_who_confirm_at_once_one_confirms_and_the_other_is_told_so()
    {
        var work = CaseWork.In(register);
        await work.Heard(await _people.Registered("confirmed-twice"));
        await work.Recorded("ccc", DecisionOccasion.Hearing, SanctionKind.Caution, months: 24);
        var requests = Enumerable.Range(2, 2).Select(n => (Member: work.Member("ccc", n), Client: work.As("ccc", n), Id: People.NewRequest())).ToList();
        var outcomes = await Task.WhenAll(requests.Select(async r =>
        {
            try
            {
                await r.Client.ConfirmDecisionAsync(new() { RequestId = r.Id, Name = work.Name, Decision = 1 });
                return "confirmed";
            }
            catch (RpcException refusal)
            {
                return refusal.Reason()!;
            }
        }));
        Assert.Equal(["ALREADY_CONFIRMED", "confirmed"], outcomes.Order(StringComparer.Ordinal));

        var confirmed = requests[Array.IndexOf(outcomes, "confirmed")];
        var shown = await Eventually.Get(work.Now, c => c.Sanctions.Count == 1);
        Assert.Equal(confirmed.Member, Assert.Single(shown.Decisions).ConfirmedBy);
        await confirmed.Client.ConfirmDecisionAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Decision = 1 });
        Assert.Single((await _people.Auditor.ListEventsAsync(new() { Parent = work.Name, PageSize = 100 })).Events, e => e.Type == "panel-decision-confirmed");
    }

    [Fact]
    public async Task A_list_is_narrowed_to_a_stage_and_a_state()
    {
        var work = CaseWork.In(register);
        var number = await _people.Registered("listed-cases");
        await work.Heard(number);
        Assert.Equal([CaseStage.ConductAndCompetenceCommittee], await StagesOf(number, new() { Stage = CaseStage.ConductAndCompetenceCommittee }, expected: 1));
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.Suspension, months: 6);
        Assert.Equal([CaseStage.Decision], await StagesOf(number, new() { Stage = CaseStage.Decision, State = CaseState.Open }, expected: 1));
        Assert.Empty(await StagesOf(number, new() { Stage = CaseStage.Reviews }, expected: 0));
        Assert.Empty(await StagesOf(number, new() { State = CaseState.Closed }, expected: 0));

        var other = CaseWork.In(register);
        await other.Raised(number);
        await other.Officer.TriageCaseAsync(new() { RequestId = People.NewRequest(), Name = other.Name, Reasons = "Nothing in it." });
        Assert.Equal([CaseStage.Closed], await StagesOf(number, new() { State = CaseState.Closed, Stage = CaseStage.Closed }, expected: 1));
    }

    [Fact] // R26
    public async Task A_decision_that_nobody_was_told_of_yet_is_found_by_the_list()
    {
        var work = CaseWork.In(register);
        var number = await _people.Registered("not-told-yet");
        await work.Heard(number);
        var untold = new ListCasesRequest { Registrant = $"registrants/{number}", AwaitingNotice = true };
        var recorded = await work.Recorded("ccc", DecisionOccasion.Hearing, SanctionKind.Caution, months: 24);
        await work.As("ccc", 2).ConfirmDecisionAsync(new() { RequestId = People.NewRequest(), Name = work.Name, Decision = recorded.Decisions[^1].Number });
        await Eventually.Get(async () => (await work.Officer.ListCasesAsync(untold)).Cases, cases => cases.Count == 1);

        await work.Officer.ServeNoticeAsync(new() { RequestId = People.NewRequest(), Name = work.Name, NotifiedOn = work.Day(0) });
        await Eventually.Get(async () => (await work.Officer.ListCasesAsync(untold)).Cases, cases => cases.Count == 0);
    }

    [Fact]
    public async Task A_case_lists_the_cases_that_were_joined_to_it_and_they_are_found_by_it()
    {
        var number = await _people.Registered("joined-by-two");
        var work = CaseWork.In(register);
        await work.Referred(number);
        var others = new[] { CaseWork.In(register), CaseWork.In(register) };
        foreach (var other in others)
        {
            await other.Raised(number);
            await other.Officer.JoinCaseAsync(new() { RequestId = People.NewRequest(), Name = other.Name, Into = work.Name });
        }
        var names = others.Select(o => o.Name).ToList();
        Assert.Equal(names, (await Eventually.Get(work.Now, c => c.JoinedCases.Count == 2)).JoinedCases);
        Assert.Empty((await others[0].Now()).JoinedCases);

        var joined = await work.Officer.ListCasesAsync(new() { JoinedTo = work.Name });
        Assert.Equal(names, joined.Cases.Select(c => c.Name));
        var listed = await work.Officer.ListCasesAsync(new() { Registrant = $"registrants/{number}", State = CaseState.Open });
        Assert.Equal(names, Assert.Single(listed.Cases).JoinedCases);
        await work.Officer.ListCasesAsync(new() { JoinedTo = "registrants/SON1" }).Refused(StatusCode.InvalidArgument, "NOT_A_NAME");

        var client = new Audit.AuditorsClient(register);
        Assert.Contains(names[1], (await client.As("ftp-officer", "case", "show", work.Name)).Done(), StringComparison.Ordinal);
        Assert.Equal(names, (await client.As("ftp-officer", "--quiet", "case", "list", "--joined-to", work.Name)).Done().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_case_is_joined_to_another_and_agreed_removal_takes_two()
    {
        var number = await _people.Registered("joined");
        var (work, other) = (CaseWork.In(register), CaseWork.In(register));
        await other.Raised(number);
        await work.Referred(number);
        var joined = (await other.Officer.JoinCaseAsync(new() { RequestId = People.NewRequest(), Name = other.Name, Into = work.Name })).Case;
        Assert.Equal((CaseState.Closed, ClosedAs.Joined, work.Name), (joined.State, joined.ClosedAs, joined.JoinedTo));

        await work.Officer.RecordRemovalAgreementAsync(
            new() { RequestId = People.NewRequest(), Name = work.Name, Reasons = "Retired.", PublicText = "Removed by agreement." });
        await work.Officer.ConfirmRemovalAgreementAsync(new() { RequestId = People.NewRequest(), Name = work.Name })
            .Refused(StatusCode.FailedPrecondition, "SECOND_PERSON_REQUIRED");
        var removed = (await work.Panel("somebody-else").ConfirmRemovalAgreementAsync(new() { RequestId = People.NewRequest(), Name = work.Name })).Case;
        Assert.Equal((SanctionKind.RemovalByAgreement, true), (Assert.Single(removed.Sanctions).Terms.Kind, removed.Sanctions[0].InForce));
        Assert.Equal(CaseState.Closed, removed.State);
    }

    [Fact]
    public async Task Everything_wrong_with_a_decision_is_said_at_once()
    {
        var refusal = await _people.Panel.RecordDecisionAsync(new() { Decision = new() { Sanction = new() { Months = -1 } } })
            .Refused(StatusCode.InvalidArgument, "REQUIRED");
        Assert.Equal(
            [
                "request_id", "name", "decision.occasion", "decision.outcome", "decision.sanction.kind", "decision.sanction.public_text",
                "decision.sanction.months", "decision.reasons",
            ],
            refusal.Fields());
    }

    private static async Task<IReadOnlyList<string>> OfMember(CaseWork work, string member) =>
        [.. (await work.Officer.ListCasesAsync(new() { Member = member })).Cases.Select(c => c.Name)];

    private async Task<IReadOnlyList<CaseStage>> StagesOf(string number, ListCasesRequest request, int expected)
    {
        request.Registrant = $"registrants/{number}";
        var list = await Eventually.Get(async () => (await _people.FtpOfficer.ListCasesAsync(request)).Cases, cases => cases.Count == expected);
        return [.. list.Select(c => c.Stage)];
    }
}
