using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Register.Service.Tests.Architecture;

/// <summary>Dependencies point one way: Domain ◄ EventStore ◄ Views ◄ Service; the client knows only the protos.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Domain = typeof(Register.Domain.StreamId).Assembly;
    private static readonly Assembly EventStore = typeof(Register.EventStore.IEventStore).Assembly;
    private static readonly Assembly Views = typeof(Register.Views.ViewReader).Assembly;
    private static readonly Assembly Service = typeof(Register.Service.Hosting.RegisterHost).Assembly;
    private static readonly Assembly Client = Assembly.Load("register");
    private static readonly Assembly Protos = typeof(Sonographer.Register.V1.Programme).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(Domain, EventStore, Views, Service, Client, Protos).Build();

    public static TheoryData<string, string> NotAllowed => new()
    {
        { "Domain", "EventStore" }, { "Domain", "Views" }, { "Domain", "Service" }, { "Domain", "Protos" },
        { "EventStore", "Views" }, { "EventStore", "Service" }, { "EventStore", "Protos" },
        { "Views", "Service" }, { "Views", "Protos" },
        { "Service", "Client" },
        { "Client", "Domain" }, { "Client", "EventStore" }, { "Client", "Views" }, { "Client", "Service" },
    };

    [Theory]
    [MemberData(nameof(NotAllowed))]
    public void A_part_does_not_know_what_stands_on_it(string part, string other) =>
        Types().That().ResideInAssembly(Part(part)).Should().NotDependOnAny(Types().That().ResideInAssembly(Part(other))).Check(House);

    [Fact]
    public void The_domain_knows_nothing_but_the_runtime() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    private static Assembly Part(string name) => name switch
    {
        "Domain" => Domain,
        "EventStore" => EventStore,
        "Views" => Views,
        "Service" => Service,
        "Client" => Client,
        _ => Protos,
    };
}
