using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Registration;

namespace Register.Domain.Practice;

/// <summary>How a registrant practises, as declared: where, in which tier, band and job, and what they did to keep up (R23).</summary>
/// <remarks>Tier, Agenda for Change band and job title are independent facts: none follows from another.</remarks>
public abstract record PracticeEvent
{
    /// <summary>In a tier of the career framework from a date on.</summary>
    public sealed record TierDeclared(CareerTier Tier, DateOnly From, [Personal] string Evidence, DeclaredBy By) : PracticeEvent;

    /// <summary>In an Agenda for Change band from a date on.</summary>
    public sealed record BandDeclared(AgendaForChangeBand Band, DateOnly From, [Personal] string Evidence, DeclaredBy By) : PracticeEvent;

    /// <summary>Under a job title from a date on.</summary>
    public sealed record JobTitleDeclared(string Title, DateOnly From, [Personal] string Evidence, DeclaredBy By) : PracticeEvent;

    /// <summary>Employed; the same employer, setting and first day again correct what was declared before (R3).</summary>
    public sealed record EmploymentDeclared(Employment Employment, [Personal] string Evidence, DeclaredBy By) : PracticeEvent;

    /// <summary>A piece of continuing professional development.</summary>
    public sealed record CpdRecorded(CpdRecord Record, DateTimeOffset At) : PracticeEvent;
}

/// <summary>Who declared a fact, and when it was recorded (R1).</summary>
/// <param name="Subject">The token's subject.</param>
/// <param name="Role">Applicant for one's own, registrar for another's.</param>
/// <param name="At">When it was recorded.</param>
public sealed record DeclaredBy(string Subject, string Role, DateTimeOffset At);

/// <summary>Work for an employer, both days included (R23).</summary>
/// <param name="Employer">The employer's ODS code.</param>
/// <param name="EmployerName">Its name.</param>
/// <param name="Region">The region of practice there.</param>
/// <param name="Setting">The setting.</param>
/// <param name="WholeTimeEquivalent">Over 0 up to 1, in hundredths.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null: it goes on.</param>
public sealed record Employment(
    OdsCode Employer, string EmployerName, Region Region, PracticeSetting Setting, decimal WholeTimeEquivalent, DateOnly From, DateOnly? To)
{
    /// <summary>Whether it holds on a date.</summary>
    public bool IsOn(DateOnly date) => From <= date && !(To < date);
}

/// <summary>Where somebody is counted as practising.</summary>
public readonly record struct PlaceOfWork(Region Region, PracticeSetting Setting);

/// <summary>A piece of continuing professional development.</summary>
/// <param name="On">The day.</param>
/// <param name="Hours">Over 0 up to 24, in hundredths.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Reflection">What was learned and how practice changes, in the registrant's words.</param>
public sealed record CpdRecord(DateOnly On, decimal Hours, CpdKind Kind, [Personal] string Reflection);

/// <summary>A registrant's practice as its events made it. What holds depends on a date (R2).</summary>
public sealed record PracticeState(
    ImmutableArray<PracticeEvent.TierDeclared> Tiers,
    ImmutableArray<PracticeEvent.BandDeclared> Bands,
    ImmutableArray<PracticeEvent.JobTitleDeclared> JobTitles,
    ImmutableArray<PracticeEvent.EmploymentDeclared> Employments,
    ImmutableArray<CpdRecord> Cpd) : IState<PracticeState, PracticeEvent>
{
    public static PracticeState None { get; } = new([], [], [], [], []);

    /// <summary>The stream of a registrant's practice.</summary>
    public static StreamId StreamOf(RegistrationNumber number) => new("practice", number.ToString());

    public PracticeState Evolve(PracticeEvent e) => e switch
    {
        PracticeEvent.TierDeclared t => this with { Tiers = [.. Tiers.Where(x => x.From != t.From).Append(t).OrderBy(x => x.From)] },
        PracticeEvent.BandDeclared b => this with { Bands = [.. Bands.Where(x => x.From != b.From).Append(b).OrderBy(x => x.From)] },
        PracticeEvent.JobTitleDeclared j => this with { JobTitles = [.. JobTitles.Where(x => x.From != j.From).Append(j).OrderBy(x => x.From)] },
        PracticeEvent.EmploymentDeclared d => this with
        {
            Employments = [.. Employments.Where(x => !IsSame(x.Employment, d.Employment)).Append(d).OrderBy(x => x.Employment.From)],
        },
        PracticeEvent.CpdRecorded c => this with { Cpd = Cpd.Add(c.Record) },
        _ => throw new UnreachableException(),
    };

    /// <summary>The tier on a date; null when none was declared for it.</summary>
    public CareerTier? TierOn(DateOnly date) => Tiers.LastOrDefault(t => t.From <= date)?.Tier;

    /// <summary>The band on a date; null when none was declared for it.</summary>
    public AgendaForChangeBand? BandOn(DateOnly date) => Bands.LastOrDefault(b => b.From <= date)?.Band;

    /// <summary>The job title on a date; null when none was declared for it.</summary>
    public string? JobTitleOn(DateOnly date) => JobTitles.LastOrDefault(j => j.From <= date)?.Title;

    /// <summary>The employments on a date, the main one first: the largest share of a whole time, then the oldest, then by code.</summary>
    public IEnumerable<Employment> EmploymentsOn(DateOnly date) => Employments.Select(e => e.Employment).Where(e => e.IsOn(date))
        .OrderByDescending(e => e.WholeTimeEquivalent).ThenBy(e => e.From).ThenBy(e => e.Employer.ToString(), StringComparer.Ordinal).ThenBy(e => e.Setting);

    /// <summary>The main employment on a date, which says the region and setting that a person is counted in.</summary>
    public Employment? MainEmploymentOn(DateOnly date) => EmploymentsOn(date).FirstOrDefault();

    /// <summary>Where the main employment on a date is; null when there is none.</summary>
    public PlaceOfWork? PlaceOfWorkOn(DateOnly date) => MainEmploymentOn(date) is { } main ? new(main.Region, main.Setting) : null;

    /// <summary>Whether two say the same employment, whatever else they say about it.</summary>
    public static bool IsSame(Employment one, Employment other) =>
        (one.Employer, one.Setting, one.From) == (other.Employer, other.Setting, other.From);
}
