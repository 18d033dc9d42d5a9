using System.Collections.Immutable;
using System.Diagnostics;
using Register.Domain.Education;

namespace Register.Domain.Registration;

/// <summary>A registrant's particulars as their events made them: dated, so that each can be asked for on any day (R2).</summary>
/// <param name="Names">Every name held, the first one being that of the application.</param>
/// <param name="PracticeTowns">Every town or area of practice.</param>
/// <param name="Contact">Where the register reaches the registrant now.</param>
/// <param name="Address">Where the registrant lives now; null until they say so.</param>
public sealed record Particulars(
    ImmutableArray<Dated<HeldName>> Names,
    ImmutableArray<Dated<string>> PracticeTowns,
    ContactDetails? Contact,
    PostalAddress? Address,
    ImmutableArray<OtherRegistrationPeriod> OtherRegistrations,
    ImmutableArray<Annotation> Annotations)
{
    /// <summary>The particulars of nobody.</summary>
    public static Particulars None { get; } = new([], [], null, null, [], []);

    /// <summary>What the application said of a person who enters the register.</summary>
    public static Particulars Of(RegistrantEvent.Registered entry) => None with
    {
        Names = [new(new(entry.Person.FullName, null), entry.From)],
        PracticeTowns = [new(entry.PracticeTown, entry.From)],
        Contact = new(entry.Person.Email, null),
    };

    /// <summary>The name held now: no change of name is recorded before its day.</summary>
    public string CurrentName => Names[^1].Value.FullName;

    /// <summary>The names held before the one held on a date, latest first: for officers only (R23).</summary>
    public IEnumerable<string> FormerNamesOn(DateOnly date) =>
        Names.Where(n => n.From <= date).Reverse().Select(n => n.Value.FullName).Distinct().Skip(1);

    /// <summary>Which other registrations this person held on a date (R14).</summary>
    public IEnumerable<OtherRegistration> OtherRegistrationsOn(DateOnly date) => OtherRegistrations.Select(p => p.On(date)).OfType<OtherRegistration>();

    /// <summary>Which annotations the entry carries on a date, in order of kind and area (R22).</summary>
    public IEnumerable<Annotation> AnnotationsOn(DateOnly date) =>
        Annotations.Where(a => a.IsHeldOn(date)).OrderBy(a => (a.Kind, a.PracticeArea));

    /// <summary>Which practice areas were added to those of the qualification by a date (R22).</summary>
    public IEnumerable<PracticeArea> AddedPracticeAreasOn(DateOnly date) => AnnotationsOn(date).Select(a => a.PracticeArea).OfType<PracticeArea>();

    /// <summary>The particulars after one more event.</summary>
    public Particulars Evolve(ParticularsEvent e) => e switch
    {
        ParticularsEvent.NameChanged n => this with { Names = Names.With(new(n.FullName, n.EvidenceReference), n.From) },
        ParticularsEvent.NameCorrected c => this with { Names = With(c) },
        ParticularsEvent.PracticeTownChanged t => this with { PracticeTowns = PracticeTowns.With(t.Town, t.From) },
        ParticularsEvent.AddressChanged a => this with { Address = a.Address },
        ParticularsEvent.ContactChanged c => this with { Contact = c.Contact },
        ParticularsEvent.OtherRegistrationRecorded r => this with { OtherRegistrations = With(r) },
        ParticularsEvent.OtherRegistrationEnded d => this with
        {
            OtherRegistrations = [.. OtherRegistrations.Select(p => p.IsOpen && (p.Body, p.Number) == (d.Body, d.Number) ? p with { EndedOn = d.On } : p)],
        },
        ParticularsEvent.AnnotationGranted g => this with
        {
            Annotations = Annotations.Add(new(g.Id, g.Kind, g.PracticeArea, g.Award, g.EvidenceReference, g.From)),
        },
        ParticularsEvent.AnnotationRevoked r => With(r.Id, a => a with { RevokedOn = r.On, RevocationReason = r.Reason }),
        ParticularsEvent.AnnotationCorrected c => With(
            c.Id, a => a with { Award = c.Award, EvidenceReference = c.EvidenceReference, From = c.From }),
        _ => throw new UnreachableException(),
    };

    private Particulars With(AnnotationId id, Func<Annotation, Annotation> change) =>
        this with { Annotations = [.. Annotations.Select(a => a.Id == id ? change(a) : a)] };

    private ImmutableArray<Dated<HeldName>> With(ParticularsEvent.NameCorrected c)
    {
        var wrong = Names.Single(n => n.From == c.Recorded);
        return Names.Remove(wrong).With(wrong.Value with { FullName = c.FullName }, c.From);
    }

    private ImmutableArray<OtherRegistrationPeriod> With(ParticularsEvent.OtherRegistrationRecorded r)
    {
        var check = new OtherRegistrationCheck(r.Status, r.CheckedOn);
        return OtherRegistrations.FirstOrDefault(p => p.IsOpen && (p.Body, p.Number) == (r.Body, r.Number)) is { } known
            ? OtherRegistrations.Replace(known, known with { From = r.From, Checks = known.Checks.Add(check) })
            : OtherRegistrations.Add(new(r.Body, r.Number, r.From, null, [check]));
    }
}
