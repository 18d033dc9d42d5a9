using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Service.Commands;
using Register.Service.Tests.Renewal;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using CommitteeKind = Register.Domain.FitnessToPractise.CommitteeKind;
using HearingCommittee = Sonographer.Register.V1.CommitteeKind;
using InterimOrderKind = Register.Domain.FitnessToPractise.InterimOrderKind;
using NotRegisteredReason = Sonographer.Register.V1.NotRegisteredReason;
using SanctionKind = Register.Domain.FitnessToPractise.SanctionKind;

namespace Register.Service.Tests.Registration;

public sealed class SanctionsOnTheEntryTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly Registrants _registrants = new(register);
    private readonly RegistrationService.RegistrationServiceClient _officer = new(register.InRole("ftp-officer"));
    private readonly CaseId _case = new(Guid.NewGuid());

    [Fact] // R2, R26, R31, R32
    public async Task A_striking_off_shows_to_officers_from_its_notice_and_to_everybody_from_its_day_though_nothing_happens_on_it()
    {
        var number = await _registrants.Registered("struck-by-a-case");
        await Record(number, new(
            new DateOnly(2026, 3, 2),
            new DateOnly(2026, 4, 1),
            [new(InterimOrderKind.Suspension, new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 1), "Suspended for now.") { OrderedUntil = new DateOnly(2027, 3, 1) }],
            [new(SanctionKind.StrikingOff, new DateOnly(2026, 3, 4), new DateOnly(2026, 4, 2), null, "Struck off for dishonesty.")],
            [new(CommitteeKind.ConductAndCompetence, new DateOnly(2026, 4, 1), "Dishonesty.")]));

        await _registrants.MoveTo(2026, 3, 4);
        var known = await Eventually.Get(() => Known(number), r => r.SanctionPending);
        Assert.Equal(RegistrationStatus.SuspendedInterim, known.Status);
        Assert.Equal((People.Date(2026, 4, 2), NotRegisteredReason.StruckOff), (known.NextStatus.From, known.NextStatus.Reason));
        Assert.Equal(
            [(EntryOrderKind.InterimSuspension, false), (EntryOrderKind.StrikingOff, true)],
            known.Orders.Select(o => (o.Kind, o.Pending)));
        Assert.Equal(People.Date(2026, 4, 1), Assert.Single(known.Holds).EndDate);
        Assert.Equal(HearingCommittee.ConductAndCompetence, Assert.Single(known.Hearings).Committee);
        var own = (await new RegistrationService.RegistrationServiceClient(register.InRole("applicant", "struck-by-a-case"))
            .GetRegistrantAsync(new() { Name = $"registrants/{number}" })).Registrant;
        Assert.Equal((2, 0, 0), (own.Orders.Count, own.Holds.Count, own.Hearings.Count));

        // R26: everybody sees the interim position alone, whatever day they ask for; the hearing is a day inside its four weeks (R31).
        await Seen(number, RegistrationStatus.SuspendedInterim, "Suspended for now.");
        var ahead = (await _registrants.People.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number, AsAt = People.Date(2026, 4, 2) })).Entry;
        Assert.Equal(RegistrationStatus.SuspendedInterim, ahead.Status);
        var notice = Assert.Single(await _registrants.Notices(number), n => n.Kind == NoticeKind.Sanction);
        Assert.Contains("up to 1 April 2026", await register.Sent(notice.MessageId), StringComparison.Ordinal);

        await _registrants.MoveTo(2026, 4, 1);
        Assert.Equal("Dishonesty.", Assert.Single((await Seen(number, RegistrationStatus.SuspendedInterim, "Suspended for now.")).Hearings).Allegations);
        var events = (await _registrants.Events(number)).Count;

        await _registrants.MoveTo(2026, 4, 2);
        var struckOff = await Seen(number, RegistrationStatus.NotRegistered, "Struck off for dishonesty.");
        Assert.Equal((NotRegisteredReason.StruckOff, People.Date(2026, 4, 2)), (struckOff.NotRegisteredReason, struckOff.StatusSince));
        Assert.Equal(events, (await _registrants.Events(number)).Count);
        Assert.False((await Known(number)).SanctionPending);
        var tenure = await _registrants.Tenure(number);
        Assert.Equal([WayBack.Restoration], tenure.WaysBack);
        Assert.Equal((WayOut.StruckOff, People.Date(2026, 4, 2)), (tenure.Stays[^1].WayOut, tenure.Stays[^1].EndedOn));
    }

    // As the case would have it recorded.
    private async Task Record(string number, CaseStanding standing)
    {
        await using var scope = register.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetRequiredService<CommandBus>();
        var command = new RecordCase(RegistrationNumber.Parse(number, null), _case, standing);
        var outcome = await commands.Send(command, new CommandOrigin(Guid.NewGuid(), Actor.Register, "test"), CancellationToken.None);
        Assert.Empty(outcome.Rejections);
    }

    private async Task<Registrant> Known(string number) => (await _officer.GetRegistrantAsync(new() { Name = $"registrants/{number}" })).Registrant;

    private async Task<PublicEntry> Seen(string number, RegistrationStatus status, string text)
    {
        var entry = (await _registrants.People.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number })).Entry;
        Assert.Equal((status, text), (entry.Status, Assert.Single(entry.Restrictions)));
        return entry;
    }
}
