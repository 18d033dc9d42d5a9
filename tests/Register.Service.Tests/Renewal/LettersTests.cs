using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Service.Notifications;

namespace Register.Service.Tests.Renewal;

public sealed class LettersTests
{
    [Fact] // R17, R23
    public void A_letter_goes_to_the_name_and_the_address_that_the_registrant_has_now()
    {
        var day = new DateOnly(2026, 3, 2);
        RegistrantEvent[] events =
        [
            new RegistrantEvent.Registered(
                new(17), new(Guid.NewGuid()), "amara", new("Amara Okafor", new(1996, 4, 12), "old@example.org"), "Leeds", [], day, new(2028, 2, 28)),
            new ParticularsEvent.NameChanged("Amara Obi", "deed poll 3", day.AddDays(1)),
            new ParticularsEvent.ContactChanged(new("new@example.org", null), day.AddDays(2)),
        ];
        var registrant = events.Aggregate(RegistrantState.None, (state, e) => state.Evolve(e));

        var letter = new Letters(new NotificationOptions()).Of(new Notice(NoticeKind.Renewal, new(2028, 2, 28), new(2028, 1, 1)), registrant);

        var to = Assert.Single(letter.To.Mailboxes);
        Assert.Equal(("Amara Obi", "new@example.org"), (to.Name, to.Address));
        Assert.Contains("Dear Amara Obi", letter.TextBody, StringComparison.Ordinal);
    }
}
