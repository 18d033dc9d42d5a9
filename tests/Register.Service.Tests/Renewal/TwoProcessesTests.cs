using Register.Service.Tests.Running;

namespace Register.Service.Tests.Renewal;

/// <summary>Two instances of the register on one database, each a process of its own.</summary>
public sealed class TwoProcessesTests
{
    [Fact] // R17
    public async Task Two_that_come_up_after_a_due_date_do_what_fell_due_once()
    {
        var database = await PostgresOfTheRun.NewDatabase();
        string number;
        await using (var before = await ServiceProcess.Start(database, "2026-03-02"))
            number = await new Registrants(before).Registered("two-hosts");

        // Which of the two keeps the views is settled between them, and both are ready.
        var both = await Task.WhenAll(ServiceProcess.Start(database, "2028-03-05"), ServiceProcess.Start(database, "2028-03-05"));
        await using var first = both[0];
        await using var second = both[1];
        await Eventually.Get(() => Types(first), types => types.Contains("registration-lapsed"));
        var third = await new Registrants(second).Registered("two-hosts-later");
        Assert.Equal(["registrant-registered", "registration-lapsed"], await Types(second));
        Assert.Equal(third, (await new Registrants(first).Events(third))[0].Resource.Split('/')[1]);

        async Task<List<string>> Types(ServiceProcess service) => [.. (await new Registrants(service).Events(number)).Select(e => e.Type)];
    }
}
