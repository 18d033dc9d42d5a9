using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Commands;

/// <summary>A request_id makes every command safe to repeat for ever.</summary>
public sealed class IdempotencyTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact]
    public async Task Fifty_of_the_same_request_at_once_have_one_effect_and_one_answer()
    {
        var request = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme("Fifty at once") };
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _people.Accreditor.AccreditProgrammeAsync(request).ResponseAsync));

        Assert.Single(answers.Distinct());
        var history = await _people.Auditor.ListEventsAsync(new() { Parent = answers[0].Programme.Name });
        Assert.Single(history.Events);
    }

    [Fact]
    public async Task A_request_repeated_later_gets_its_first_answer_though_the_record_has_moved_on()
    {
        var application = await _people.Applied("moved-on");
        var check = new RecordCheckRequest
        {
            RequestId = People.NewRequest(),
            Name = application.Name,
            Evidence = EvidenceKind.Identity,
            Outcome = CheckOutcome.Satisfied,
        };
        var first = await _people.Ada.RecordCheckAsync(check);
        await _people.CheckedByAda(application);

        Assert.Equal(first, await _people.Ada.RecordCheckAsync(check));
    }

    [Fact]
    public async Task A_request_repeated_after_a_restart_has_one_effect()
    {
        await using var own = new Restartable();
        await own.Register.InitializeAsync();
        var programme = new AccreditProgrammeRequest { RequestId = People.NewRequest(), Programme = People.AProgramme() };
        var first = await new People(own.Register).Accreditor.AccreditProgrammeAsync(programme);

        await own.Register.Restart();

        var people = new People(own.Register);
        Assert.Equal(first, await people.Accreditor.AccreditProgrammeAsync(programme));
        var history = await people.Auditor.ListEventsAsync(new() { Parent = first.Programme.Name });
        Assert.Single(history.Events);
    }

    [Fact]
    public async Task A_request_id_that_somebody_else_used_tells_nothing_of_their_record()
    {
        var programme = await _people.Accredited();
        var award = await _people.Listed(programme, "Private Person");
        var request = new SubmitApplicationRequest { RequestId = People.NewRequest(), Application = People.AnApplication(programme, award) };
        await _people.Applicant("first").SubmitApplicationAsync(request);

        await _people.Applicant("second").SubmitApplicationAsync(request).Refused(StatusCode.InvalidArgument, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task A_request_id_that_was_used_for_another_command_is_refused()
    {
        var application = await _people.Applied("reuse");
        var requestId = People.NewRequest();
        await _people.Ada.RecordCheckAsync(new()
        {
            RequestId = requestId,
            Name = application.Name,
            Evidence = EvidenceKind.Fee,
            Outcome = CheckOutcome.Satisfied,
        });

        await _people.Grace.RefuseApplicationAsync(new() { RequestId = requestId, Name = application.Name, Reasons = "Mistaken." })
            .Refused(StatusCode.InvalidArgument, "REQUEST_ID_REUSED");
    }

    private sealed class Restartable : IAsyncDisposable
    {
        public RunningRegister Register { get; } = new();

        public async ValueTask DisposeAsync() => await Register.DisposeAsync();
    }
}
