using Register.Service.Tests.Running;

namespace Register.Service.Tests.Registration;

public sealed class NameTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R23
    public async Task A_former_name_is_found_by_officers_and_never_by_the_public()
    {
        var zoe = await OnTheRegister.Enter(register, "zoe", "Zoë Formerly");
        var changed = (await zoe.Officer.ChangeNameAsync(
            new() { RequestId = People.NewRequest(), Name = zoe.Name, FullName = "Zoë Presently", EvidenceReference = "deed poll 3" })).Registrant;
        Assert.Equal(["Zoë Formerly", "Zoë Presently"], changed.Names.Select(n => n.FullName));
        Assert.Equal(["", "deed poll 3"], changed.Names.Select(n => n.EvidenceReference));

        // On whatever date the public asks, the name is today's.
        Assert.Equal("Zoë Presently", (await zoe.Public(changed.Version)).FullName);
        Assert.DoesNotContain("Formerly", (await zoe.Public(changed.Version, zoe.Day(-1))).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await zoe.FoundByThePublic("zoe presently"));
        Assert.Equal(0, await zoe.FoundByThePublic("zoe formerly"));

        var found = Assert.Single((await zoe.Registrants.ListRegistrantsAsync(new() { Query = "formerly" })).Registrants);
        Assert.Single((await zoe.Registrants.ListRegistrantsAsync(new() { Query = "formrely" })).Registrants);
        Assert.Equal(0, await zoe.FoundByThePublic("formrely"));
        Assert.Equal((zoe.Number, "Zoë Presently"), (found.RegistrationNumber, found.FullName));
        Assert.Equal("Zoë Formerly", (await zoe.Registrants.GetRegistrantAsync(new() { Name = zoe.Name, AsAt = zoe.Day(-1) })).Registrant.FullName);
    }

    [Fact] // R3
    public async Task A_name_that_was_misread_is_put_right_and_found_as_it_should_be()
    {
        var zoe = await OnTheRegister.Enter(register, "misread", "Zoë Mizread");
        var corrected = (await zoe.Officer.CorrectNameAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = zoe.Name,
            RecordedStartDate = zoe.Day(-10),
            FullName = "Zoë Wellread",
            Reason = "Misread.",
        })).Registrant;

        Assert.Equal("Zoë Wellread", Assert.Single(corrected.Names).FullName);
        Assert.Equal("Zoë Wellread", (await zoe.Public(corrected.Version)).FullName);
        Assert.Equal(1, await zoe.FoundByThePublic("wellread"));
        Assert.Equal(0, await zoe.FoundByThePublic("mizread"));
    }

    [Fact] // R23
    public async Task The_same_request_again_has_no_second_effect_and_gets_the_same_answer()
    {
        var zoe = await OnTheRegister.Enter(register, "twice");
        var request = new Sonographer.Register.V1.ChangeNameRequest
        {
            RequestId = People.NewRequest(),
            Name = zoe.Name,
            FullName = "Zoë Twice",
            EvidenceReference = "deed poll 3",
        };
        Assert.Equal(await zoe.Officer.ChangeNameAsync(request), await zoe.Officer.ChangeNameAsync(request));
    }
}
