using Register.Domain;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using Date = Google.Type.Date;

namespace Register.Service.Tests.Registration;

/// <summary>Somebody on the register in simulated time, entered ten days ago: every date is fixed or counted from the register's own day.</summary>
public sealed class OnTheRegister
{
    private static readonly Date DateOfBirth = People.Date(1995, 2, 28);

    private readonly RegisterInSimulatedTime _register;
    private readonly People _people;
    private readonly RegistrationService.RegistrationServiceClient _own;

    private OnTheRegister(RegisterInSimulatedTime register, string subject)
    {
        (_register, _people, Subject) = (register, new People(register), subject);
        Self = new(register.InRole("applicant", subject));
        _own = new(register.InRole("applicant", subject));
        Officer = new(register.InRole("registrar", "grace"));
        Registrants = new(register.InRole("registrar", "grace"));
    }

    public string Subject { get; }
    public string Number { get; private set; } = "";
    public string Name => $"registrants/{Number}";
    public ParticularsService.ParticularsServiceClient Self { get; }
    public ParticularsService.ParticularsServiceClient Officer { get; }
    public RegistrationService.RegistrationServiceClient Registrants { get; }

    /// <summary>A day of the register, counted from its own today.</summary>
    public Date Day(int fromToday)
    {
        var day = CivilTime.DateIn(_register.Clock.GetUtcNow()).AddDays(fromToday);
        return People.Date(day.Year, day.Month, day.Day);
    }

    public static async Task<OnTheRegister> Enter(RegisterInSimulatedTime register, string subject, string? fullName = null)
    {
        var somebody = new OnTheRegister(register, subject);
        var people = somebody._people;
        var programme = await people.Accredited();
        var award = await somebody.Listed(programme, fullName ?? $"Zoë {subject}");
        var applied = People.AnApplication(programme, award);
        applied.Email = $"{subject}@example.org";
        var application = (await people.Applicant(subject).SubmitApplicationAsync(
            new() { RequestId = People.NewRequest(), Application = applied })).Application;
        await people.CheckedByAda(application);
        await people.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name, Reasons = "In order." });
        somebody.Number = await people.NumberOf(application, subject);
        register.Clock.MoveTo(CivilTime.DateIn(register.Clock.GetUtcNow()).AddDays(10));
        return somebody;
    }

    /// <summary>An award of the person's in a focused course for vascular work, ratified on 1 July 2025.</summary>
    public async Task<(string Programme, string CandidateNumber)> VascularAward()
    {
        var course = People.AProgramme("Vascular Ultrasound");
        course.Kind = AwardKind.FocusedCourse;
        course.PracticeAreas.Clear();
        course.PracticeAreas.Add(PracticeArea.Vascular);
        course = (await _people.Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = course })).Programme;
        return (course.Name, (await Listed(course, $"Zoë {Subject}")).CandidateNumber);
    }

    /// <summary>A request for the annotation of that award.</summary>
    public async Task<GrantAnnotationRequest> Vascular(Date from)
    {
        var (programme, candidate) = await VascularAward();
        return new()
        {
            RequestId = People.NewRequest(),
            Name = Name,
            Kind = AnnotationKind.PracticeArea,
            PracticeArea = PracticeArea.Vascular,
            Programme = programme,
            CandidateNumber = candidate,
            StartDate = from,
        };
    }

    /// <summary>The public entry on a day, once it is computed from a version.</summary>
    public async Task<PublicEntry> Public(long version, Date? asAt = null)
    {
        // One's own look is no logged read.
        await _own.GetRegistrantAsync(new() { Name = Name, MinimumVersion = version });
        return (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = Number, AsAt = asAt })).Entry;
    }

    /// <summary>How many entries the public finds by a name.</summary>
    public async Task<int> FoundByThePublic(string name) => (await _people.Public.SearchRegisterAsync(new() { Query = name })).Entries.Count;

    private async Task<Award> Listed(Programme programme, string fullName)
    {
        var award = new Award { CandidateNumber = $"C-{Subject}", FullName = fullName, DateOfBirth = DateOfBirth };
        await _people.ProviderOffice.SubmitPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CohortStart = People.Date(2023, 9, 1),
            RatifiedOn = People.Date(2025, 7, 1),
            Awards = { award },
        });
        return award;
    }
}
