using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Education;
using Register.Domain.Registration;

namespace Register.Domain.Applications;

/// <summary>A person's application for registration: submitted, its evidence checked, decided by a second officer.</summary>
public abstract record ApplicationEvent
{
    /// <summary>Submitted by an applicant for themself (R9).</summary>
    public sealed record Submitted(
        string Applicant,
        EntryRoute Route,
        PersonDetails Person,
        string PracticeTown,
        AwardReference? Award,
        Declarations Declarations,
        string FeeReference,
        DateOnly On,
        DateTimeOffset At,
        RouteEvidence? Evidence = null) : ApplicationEvent;

    /// <summary>An officer checked one kind of evidence (R9).</summary>
    public sealed record EvidenceChecked(EvidenceKind Evidence, bool Satisfied, string Officer, [Personal] string Note, DateTimeOffset At) : ApplicationEvent;

    /// <summary>Granted, with the practice areas of the qualification.</summary>
    public sealed record Granted(string Officer, [Personal] string Reasons, ImmutableArray<PracticeArea> PracticeAreas, DateOnly On, DateTimeOffset At) : ApplicationEvent;

    /// <summary>Refused.</summary>
    public sealed record Refused(string Officer, [Personal] string Reasons, DateOnly On, DateTimeOffset At) : ApplicationEvent;

    /// <summary>Taken back by the applicant.</summary>
    public sealed record Withdrawn(DateTimeOffset At) : ApplicationEvent;
}

/// <summary>How a person comes to the register.</summary>
public enum EntryRoute
{
    /// <summary>An award on the pass list of an accredited programme (R10).</summary>
    UkApproved = 1,

    /// <summary>Qualified elsewhere, or with a legacy award: assessed for comparability (R8, R12).</summary>
    International,

    /// <summary>In practice before the part opened (R11).</summary>
    Grandparenting,

    /// <summary>From the Register of Clinical Technologists or the former PVRS (R13).</summary>
    VoluntaryRegisterTransfer,

    /// <summary>Back after a lapse or after leaving (R20).</summary>
    Readmission,

    /// <summary>Back after being struck off or removed (R20).</summary>
    Restoration,
}

/// <summary>The evidence that a grant needs (R9).</summary>
public enum EvidenceKind
{
    Identity = 1,
    Character,
    Health,
    Indemnity,
    Fee,
    Qualification,
    Practice,
    Comparability,
    EnglishLanguage,
    VoluntaryRegisterEntry,
    Updating,
    Insight,
}

/// <summary>Where an application stands.</summary>
public enum ApplicationStage
{
    None,
    Submitted,
    UnderAssessment,
    Granted,
    Refused,
    Withdrawn,
    InformationRequested,
    UnderAppeal,
    Draft,

    /// <summary>Another application or a registration of the person stands instead (R14).</summary>
    TurnedAway = 20,

    /// <summary>It led to no registration, and its personal data is erased (R36).</summary>
    Erased,
}

/// <summary>An award, by programme and candidate number.</summary>
public sealed record AwardReference(ProgrammeId Programme, string CandidateNumber);

/// <summary>What an applicant declares (R9); an empty text declares nothing.</summary>
public sealed record Declarations([Personal] string Character, [Personal] string Health, bool Indemnity, bool Truthful);

/// <summary>An application as its events made it.</summary>
public sealed record ApplicationState(
    ApplicationStage Stage,
    ApplicationEvent.Submitted? Submission,
    ImmutableSortedDictionary<EvidenceKind, ApplicationEvent.EvidenceChecked> Checks,
    ApplicationEvent.Granted? Grant,
    ApplicationEvent.Refused? Refusal,
    ApplicationEvent.Withdrawn? Withdrawal) : IState<ApplicationState, ApplicationEvent>
{
    public static ApplicationState None { get; } =
        new(ApplicationStage.None, null, ImmutableSortedDictionary<EvidenceKind, ApplicationEvent.EvidenceChecked>.Empty, null, null, null);

    /// <summary>Whether it stands as its person's only one (R14); null until that is settled.</summary>
    public ApplicationIdentity? Identity { get; init; }

    /// <summary>What was attached as evidence, in order.</summary>
    public ImmutableArray<DocumentEvent.Attached> Documents { get; init; } = [];

    /// <summary>The form as last saved before it was submitted.</summary>
    public DraftEvent.Saved? Draft { get; init; }

    /// <summary>What officers asked, in order, and the answers.</summary>
    public ImmutableArray<InformationRequest> Requests { get; init; } = [];

    /// <summary>Who assesses the practice, in the order of their appointment (R11).</summary>
    public ImmutableArray<Assessor> Assessors { get; init; } = [];

    /// <summary>How a qualification elsewhere compares (R12).</summary>
    public Comparability? Comparability { get; init; }

    /// <summary>The last appeal against a refusal.</summary>
    public Appeal? Appeal { get; init; }

    /// <summary>Whether it still waits for a decision.</summary>
    public bool IsLive => Stage is ApplicationStage.Submitted or ApplicationStage.UnderAssessment or ApplicationStage.InformationRequested;

    /// <summary>Whether it can still lead to a registration, be it by appeal: it stands for its person (R14).</summary>
    public bool MayStand => IsLive || Stage == ApplicationStage.UnderAppeal;

    /// <summary>Whose it is; null when there is none.</summary>
    public string? Applicant => Submission?.Applicant ?? Draft?.Applicant;

    /// <summary>The stage of an application that an officer works on: it waits for the applicant as long as a question is open.</summary>
    internal ApplicationStage InHand => Requests.Any(r => r.IsOpen) ? ApplicationStage.InformationRequested : ApplicationStage.UnderAssessment;

    public ApplicationState Evolve(ApplicationEvent e) => e switch
    {
        ApplicationEvent.Submitted s => this with { Stage = ApplicationStage.Submitted, Submission = s },
        ApplicationEvent.EvidenceChecked c => this with { Stage = InHand, Checks = Checks.SetItem(c.Evidence, c) },
        ApplicationEvent.Granted g => this with { Stage = ApplicationStage.Granted, Grant = g },
        ApplicationEvent.Refused r => this with { Stage = ApplicationStage.Refused, Refusal = r, Identity = Identity?.LetGo() },
        ApplicationEvent.Withdrawn w => this with { Stage = ApplicationStage.Withdrawn, Withdrawal = w },
        ErasureEvent.Erased => this with { Stage = ApplicationStage.Erased },
        DocumentEvent d => ApplicationDocuments.Evolve(this, d),
        DraftEvent.Saved d => this with { Stage = ApplicationStage.Draft, Draft = d },
        InformationEvent i => InformationRequest.Evolve(this, i),
        AssessmentEvent a => Assessor.Evolve(this, a),
        ComparabilityEvent c => Comparability.Evolve(this, c),
        AppealEvent a => Appeal.Evolve(this, a),
        IdentityEvent i => ApplicationIdentity.Evolve(this, i),
        _ => throw new UnreachableException(),
    };
}
