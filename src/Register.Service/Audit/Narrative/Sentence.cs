using System.Globalization;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Identity;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore;

namespace Register.Service.Audit.Narrative;

/// <summary>The history as a person tells it: one sentence for each event, with when and by whom.</summary>
public static class Sentence
{
    /// <summary>"On 2 March 2026 at 09:30 UTC, ada (registrar) granted the application: “In order.”"</summary>
    public static string Of(RecordedEvent e)
    {
        var when = e.Metadata.RecordedAt.ToUniversalTime().ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var sentence = $"On {when}, {Who(e.Metadata.Actor)} {Deed(e.Data)}";
        return sentence is [.., '.' or '?' or '!', '”'] ? sentence : $"{sentence}.";
    }

    /// <summary>What whoever acted did: a predicate without its subject and its full stop. An event without words of its own is told by its facts.</summary>
    public static string Deed(object e) => Told(e) ?? PlainFacts.Of(EventTypes.NameOf(e), e);

    private static string? Told(object e) => e switch
    {
        ApplicationEvent a => ApplicationDeeds.Of(a),
        RegistrantEvent r => RegistrantDeeds.Of(r),
        CaseEvent c => CaseDeeds.Of(c),
        ProgrammeEvent p => EducationDeeds.Of(p),
        ApprenticeshipEvent a => EducationDeeds.Of(a),
        PracticeEvent p => PracticeDeeds.Of(p),
        PreceptorshipEvent p => PracticeDeeds.Of(p),
        DepartmentEvent d => PracticeDeeds.Of(d),
        IdentityClaimEvent i => IdentityDeeds.Of(i),
        RegistrationNumberEvent.Reserved n => $"gave out the number {n.Number}",
        CpdRoundEvent.Drawn d =>
            $"drew {InWords.Count(d.Selected.Length, "registrant")} of {d.Population} for the CPD audit of the round of {InWords.Of(d.Round)}, from the seed {d.Seed}",
        _ => null,
    };

    private static string Who(Actor actor) =>
        actor.Role == Roles.Register ? "the register" : $"{actor.Subject} ({InWords.Role(actor.Role)})";
}
