using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Commands;

/// <summary>Commands that meet on one stream are applied in some order, or one is told so; none is lost and none doubled.</summary>
public sealed class RaceTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact]
    public async Task Different_commands_racing_on_one_application_are_each_applied_once_or_aborted()
    {
        var application = await _people.Applied("race");
        var checks = Enumerable.Range(0, 40).Select(i => Check(application.Name, (EvidenceKind)(1 + (i % 5)), $"note {i}"));

        var acknowledged = (await Task.WhenAll(checks)).Count(applied => applied);

        var history = await _people.Auditor.ListEventsAsync(new() { Parent = application.Name });
        Assert.Equal(acknowledged, history.Events.Count(e => e.Type == "evidence-checked"));
        Assert.Equal(history.Events.Select((_, i) => i + 1L), history.Events.Select(e => e.Version));
        Assert.True(acknowledged > 0);
    }

    [Fact]
    public async Task Two_officers_granting_at_once_give_one_number()
    {
        var application = await _people.Applied("granted-twice");
        await _people.CheckedByAda(application);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Grant(application)));
        await _people.NumberOf(application, "granted-twice");

        var history = await _people.Auditor.ListEventsAsync(new() { Parent = application.Name });
        Assert.Single(history.Events, e => e.Type == "application-granted");
    }

    private async Task<bool> Check(string name, EvidenceKind evidence, string note)
    {
        try
        {
            await _people.Ada.RecordCheckAsync(new()
            {
                RequestId = People.NewRequest(),
                Name = name,
                Evidence = evidence,
                Outcome = CheckOutcome.NotSatisfied,
                Note = note,
            });
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Aborted)
        {
            Assert.Equal("CONFLICT", e.Reason());
            return false;
        }
    }

    private async Task Grant(Application application)
    {
        try
        {
            await _people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "Satisfied." });
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Aborted)
        {
            Assert.Equal("CONFLICT", e.Reason());
        }
    }
}
