using System.Globalization;
using MimeKit;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;

namespace Register.Service.Notifications;

/// <summary>What the register writes to registrants.</summary>
public sealed class Letters(NotificationOptions options)
{
    /// <summary>The message of a notice. Its Message-Id follows from the notice alone, so that a repeat is recognised.</summary>
    public MimeMessage Of(Notice notice, RegistrantState registrant)
    {
        var entry = registrant.Entry!;
        var name = registrant.Particulars.CurrentName;
        var (subject, text) = Words(notice, registrant);
        var id = DerivedId.From(entry.Application.Value, $"{notice.Kind} {notice.PeriodEnd:O}");
        return new MimeMessage(
            [MailboxAddress.Parse(options.From)],
            [new MailboxAddress(name, registrant.Particulars.Contact!.Email)],
            subject,
            new TextPart("plain") { Text = $"Dear {name}\n\n{text}\n\nNational Sonographer Register\n" })
        {
            MessageId = $"{id:D}@register.sonographer",
            Date = new DateTimeOffset(notice.GivenOn, TimeOnly.MinValue, TimeSpan.Zero),
        };
    }

    private static (string Subject, string Text) Words(Notice notice, RegistrantState registrant)
    {
        var number = registrant.Entry!.Number;
        var end = notice.PeriodEnd.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return notice.Kind switch
        {
            NoticeKind.Renewal => (
                $"Renew your registration by {end}",
                $"Your registration {number} ends on {end}. To stay on the register, make your professional declaration and pay the renewal fee by that day."),
            NoticeKind.FinalWarning => (
                $"Final warning: your registration ends on {end}",
                $"Your registration {number} has not been renewed. Unless you renew it by {end}, it lapses the day after, and you may no longer practise as a registered sonographer."),
            NoticeKind.Sanction => (
                $"A sanction, and your appeal against it up to {end}",
                $"A panel has imposed a sanction on your registration {number}: {Sanctions(notice, registrant)}. You can appeal against it up to {end}; unless you do, it takes effect after that day."),
            _ => (
                "Your CPD has been selected for audit",
                $"You renewed your registration {number} and have been drawn at random for the CPD audit. Hand in your CPD profile by {Deadline(notice, registrant)}."),
        };
    }

    private static string Sanctions(Notice notice, RegistrantState registrant) => string.Join(", ", registrant.Tenure.AppealableUntil(notice.PeriodEnd).Select(kind => kind switch
    {
        SanctionKind.Caution => "a caution",
        SanctionKind.Conditions => "conditions of practice",
        SanctionKind.Suspension => "a suspension",
        SanctionKind.StrikingOff => "a striking off",
        _ => "the removal of your entry",
    }));

    private static string Deadline(Notice notice, RegistrantState registrant) =>
        registrant.Tenure.Audits.First(audit => audit.Round == notice.PeriodEnd).ProfileDueBy.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
