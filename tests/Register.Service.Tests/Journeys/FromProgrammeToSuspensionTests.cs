using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Journeys;

/// <summary>The register's main job, from end to end.</summary>
public sealed class FromProgrammeToSuspensionTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly People _people = new(register);

    [Fact]
    public async Task An_employer_sees_a_registrant_and_then_their_interim_suspension_and_yesterday_stays_as_it_was()
    {
        var number = await _people.Registered("journey");
        Assert.Equal(RosterResult.Found, (await Verified(number)).Result);

        var concern = await _people.Concern(number);
        await _people.Panel.ImposeInterimOrderAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = concern.Name,
            Order = new() { Kind = InterimOrderKind.Suspension, Until = People.Day(180), PublicText = "Suspended while the panel considers a case." },
        });

        var suspended = await Eventually.Get(() => Verified(number), a => a.Entry.Status == RegistrationStatus.SuspendedInterim); // R24
        Assert.Equal(["Suspended while the panel considers a case."], suspended.Entry.Restrictions);
        Assert.Equal(RegistrationStatus.Registered, (await At(number, 181)).Status); // R2: it runs out with no new event
        Assert.Equal(RegistrationStatus.NotRegistered, (await At(number, -1)).Status);
        Assert.Equal(NotRegisteredReason.NotYetRegistered, (await At(number, -1)).NotRegisteredReason); // R33

        await _people.FtpOfficer.CloseCaseAsync(new() { RequestId = People.NewRequest(), Name = concern.Name, Reasons = "No case to answer." });
        await Eventually.Get(() => Verified(number), a => a.Entry.Status == RegistrationStatus.Registered);
    }

    [Fact]
    public async Task What_a_command_returns_can_be_read_back_at_once_by_its_version()
    {
        var application = await _people.Applied("own-write");
        var read = await _people.Applicant("own-write").GetApplicationAsync(new() { Name = application.Name, MinimumVersion = application.Version });
        Assert.True(read.Application.Version >= application.Version); // the claim on the identity may have followed by now (R14)
        read.Application.Version = application.Version;
        Assert.Equal(application, read.Application);
    }

    [Fact]
    public async Task An_open_case_changes_nothing_in_the_public_answer()
    {
        var number = await _people.Registered("open-case");
        var before = (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry;
        var concern = await _people.Concern(number);
        await _people.Panel.GetCaseAsync(new() { Name = concern.Name, MinimumVersion = concern.Version });

        var after = (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry;
        before.AnswerTime = after.AnswerTime = null;
        Assert.Equal(before, after); // R28
    }

    [Theory]
    [InlineData("Zoë Müller-Ångström", "zoe muller")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("ليلى حداد", "ليلى")]
    [InlineData("李小青", "李小青")]
    [InlineData("Siobhán O'Neill", "o'neill")]
    [InlineData("Suharti", "suharti")]
    public async Task A_name_in_any_script_is_shown_as_given_and_found_without_its_accents(string name, string query)
    {
        var number = await _people.Registered($"named-{Guid.NewGuid():N}", name);
        var found = await _people.Public.SearchRegisterAsync(new() { Query = query });
        Assert.Equal([name], found.Entries.Where(e => e.RegistrationNumber == number).Select(e => e.FullName));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_without_gap_or_double()
    {
        var provider = $"provider-{Guid.NewGuid():N}";
        for (var i = 0; i < 5; i++)
        {
            var programme = People.AProgramme($"Title {i}");
            programme.Provider = provider;
            var accredited = (await _people.Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = programme })).Programme;
            await _people.Accreditor.GetProgrammeAsync(new() { Name = accredited.Name, MinimumVersion = accredited.Version });
        }

        var paged = new List<Programme>();
        var token = "";
        do
        {
            var page = await _people.Accreditor.ListProgrammesAsync(new() { PageSize = 2, PageToken = token, Provider = provider });
            paged.AddRange(page.Programmes);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(["Title 0", "Title 1", "Title 2", "Title 3", "Title 4"], paged.Select(p => p.Title));
    }

    [Fact]
    public async Task An_auditor_reads_who_did_what_from_the_first_event_to_the_reaction()
    {
        var number = await _people.Registered("audited");
        var entry = (await _people.Auditor.ListEventsAsync(new() { Parent = $"registrants/{number}" })).Events[0];
        Assert.Equal(("registrant-registered", "register", "register"), (entry.Type, entry.Actor, entry.Role));

        var everything = _people.Auditor.ReadEvents(new()).ResponseStream.ReadAllAsync();
        var chain = await everything.Select(r => r.Event).Where(e => e.CorrelationId == entry.CorrelationId)
            .Where(e => !e.Type.Contains("identity", StringComparison.Ordinal)) // beside the chain, the claim on the identity is settled (R14)
            .ToListAsync();
        Assert.Equal(["application-granted", "registration-number-reserved", "registrant-registered"], chain.Select(e => e.Type));
        Assert.Equal([chain[0].EventId, chain[1].EventId], chain.Skip(1).Select(e => e.CausationId));

        var byGrace = await Eventually.Get(
            async () => (await _people.Auditor.SearchEventsAsync(new() { Actor = "grace" })).Events, e => e.Any(x => x.EventId == chain[0].EventId));
        Assert.All(byGrace, e => Assert.Equal("registrar", e.Role));
    }

    [Fact]
    public async Task No_name_date_of_birth_or_address_is_in_any_log_line() // R37
    {
        await _people.Registered("logged", "Wilhelmina Secret", People.Date(1995, 2, 28));
        await _people.Public.SearchRegisterAsync(new() { Query = "wilhelmina" });
        Assert.DoesNotContain(register.Log.Lines, l =>
            l.Contains("Wilhelmina", StringComparison.OrdinalIgnoreCase) || l.Contains("applicant@example.org", StringComparison.Ordinal)
            || l.Contains("1995-02-28", StringComparison.Ordinal));
    }

    private async Task<VerifyRosterResponse> Verified(string number)
    {
        var employer = new VerificationService.VerificationServiceClient(register.InRole("employer", "hr", "RR8"));
        using var roster = employer.VerifyRoster();
        await roster.RequestStream.WriteAsync(new() { RegistrationNumber = number });
        await roster.RequestStream.CompleteAsync();
        return await roster.ResponseStream.ReadAllAsync().SingleAsync();
    }

    private async Task<PublicEntry> At(string number, int day) =>
        (await _people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number, AsAt = People.Day(day) })).Entry;
}
