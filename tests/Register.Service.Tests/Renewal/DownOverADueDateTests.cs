using Microsoft.Extensions.DependencyInjection;
using Register.EventStore;
using Register.EventStore.Streams;
using Register.Service.FallingDue;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Renewal;

/// <summary>A register that comes back on another day than it went.</summary>
public sealed class RegisterThatWasDown : RunningRegister
{
    private DateOnly _day = new(2026, 3, 2);

    protected override DateOnly? Today => _day;

    public Task RestartOn(int year, int month, int day)
    {
        _day = new(year, month, day);
        return Restart();
    }
}

public sealed class DownOverADueDateTests(RegisterThatWasDown register) : IClassFixture<RegisterThatWasDown>
{
    [Fact] // R17
    public async Task A_service_that_was_down_does_what_fell_due_once_and_late_and_for_the_right_day()
    {
        var number = await new Registrants(register).Registered("waits");

        await register.RestartOn(2028, 2, 20);
        var notices = await Eventually.Get(() => new Registrants(register).Notices(number), n => n.Count == 2 && n.All(x => x.SendTime is not null));
        Assert.Equal([NoticeKind.Renewal, NoticeKind.FinalWarning], notices.Select(n => n.Kind));

        await register.RestartOn(2028, 3, 5);
        var registrants = new Registrants(register);
        var events = await Eventually.Get(() => registrants.Events(number), e => e.Any(x => x.Type == "registration-lapsed"));
        Assert.Equal(People.Date(2028, 2, 29), (await registrants.Tenure(number)).StatusSince);

        // Several that look at the same moment find nothing more, and do nothing more.
        var services = register.Services;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActivatorUtilities
            .CreateInstance<DueWork>(services, new StreamStates(services.GetRequiredService<IEventStore>())).Run(CancellationToken.None)));
        Assert.Equal(events.Select(e => e.Type), (await registrants.Events(number)).Select(e => e.Type));
    }
}
