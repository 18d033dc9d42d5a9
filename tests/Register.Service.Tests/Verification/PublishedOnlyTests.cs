using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.FitnessToPractise;
using Register.Service.Tests.Renewal;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using Date = Google.Type.Date;

namespace Register.Service.Tests.Verification;

/// <summary>Public answers compared byte for byte: of people who differ only in what is not public, they are the same (R28).</summary>
public sealed partial class PublishedOnlyTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private static readonly Date?[] Dates = [null, People.Date(2026, 3, 1), People.Date(2026, 3, 2), People.Date(2029, 1, 1), People.Date(2033, 1, 1)];

    private readonly Registrants _registrants = new(register);
    private readonly RegistrationService.RegistrationServiceClient _officer = new(register.InRole("ftp-officer"));

    [Fact] // R28
    public async Task A_case_that_is_opened_and_closed_changes_no_byte_of_any_public_answer()
    {
        var number = await _registrants.Registered("before-after");
        var before = await Answers(number, "before-after");
        var opened = await Raise(number);
        Assert.Equal(before, await Answers(number, "before-after"));
        await Close(opened, number);
        Assert.Equal(before, await Answers(number, "before-after"));
    }

    [Fact] // R28, R32
    public async Task Who_has_an_open_case_a_closed_one_or_none_is_answered_with_the_same_bytes()
    {
        string[] subjects = ["none-1", "open-1", "shut-1"];
        var numbers = new List<string>();
        foreach (var subject in subjects)
            numbers.Add(await _registrants.Registered(subject));
        await Raise(numbers[1]);
        await Close(await Raise(numbers[2]), numbers[2]);
        await AllAlike();

        // Beyond the renewal date: who has no open case renewed, and the other is held over (R21).
        await _registrants.MoveTo(2028, 1, 10);
        await _registrants.As(subjects[0]).RenewAsync(Registrants.Renewal(numbers[0]));
        await _registrants.As(subjects[2]).RenewAsync(Registrants.Renewal(numbers[2]));
        await _registrants.MoveTo(2028, 3, 1);
        Assert.True((await _registrants.Tenure(numbers[1])).HeldOver);
        await AllAlike();

        async Task AllAlike()
        {
            var none = (await Answers(numbers[0], subjects[0])).Select(a => Anonymous(a, numbers[0], subjects[0]));
            foreach (var (number, subject) in numbers.Zip(subjects).Skip(1))
                Assert.Equal(none, (await Answers(number, subject)).Select(a => Anonymous(a, number, subject)));
        }
    }

    [Fact] // R26, R28
    public async Task Who_has_a_sanction_that_waits_for_its_appeal_period_is_answered_with_the_same_bytes_as_anybody()
    {
        string[] subjects = ["nothing-1", "waiting-1"];
        var numbers = new List<string>();
        foreach (var subject in subjects)
            numbers.Add(await _registrants.Registered(subject));
        var work = CaseWork.In(register);
        await work.Heard(numbers[1]);
        await work.Sanctioned("ccc", DecisionOccasion.Hearing, SanctionKind.Suspension, months: 6);
        await Eventually.Get(() => Seen(numbers[1]), r => r.SanctionPending);

        // The day after the hearing, whose allegations were public; then the last day for an appeal, and the day after it.
        var decided = CivilTime.DateIn(register.Clock.GetUtcNow());
        foreach (var (days, alike) in new[] { (1, true), (28, true), (29, false) })
        {
            register.Clock.MoveTo(decided.AddDays(days));
            var nothing = (await Answers(numbers[0], subjects[0])).Select(a => Anonymous(a, numbers[0], subjects[0]));
            var waiting = (await Answers(numbers[1], subjects[1])).Select(a => Anonymous(a, numbers[1], subjects[1]));
            Assert.Equal(alike, nothing.SequenceEqual(waiting));
        }
    }

    // Every public answer about somebody there is, as it came over the wire but for the instant of the answer.
    private async Task<List<string>> Answers(string number, string subject)
    {
        var answers = new List<string>();
        foreach (var date in Dates)
        {
            var verify = new VerifyRegistrationRequest { RegistrationNumber = number, AsAt = date };
            answers.Add(await Bytes<VerifyRegistrationRequest, VerifyRegistrationResponse>("VerifyRegistration", verify, r => [r.Entry]));
            var search = new SearchRegisterRequest { Query = $"name of {subject}", AsAt = date };
            answers.Add(await Bytes<SearchRegisterRequest, SearchRegisterResponse>("SearchRegister", search, r => r.Entries));
            answers.Add(await Roster(number, date));
            var query = date is null ? "" : $"as_at.year={date.Year}&as_at.month={date.Month}&as_at.day={date.Day}";
            answers.Add(await Rest($"/v1/register/{number}?{query}"));
            answers.Add(await Rest($"/v1/register:search?query=name%20of%20{subject}&{query}"));
        }
        answers.Add(await Rest($"/v1/register/{number}?as_at.year=2026&as_at.month=2&as_at.day=30"));
        answers.Add(await Rest($"/v1/register/{number}?minimum_version=1"));
        answers.Add(await Rest($"/v1/register/{number}0000"));
        return answers;
    }

    private async Task<string> Bytes<TRequest, TResponse>(string rpc, TRequest request, Func<TResponse, IEnumerable<PublicEntry>> entries)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        var method = new Method<TRequest, byte[]>(
            MethodType.Unary,
            "sonographer.register.v1.VerificationService",
            rpc,
            Marshallers.Create(r => r.ToByteArray(), new MessageParser<TRequest>(() => new()).ParseFrom),
            Marshallers.Create(bytes => bytes, bytes => bytes));
        using var call = register.Anyone.AsyncUnaryCall(method, null, default, request);
        var bytes = await call.ResponseAsync;
        var response = new MessageParser<TResponse>(() => new()).ParseFrom(bytes);
        Assert.Equal(bytes, response.ToByteArray()); // nothing in them that the contract does not know
        Assert.Single(entries(response)).AnswerTime = null;
        var headers = (await call.ResponseHeadersAsync).Concat(call.GetTrailers()).Where(h => h.Key != "date").Select(h => $"{h.Key}: {h.Value}");
        return $"{string.Join('\n', headers)}\n{Encoding.Latin1.GetString(response.ToByteArray())}";
    }

    private async Task<string> Roster(string number, Date? asAt)
    {
        using var roster = new VerificationService.VerificationServiceClient(register.InRole("employer", "hr", "RR8")).VerifyRoster();
        await roster.RequestStream.WriteAsync(new() { RegistrationNumber = number, AsAt = asAt });
        await roster.RequestStream.CompleteAsync();
        var row = await roster.ResponseStream.ReadAllAsync().SingleAsync();
        (row.AnswerTime, row.Entry.AnswerTime) = (null, null);
        return Encoding.Latin1.GetString(row.ToByteArray());
    }

    private async Task<string> Rest(string path)
    {
        using var response = await register.Http.GetAsync(path);
        var headers = response.Headers.Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        var body = await response.Content.ReadAsStringAsync();
        return $"{response.StatusCode}\n{string.Join('\n', headers)}\n{AnswerTime().Replace(body, "")}";
    }

    private static string Anonymous(string answer, string number, string subject) => Etag().Replace(answer, "ETAG")
        .Replace(number, "NUMBER", StringComparison.Ordinal)
        .Replace(subject, "SUBJECT", StringComparison.Ordinal);

    private async Task<Case> Raise(string number)
    {
        var raised = (await _registrants.People.FtpOfficer.RaiseConcernAsync(new()
        {
            RequestId = People.NewRequest(),
            Case = new() { Registrant = $"registrants/{number}", Ground = Ground.Misconduct, Concern = "Reported.", ReceivedOn = People.Date(2026, 3, 2) },
        })).Case;
        await Eventually.Get(() => Seen(number), r => r.Holds.Any(h => h.Case == raised.Name && h.EndDate is null));
        return raised;
    }

    private async Task Close(Case @case, string number)
    {
        await _registrants.People.FtpOfficer.CloseCaseAsync(new() { RequestId = People.NewRequest(), Name = @case.Name, Reasons = "Nothing in it." });
        await Eventually.Get(() => Seen(number), r => r.Holds.All(h => h.EndDate is not null));
    }

    private async Task<Registrant> Seen(string number) =>
        (await _officer.GetRegistrantAsync(new() { Name = $"registrants/{number}" })).Registrant;

    [GeneratedRegex("\"answerTime\": ?\"[^\"]*\"")]
    private static partial Regex AnswerTime();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Etag();
}
