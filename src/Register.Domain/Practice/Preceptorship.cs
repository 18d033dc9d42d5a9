using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Register.Domain.Registration;

namespace Register.Domain.Practice;

/// <summary>The id of a preceptorship.</summary>
public readonly record struct PreceptorshipId(Guid Value) : IParsable<PreceptorshipId>
{
    public StreamId Stream => new("preceptorship", ToString());

    public static PreceptorshipId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("An id is a UUID in small letters.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PreceptorshipId result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value) && value.ToString("D") == s;
        result = parsed ? new(value) : default;
        return parsed;
    }

    public override string ToString() => Value.ToString("D");
}

/// <summary>Supported practice after qualifying: planned, capabilities signed off one by one, completed. No fixed length.</summary>
public abstract record PreceptorshipEvent
{
    /// <summary>Planned in a department, with the capabilities to show.</summary>
    /// <param name="DepartmentEndorsed">Whether the department was endorsed for preceptorship on the first day.</param>
    public sealed record Planned(
        RegistrationNumber Registrant,
        OdsCode Department,
        ImmutableArray<string> Capabilities,
        DateOnly On,
        bool DepartmentEndorsed,
        DeclaredBy By) : PreceptorshipEvent;

    /// <summary>One capability was seen and signed for.</summary>
    public sealed record CapabilitySignedOff(string Capability, DateOnly On, DeclaredBy By) : PreceptorshipEvent;

    /// <summary>All capabilities are signed off, and the department says so.</summary>
    public sealed record Completed(DateOnly On, DeclaredBy By) : PreceptorshipEvent;
}

/// <summary>A preceptorship as its events made it.</summary>
public sealed record PreceptorshipState(
    PreceptorshipEvent.Planned? Plan,
    ImmutableArray<PreceptorshipEvent.CapabilitySignedOff> SignedOff,
    PreceptorshipEvent.Completed? Completion) : IState<PreceptorshipState, PreceptorshipEvent>
{
    public static PreceptorshipState None { get; } = new(null, [], null);

    /// <summary>The capabilities that nobody has signed for yet, in the order of the plan.</summary>
    public IEnumerable<string> Outstanding() => Plan is null ? [] : Plan.Capabilities.Except(SignedOff.Select(s => s.Capability));

    public PreceptorshipState Evolve(PreceptorshipEvent e) => e switch
    {
        PreceptorshipEvent.Planned p => this with { Plan = p },
        PreceptorshipEvent.CapabilitySignedOff s => this with { SignedOff = SignedOff.Add(s) },
        PreceptorshipEvent.Completed c => this with { Completion = c },
        _ => throw new UnreachableException(),
    };
}
