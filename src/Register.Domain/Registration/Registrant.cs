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

    /// <summary>What a case comes to for the entry, as it now is; it takes the place of what was recorded of the case before.</summary>
    public sealed record CaseRecorded(CaseId Case, CaseStanding Standing) : RegistrantEvent;

    /// <summary>A case put a restriction on the entry, both days included: the older form of an interim order in <see cref="CaseRecorded"/>.</summary>
    public sealed record RestrictionPlaced(CaseId Case, InterimOrderKind Kind, DateOnly From, DateOnly Until, [Personal] string PublicText) : RegistrantEvent;

    /// <summary>The case's restriction ended; its last day was the day before. The older form, as <see cref="RestrictionPlaced"/>.</summary>
    public sealed record RestrictionLifted(CaseId Case, DateOnly On) : RegistrantEvent;
}

/// <summary>Who a person is, as they gave it.</summary>
public sealed record PersonDetails([Personal] string FullName, [Personal] DateOnly DateOfBirth, [Personal] string Email);

/// <summary>An entry as its events made it. Its status is not here: it depends on a date (R2), see <see cref="EntryStatus"/>.</summary>
public sealed record RegistrantState(RegistrantEvent.Registered? Entry) : IState<RegistrantState, RegistrantEvent>
{
    public static RegistrantState None { get; } = new((RegistrantEvent.Registered?)null);

    /// <summary>Names, places, other registrations, annotations (R14, R22, R23).</summary>
    public Particulars Particulars { get; init; } = Particulars.None;

    /// <summary>Its stays on the register, and what bears on them, cases included (R17-R21).</summary>
    public TenureState Tenure { get; init; } = TenureState.None;

    public RegistrantState Evolve(RegistrantEvent e) => e switch
    {
        RegistrantEvent.Registered r => this with
        {
            Entry = r,
            Particulars = Particulars.Of(r),
            Tenure = Tenure.Begin(r.From, r.PeriodEnd, r.Application),
        },
        RegistrantEvent.CaseRecorded c => this with { Tenure = Tenure.Record(c.Case, c.Standing) },
        RegistrantEvent.RestrictionPlaced p => this with { Tenure = OlderCaseEvents.Fold(Tenure, p) },
        RegistrantEvent.RestrictionLifted l => this with { Tenure = OlderCaseEvents.Fold(Tenure, l) },
        ParticularsEvent p => this with { Particulars = Particulars.Evolve(p) },
        TenureEvent t => this with { Tenure = Tenure.Evolve(t) },
        _ => throw new UnreachableException(),
    };
}
