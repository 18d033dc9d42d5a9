using Google.Type;
using Grpc.Core;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Running;

/// <summary>What users do on the way to a test's own point, through the contract as they would.</summary>
public sealed class People(IRegister register)
{
    public const string Provider = "university-of-cumbria";

    private static int s_candidate, s_birthday;

    public EducationService.EducationServiceClient Accreditor { get; } = new(register.InRole("accreditor"));
    public EducationService.EducationServiceClient ProviderOffice { get; } = new(register.InRole("education-provider", "office", Provider));
    public ApplicationsService.ApplicationsServiceClient Ada { get; } = new(register.InRole("registrar", "ada"));
    public ApplicationsService.ApplicationsServiceClient Grace { get; } = new(register.InRole("registrar", "grace"));
    public VerificationService.VerificationServiceClient Public { get; } = new(register.Anyone);
    public FitnessToPractiseService.FitnessToPractiseServiceClient FtpOfficer { get; } = new(register.InRole("ftp-officer"));
    public FitnessToPractiseService.FitnessToPractiseServiceClient Panel { get; } = new(register.InRole("panel"));
    public AuditService.AuditServiceClient Auditor { get; } = new(register.InRole("auditor"));

    public static string NewRequest() => Guid.NewGuid().ToString("D");

    public static Date Date(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Date Today => Day(0);

    public static Date Day(int fromToday)
    {
        var day = Domain.CivilTime.DateIn(DateTimeOffset.UtcNow).AddDays(fromToday);
        return Date(day.Year, day.Month, day.Day);
    }

    /// <summary>A date of birth that nobody else here has: two people of one name would else be one person (R14).</summary>
    public static Date Birthday()
    {
        var day = new DateOnly(1950, 1, 1).AddDays(Interlocked.Increment(ref s_birthday));
        return Date(day.Year, day.Month, day.Day);
    }

    public ApplicationsService.ApplicationsServiceClient Applicant(string subject) => new(register.InRole("applicant", subject));

    public static Programme AProgramme(string title = "Medical Imaging (Ultrasound)") => new()
    {
        Provider = Provider,
        ProviderName = "University of Cumbria",
        Title = title,
        Award = "PgDip",
        AcademicLevel = 7,
        Kind = AwardKind.Programme,
        PracticeAreas = { PracticeArea.GeneralMedical, PracticeArea.Obstetric },
        AccreditedFrom = Date(2017, 9, 1),
        AccreditedTo = Date(2035, 8, 31),
    };

    /// <summary>A new programme, in the programme list already.</summary>
    public async Task<Programme> Accredited()
    {
        var programme = (await Accreditor.AccreditProgrammeAsync(new() { RequestId = NewRequest(), Programme = AProgramme() })).Programme;
        return await Eventually.Get(() => Visible(programme), p => p is not null) ?? programme;
    }

    // Right after an outage the views need longer than a call may wait for them.
    private async Task<Programme?> Visible(Programme programme)
    {
        try
        {
            return (await Accreditor.GetProgrammeAsync(new() { Name = programme.Name })).Programme;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.Unavailable)
        {
            return null;
        }
    }

    public async Task<Award> Listed(Programme programme, string fullName, Date? dateOfBirth = null)
    {
        var award = new Award
        {
            CandidateNumber = $"C{Interlocked.Increment(ref s_candidate)}",
            FullName = fullName,
            DateOfBirth = dateOfBirth ?? Birthday(),
        };
        await ProviderOffice.SubmitPassListAsync(new()
        {
            RequestId = NewRequest(),
            Programme = programme.Name,
            CohortStart = Day(-900),
            RatifiedOn = Day(-100),
            Awards = { award },
        });
        return award;
    }

    public static Application AnApplication(Programme programme, Award award) => new()
    {
        Route = EntryRoute.UkApproved,
        FullName = award.FullName,
        DateOfBirth = award.DateOfBirth,
        Email = "applicant@example.org",
        PracticeTown = "Carlisle",
        Programme = programme.Name,
        CandidateNumber = award.CandidateNumber,
        Declarations = new() { Indemnity = true, Truthful = true },
        FeeReference = "FEE-1",
    };

    /// <summary>An application of a new candidate's on a new programme's pass list.</summary>
    public async Task<Application> Applied(string subject, string fullName = "Zoë O'Brien", Date? dateOfBirth = null)
    {
        var programme = await Accredited();
        var award = await Listed(programme, fullName, dateOfBirth);
        var response = await Applicant(subject).SubmitApplicationAsync(new() { RequestId = NewRequest(), Application = AnApplication(programme, award) });
        return response.Application;
    }

    public async Task CheckedByAda(Application application)
    {
        await Ada.RecordCheckAsync(new() { RequestId = NewRequest(), Name = application.Name, AllEvidence = true, Outcome = CheckOutcome.Satisfied });
    }

    /// <summary>Somebody on the register: their registration number, once the public sees it.</summary>
    public async Task<string> Registered(string subject, string fullName = "Zoë O'Brien", Date? dateOfBirth = null)
    {
        var application = await Applied(subject, fullName, dateOfBirth);
        await CheckedByAda(application);
        await Grace.GrantApplicationAsync(new() { RequestId = NewRequest(), Name = application.Name, Reasons = "All evidence satisfactory." });
        return await NumberOf(application, subject);
    }

    public async Task<string> NumberOf(Application application, string subject)
    {
        var mine = Applicant(subject);
        return await Eventually.Get(Number, number => number.Length > 0);

        async Task<string> Number()
        {
            try
            {
                return (await mine.GetApplicationAsync(new() { Name = application.Name })).Application.RegistrationNumber;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.Unavailable)
            {
                return ""; // not in the view yet
            }
        }
    }

    public async Task<Case> Concern(string number) => (await FtpOfficer.RaiseConcernAsync(new()
    {
        RequestId = NewRequest(),
        Case = new() { Registrant = $"registrants/{number}", Ground = Ground.Misconduct, Concern = "Reported by a colleague.", ReceivedOn = Today },
    })).Case;
}
