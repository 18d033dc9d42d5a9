using Google.Type;
using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Education;

/// <summary>Accreditation as dated intervals with conditions (R4), on a clock that stands on 2 March 2026.</summary>
public sealed class AccreditationTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly People _people = new(register);

    [Fact] // R4
    public async Task A_programme_is_renewed_after_a_gap_and_withdrawn_from_a_day_on()
    {
        var programme = await Accredited();
        var renewed = (await _people.Accreditor.RenewAccreditationAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            AccreditedFrom = People.Date(2028, 9, 1),
            AccreditedTo = People.Date(2033, 8, 31),
        })).Programme;
        Assert.Equal(
            [(People.Date(2020, 9, 1), People.Date(2027, 8, 31)), (People.Date(2028, 9, 1), People.Date(2033, 8, 31))], Intervals(renewed));
        Assert.Equal((People.Date(2020, 9, 1), People.Date(2033, 8, 31)), (renewed.AccreditedFrom, renewed.AccreditedTo));

        var request = new WithdrawAccreditationRequest
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            WithdrawnFrom = People.Date(2026, 3, 2),
            Reason = "No clinical placements.",
        };
        var withdrawn = await _people.Accreditor.WithdrawAccreditationAsync(request);
        Assert.Equal([(People.Date(2020, 9, 1), People.Date(2026, 3, 1))], Intervals(withdrawn.Programme));
        Assert.Equal(withdrawn, await _people.Accreditor.WithdrawAccreditationAsync(request));

        var anyone = new EducationService.EducationServiceClient(register.Anyone);
        var shown = await anyone.GetProgrammeAsync(new() { Name = programme.Name, MinimumVersion = withdrawn.Programme.Version });
        Assert.Equal(withdrawn.Programme, shown.Programme);
    }

    [Fact] // R4
    public async Task Accreditation_is_not_withdrawn_for_the_past()
    {
        var programme = await Accredited();
        var refusal = await _people.Accreditor.WithdrawAccreditationAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            WithdrawnFrom = People.Date(2026, 3, 1),
            Reason = "Too late.",
        }).Refused(StatusCode.FailedPrecondition, "WITHDRAWAL_IN_THE_PAST");
        Assert.Equal(["withdrawn_from"], refusal.Fields());
    }

    [Fact] // R4
    public async Task An_overlapping_renewal_is_refused()
    {
        var programme = await Accredited();
        await _people.Accreditor.RenewAccreditationAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            AccreditedFrom = People.Date(2027, 8, 31),
            AccreditedTo = People.Date(2033, 8, 31),
        }).Refused(StatusCode.FailedPrecondition, "ACCREDITED_ALREADY");
    }

    [Fact] // R4
    public async Task Conditions_are_set_met_and_shown_to_everybody()
    {
        var programme = await Accredited();
        await _people.Accreditor.SetAccreditationConditionsAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            Conditions = { new AccreditationCondition { Text = "Two more placements.", DueOn = People.Date(2026, 6, 30) }, new AccreditationCondition { Text = "A lecturer." } },
        });
        var lifted = (await _people.Accreditor.LiftAccreditationConditionAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = programme.Name,
            Number = 1,
            Outcome = ConditionOutcome.Met,
            Note = "Visited.",
        })).Programme;

        var anyone = new EducationService.EducationServiceClient(register.Anyone);
        var shown = (await anyone.GetProgrammeAsync(new() { Name = programme.Name, MinimumVersion = lifted.Version })).Programme;
        Assert.Equal(
            [
                new AccreditationCondition { Number = 1, Text = "Two more placements.", DueOn = People.Date(2026, 6, 30), SetOn = People.Date(2026, 3, 2), Outcome = ConditionOutcome.Met, EndedOn = People.Date(2026, 3, 2), Note = "Visited." },
                new AccreditationCondition { Number = 2, Text = "A lecturer.", SetOn = People.Date(2026, 3, 2) },
            ],
            shown.Conditions);
        Assert.Equal(lifted, shown);
    }

    [Fact]
    public async Task An_unknown_programme_is_not_found_and_every_wrong_field_is_named()
    {
        await _people.Accreditor.LiftAccreditationConditionAsync(
                new() { RequestId = People.NewRequest(), Programme = $"programmes/{Guid.NewGuid()}", Number = 1, Outcome = ConditionOutcome.Met })
            .Refused(StatusCode.NotFound, "PROGRAMME_NOT_FOUND");
        var refusal = await _people.Accreditor.SetAccreditationConditionsAsync(new() { Conditions = { new AccreditationCondition() } })
            .Refused(StatusCode.InvalidArgument, "REQUIRED");
        Assert.Equal(["request_id", "programme", "conditions[0].text"], refusal.Fields());
    }

    [Theory]
    [InlineData("education-provider")]
    [InlineData("registrar")]
    public async Task Only_an_accreditor_changes_an_accreditation(string role)
    {
        var client = new EducationService.EducationServiceClient(register.InRole(role, organisation: People.Provider));
        await client.RenewAccreditationAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await client.SetAccreditationConditionsAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await client.LiftAccreditationConditionAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await client.WithdrawAccreditationAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task Providers_are_listed_with_their_programmes()
    {
        var programme = await Accredited();
        var anyone = new EducationService.EducationServiceClient(register.Anyone);
        var providers = (await anyone.ListProvidersAsync(new() { PageSize = 1000 })).Providers;
        var provider = Assert.Single(providers, p => p.Provider_ == People.Provider);
        Assert.Contains(programme.Name, provider.Programmes.Select(p => p.Name));
    }

    private async Task<Programme> Accredited()
    {
        var programme = People.AProgramme();
        programme.AccreditedFrom = People.Date(2020, 9, 1);
        programme.AccreditedTo = People.Date(2027, 8, 31);
        var accredited = (await _people.Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = programme })).Programme;
        return (await _people.Accreditor.GetProgrammeAsync(new() { Name = accredited.Name, MinimumVersion = accredited.Version })).Programme;
    }

    private static IEnumerable<(Date, Date)> Intervals(Programme programme) => programme.Intervals.Select(i => (i.AccreditedFrom, i.AccreditedTo));
}
