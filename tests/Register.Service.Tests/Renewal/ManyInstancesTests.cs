using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.FallingDue;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Renewal;

public sealed class ManyInstancesTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R17
    public async Task Several_that_look_at_the_same_moment_do_a_thing_once()
    {
        var registrants = new Registrants(register);
        var (first, second) = (await registrants.Registered("twin-a"), await registrants.Registered("twin-b"));
        var services = register.Services;
        var store = services.GetRequiredService<IEventStore>();

        // Everything is in the view; then time passes, and all look at once, each with states of its own.
        await services.GetRequiredService<Settling>().Wait(CancellationToken.None);
        register.Clock.MoveTo(new DateOnly(2028, 1, 20));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            ActivatorUtilities.CreateInstance<DueWork>(services, new StreamStates(store)).Run(CancellationToken.None)));
        Assert.Equal(["registrant-registered", "notice-given", "notification-sent"], await Types(first));
        Assert.Equal(["registrant-registered", "notice-given", "notification-sent"], await Types(second));

        // Another instance decides with what it has in its own memory: the ledger takes one lapse.
        register.Clock.MoveTo(new DateOnly(2028, 3, 1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Lapse(store, RegistrationNumber.Parse(first, null))));
        Assert.Single(await Types(first), type => type == "registration-lapsed");

        async Task<IEnumerable<string>> Types(string number) => (await registrants.Events(number)).Select(e => e.Type);
    }

    private async Task Lapse(IEventStore store, RegistrationNumber number)
    {
        var executor = new CommandExecutor(store, new StreamStates(store), register.Clock);
        while (true)
        {
            try
            {
                var outcome = await executor.Execute(
                    new RecordLapse(number), new CommandOrigin(Guid.NewGuid(), Actor.Register, "test"), CancellationToken.None);
                Assert.Empty(outcome.Rejections);
                return;
            }
            catch (ConflictException)
            {
                // Somebody else was first: decide again, as Wolverine's policy does.
            }
        }
    }
}
