using System.Collections.Immutable;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Applications;

/// <summary>What an entry route wants besides what all of them want (R9): each route its own part.</summary>
/// <param name="PracticeAreas">The areas practised in, for a route without an award on a pass list; empty otherwise.</param>
/// <param name="Practice">GRANDPARENTING (R11).</param>
/// <param name="Qualification">INTERNATIONAL, and legacy awards (R8, R12).</param>
/// <param name="VoluntaryEntry">VOLUNTARY_REGISTER_TRANSFER (R13).</param>
/// <param name="Held">The number held: READMISSION and RESTORATION (R20).</param>
/// <param name="Updating">What was done to come up to date: a return (R20), or an award that is too old (R10).</param>
public sealed record RouteEvidence(
    ImmutableArray<PracticeArea> PracticeAreas,
    PracticeEvidence? Practice = null,
    QualificationElsewhere? Qualification = null,
    VoluntaryRegisterEntry? VoluntaryEntry = null,
    RegistrationNumber? Held = null,
    UpdatingRecord? Updating = null);

/// <summary>Days of practice, both included, at a share of whole time in per cent, in one setting.</summary>
public sealed record PracticePeriod(DateOnly From, DateOnly To, int WholeTimePercent, string Setting);

/// <summary>A test of competence that was passed.</summary>
public sealed record TestOfCompetence(DateOnly PassedOn, [Personal] string Reference);

/// <summary>Practice before the part opened, or a test of competence instead (R11).</summary>
/// <param name="NeverRegistered">Declared: never before registered in this profession.</param>
public sealed record PracticeEvidence(ImmutableArray<PracticePeriod> Periods, TestOfCompetence? Test, bool NeverRegistered);

/// <summary>A qualification that no pass list holds (R8, R12).</summary>
/// <param name="Country">ISO 3166 code of two capitals.</param>
/// <param name="Legacy">Which legacy award of the United Kingdom it is, if one.</param>
/// <param name="EnglishLanguage">The English language evidence; empty when there is none. A legacy award needs none.</param>
public sealed record QualificationElsewhere(
    string Title, string Institution, string Country, DateOnly AwardedOn, LegacyAward? Legacy, [Personal] string EnglishLanguage);

/// <summary>The voluntary registers that a transfer is open from (R13).</summary>
public enum VoluntaryRegister
{
    Rct = 1,
    Pvrs,
}

/// <summary>An entry on a voluntary register (R13).</summary>
public sealed record VoluntaryRegisterEntry(VoluntaryRegister Register, [Personal] string Number);
