using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Identity;

/// <summary>Killed between a submission and its claim, the claim is made when the register is back (R14).</summary>
public sealed class KilledWhileClaimingTests
{
    private const int Persons = 10;

    [Fact] // R14
    public async Task Killed_between_submissions_and_their_claims_each_person_has_one_application_that_stands()
    {
        await using var service = await ServiceProcess.Start(await PostgresOfTheRun.NewDatabase());
        var people = new People(service);
        var programme = await people.Accredited();
        var born = Enumerable.Range(0, Persons).Select(_ => People.Birthday()).ToList();
        var submissions = Enumerable.Range(0, 4 * Persons).Select(async Task<(int Person, string Name)> (i) =>
        {
            var award = new Award { CandidateNumber = $"K{i}", FullName = "Kim Killed", DateOfBirth = born[i % Persons] };
            var request = new SubmitApplicationRequest { RequestId = People.NewRequest(), Application = People.AnApplication(programme, award) };
            return (i % Persons, (await people.Applicant($"killed-{i}").SubmitApplicationAsync(request)).Application.Name);
        });
        var submitted = await Task.WhenAll(submissions);
        await service.Kill();
        await service.Start();

        var outcomes = await Task.WhenAll(submitted.Select(async s => (s.Person, Type: await Eventually.Get(() => Outcome(people, s.Name), o => o is not null))));
        var standing = outcomes.Where(o => o.Type == "application-identity-claimed").Select(o => o.Person);
        Assert.Equal(Enumerable.Range(0, Persons), standing.Order());
    }

    private static async Task<string?> Outcome(People people, string application) =>
        (await people.Auditor.ListEventsAsync(new() { Parent = application })).Events.Select(e => e.Type)
            .SingleOrDefault(type => type is "application-identity-claimed" or "application-turned-away");
}
