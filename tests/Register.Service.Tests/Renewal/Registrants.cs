using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Renewal;

/// <summary>People on the register in simulated time: every date is fixed, none depends on today's.</summary>
internal sealed class Registrants(IRegister register)
{
    public People People { get; } = new(register);

    public RenewalService.RenewalServiceClient Officer { get; } = new(register.InRole("registrar", "grace"));
    public RenewalService.RenewalServiceClient SecondOfficer { get; } = new(register.InRole("registrar", "ada"));
    public OperationsService.OperationsServiceClient Operator { get; } = new(register.InRole("operator"));

    public RenewalService.RenewalServiceClient As(string subject) => new(register.InRole("applicant", subject));

    /// <summary>Somebody newly on the register: their registration number.</summary>
    public async Task<string> Registered(string subject)
    {
        var programme = await People.Accredited();
        var award = new Award { CandidateNumber = $"C-{subject}", FullName = $"Name of {subject}", DateOfBirth = People.Date(1995, 2, 28) };
        await People.ProviderOffice.SubmitPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            CohortStart = People.Date(2023, 9, 1),
            RatifiedOn = People.Date(2025, 7, 1),
            Awards = { award },
        });
        var application = People.AnApplication(programme, award);
        application.Email = $"{subject}@example.org";
        var submitted = (await People.Applicant(subject).SubmitApplicationAsync(new() { RequestId = People.NewRequest(), Application = application })).Application;
        await People.CheckedByAda(submitted);
        await People.Grace.GrantApplicationAsync(new() { RequestId = People.NewRequest(), Name = submitted.Name, Reasons = "In order." });
        return await People.NumberOf(submitted, subject);
    }

    public async Task MoveTo(int year, int month, int day) => await Operator.MoveClockAsync(new() { To = People.Date(year, month, day) });

    public async Task<Tenure> Tenure(string number) => (await Officer.GetTenureAsync(new() { Name = $"registrants/{number}/tenure" })).Tenure;

    public async Task<IReadOnlyList<Event>> Events(string number) => (await People.Auditor.ListEventsAsync(new() { Parent = $"registrants/{number}" })).Events;

    public async Task<IReadOnlyList<Notice>> Notices(string number) => (await Officer.ListNoticesAsync(new() { Parent = $"registrants/{number}" })).Notices;

    public async Task<RenewalDashboard> Dashboard(Google.Type.Date round) =>
        (await Officer.GetRenewalDashboardAsync(new() { Round = round })).Dashboard;

    public static RenewRequest Renewal(string number) =>
        new() { RequestId = People.NewRequest(), Name = $"registrants/{number}", Declared = true, FeeReference = "FEE-2" };
}
