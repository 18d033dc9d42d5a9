using System.Collections.Concurrent;
using System.Diagnostics;
using Register.Service.Commands;
using Register.Service.Tests.Running;
using Register.Views;

namespace Register.Service.Tests.Operations;

/// <summary>One trace follows a command from the call to the views.</summary>
public sealed class TracingTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task A_projection_of_an_event_belongs_to_the_trace_of_the_command_that_caused_it()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is CommandTelemetry.SourceName or ViewTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        // Other tests of this run leave spans too: the one looked for is this command's, found by its correlation.
        var people = new People(register);
        var programme = await people.Accredited();
        var e = (await people.Auditor.ListEventsAsync(new() { Parent = programme.Name })).Events.Single();

        var projected = await Eventually.Get(
            () => Task.FromResult(spans.Where(s => s.TraceId.ToString() == e.CorrelationId).Select(s => s.OperationName).ToHashSet()),
            names => names.Count >= 3);
        Assert.Equal(["command AccreditProgramme", "project audit-history", "project programme-list"], projected.Order());
    }
}
