using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>A person's entry on the register, kept under one number for life (R16).</summary>
public abstract record RegistrantEvent
{
    /// <summary>Entered on the register, up to the next profession-wide renewal date (R17).</summary>
    public sealed record Registered(
        RegistrationNumber Number,
        ApplicationId Application,
        string Applicant,
        PersonDetails Person,
        string PracticeTown,
        ImmutableArray<PracticeArea> PracticeAreas,
        DateOnly From,
        DateOnly PeriodEnd,
        EntryRoute Route = EntryRoute.UkApproved) : RegistrantEvent;

    /// <summary>A case put a restriction on the entry, both days included.</summary>
    public sealed record RestrictionPlaced(CaseId Case, InterimOrderKind Kind, DateOnly From, DateOnly Until, string PublicText) : RegistrantEvent;

    /// <summary>The case's restriction ended; its last day was the day before.</summary>
    public sealed record RestrictionLifted(CaseId Case, DateOnly On) : RegistrantEvent;
}

/// <summary>Who a person is, as they gave it.</summary>
public sealed record PersonDetails(string FullName, DateOnly DateOfBirth, string Email);

/// <summary>A restriction on an entry, both days included; empty when lifted on the day it was placed.</summary>
public sealed record Restriction(CaseId Case, InterimOrderKind Kind, DateOnly From, DateOnly Until, string PublicText)
{
    /// <summary>Whether the restriction is in force on a date.</summary>
    public bool IsInForceOn(DateOnly date) => From <= date && date <= Until;
}

/// <summary>An entry as its events made it. Its status is not here: it depends on a date (R2), see <see cref="EntryStatus"/>.</summary>
public sealed record RegistrantState(
    RegistrantEvent.Registered? Entry,
    ImmutableArray<Restriction> Restrictions) : IState<RegistrantState, RegistrantEvent>
{
    public static RegistrantState None { get; } = new(null, []);

    /// <summary>Names, places, other registrations, annotations (R14, R22, R23).</summary>
    public Particulars Particulars { get; init; } = Particulars.None;

    /// <summary>Its stays on the register, and what bears on them (R17-R21).</summary>
    public TenureState Tenure { get; init; } = TenureState.None;

    public RegistrantState Evolve(RegistrantEvent e) => e switch
    {
        RegistrantEvent.Registered r => this with { Entry = r, Tenure = Tenure.Begin(r.From, r.PeriodEnd, r.Application) },
        RegistrantEvent.RestrictionPlaced p => this with { Restrictions = Restrictions.Add(new(p.Case, p.Kind, p.From, p.Until, p.PublicText)) },
        RegistrantEvent.RestrictionLifted l => this with { Restrictions = [.. Restrictions.Select(r => Lift(r, l))] },
        ParticularsEvent p => this with { Particulars = Particulars.Evolve(p) },
        TenureEvent t => this with { Tenure = Tenure.Evolve(t) },
        _ => throw new UnreachableException(),
    };

    private static Restriction Lift(Restriction restriction, RegistrantEvent.RestrictionLifted lifted) =>
        restriction.Case == lifted.Case && restriction.Until >= lifted.On ? restriction with { Until = lifted.On.AddDays(-1) } : restriction;
}
