using Register.Domain;
using Register.Service.Audit;

namespace Register.Service.Tests.Audit;

/// <summary>Nothing that the register records is without a history, a state and an export.</summary>
public sealed class StreamKindTests
{
    [Fact]
    public void Every_state_of_the_domain_is_of_a_kind_that_an_auditor_can_name()
    {
        var states = typeof(IState<,>).Assembly.GetTypes()
            .Where(t => t.IsClass && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IState<,>)));
        Assert.Equal(states.Select(s => s.Name).Order(), StreamKind.All.Select(k => k.State.Name).Order());
    }
}
