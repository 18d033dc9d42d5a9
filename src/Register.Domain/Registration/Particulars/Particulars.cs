using System.Collections.Immutable;
using System.Diagnostics;

namespace Register.Domain.Registration;

/// <summary>A registrant's particulars as their events made them: dated, so that each can be asked for on any day (R2).</summary>
public sealed record Particulars(ImmutableArray<OtherRegistrationPeriod> OtherRegistrations)
{
    /// <summary>The particulars of nobody.</summary>
    public static Particulars None { get; } = new([]);

    /// <summary>Which other registrations this person held on a date (R14).</summary>
    public IEnumerable<OtherRegistration> OtherRegistrationsOn(DateOnly date) => OtherRegistrations.Select(p => p.On(date)).OfType<OtherRegistration>();

    /// <summary>The particulars after one more event.</summary>
    public Particulars Evolve(ParticularsEvent e) => e switch
    {
        ParticularsEvent.OtherRegistrationRecorded r => this with { OtherRegistrations = With(r) },
        ParticularsEvent.OtherRegistrationEnded d => this with
        {
            OtherRegistrations = [.. OtherRegistrations.Select(p => p.IsOpen && (p.Body, p.Number) == (d.Body, d.Number) ? p with { EndedOn = d.On } : p)],
        },
        _ => throw new UnreachableException(),
    };

    private ImmutableArray<OtherRegistrationPeriod> With(ParticularsEvent.OtherRegistrationRecorded r)
    {
        var check = new OtherRegistrationCheck(r.Status, r.CheckedOn);
        return OtherRegistrations.FirstOrDefault(p => p.IsOpen && (p.Body, p.Number) == (r.Body, r.Number)) is { } known
            ? OtherRegistrations.Replace(known, known with { From = r.From, Checks = known.Checks.Add(check) })
            : OtherRegistrations.Add(new(r.Body, r.Number, r.From, null, [check]));
    }
}
