using System.Collections.Immutable;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Applications;

/// <summary>The evidence of the entry routes between the contract and the domain.</summary>
internal static class RouteEvidenceMapping
{
    private const int MostOfAList = 100;

    /// <summary>The evidence of an application; null where there is none.</summary>
    public static RouteEvidence? Read(RequestReader read, Proto.Application a)
    {
        if (a.PracticeAreas.Count == 0 && a is { Practice: null, Qualification: null, VoluntaryRegisterEntry: null, HeldRegistration: "", Updating: null })
            return null;
        return new(
            read.Words<PracticeArea, Proto.PracticeArea>("application.practice_areas", a.PracticeAreas, required: false),
            a.Practice is { } practice ? Practice(read, practice) : null,
            a.Qualification is { } qualification ? Qualification(read, qualification) : null,
            a.VoluntaryRegisterEntry is { } entry
                ? new(
                    read.Word<VoluntaryRegister>("application.voluntary_register_entry.register", entry.Register),
                    read.Line("application.voluntary_register_entry.number", entry.Number, 64))
                : null,
            HeldBy(read, a),
            a.Updating is { } updating ? UpdatingOf(read, updating) : null);
    }

    /// <summary>Shows the evidence in an application.</summary>
    public static void Show(Proto.Application a, RouteEvidence? evidence)
    {
        if (evidence is null)
            return;
        a.PracticeAreas.AddRange(evidence.PracticeAreas.ToProto());
        a.HeldRegistration = evidence.Held is { } held ? $"registrants/{held}" : "";
        if (evidence.Practice is { } practice)
        {
            a.Practice = new()
            {
                Periods = { practice.Periods.Select(p => new Proto.PracticePeriod
                {
                    From = p.From.ToProto(), To = p.To.ToProto(), WholeTimePercent = p.WholeTimePercent, Setting = p.Setting,
                }) },
                TestPassedOn = practice.Test?.PassedOn.ToProto(),
                TestReference = practice.Test?.Reference ?? "",
                NeverRegistered = practice.NeverRegistered,
            };
        }
        if (evidence.Qualification is { } q)
        {
            a.Qualification = new()
            {
                Title = q.Title,
                Institution = q.Institution,
                Country = q.Country,
                AwardedOn = q.AwardedOn.ToProto(),
                Legacy = (Proto.LegacyAward)(int)(q.Legacy ?? 0),
                EnglishLanguage = q.EnglishLanguage,
            };
        }
        if (evidence.VoluntaryEntry is { } entry)
            a.VoluntaryRegisterEntry = new() { Register = (Proto.VoluntaryRegister)(int)entry.Register, Number = entry.Number };
        if (evidence.Updating is { } updating)
        {
            a.Updating = new()
            {
                Activities = { updating.Activities.Select(u => new Proto.UpdatingActivity
                {
                    Kind = (Proto.UpdatingKind)(int)u.Kind, Hours = u.Hours, From = u.From.ToProto(), To = u.To.ToProto(),
                }) },
                SignedBy = updating.SignedBy is { } by ? $"registrants/{by}" : "",
            };
        }
    }

    // Too long a list is one violation: its elements are not read.
    private static IReadOnlyList<T> Bounded<T>(RequestReader read, string field, IReadOnlyList<T> values)
    {
        if (values.Count <= MostOfAList)
            return values;
        read.Wrong(field, "TOO_MANY", $"There are at most {MostOfAList} of these.");
        return [];
    }

    private static RegistrationNumber? HeldBy(RequestReader read, Proto.Application a)
    {
        const string Field = "application.held_registration";
        if (a.HeldRegistration.Length == 0)
            return null;

        // A number held is no way past R14: who has one comes back under it.
        if (RouteRules.WayBackOf((EntryRoute)(int)a.Route) is null)
            read.Wrong(Field, "NOT_FOR_THIS_ROUTE", "A registration held before is named by READMISSION and RESTORATION alone (R20).");
        return read.Resource<RegistrationNumber>(Field, a.HeldRegistration, "registrants");
    }

    private static PracticeEvidence Practice(RequestReader read, Proto.PracticeEvidence practice)
    {
        const string Field = "application.practice";
        ImmutableArray<PracticePeriod> periods =
        [
            .. Bounded(read, $"{Field}.periods", practice.Periods).Select((p, i) => new PracticePeriod(
                read.Date($"{Field}.periods[{i}].from", p.From),
                read.Date($"{Field}.periods[{i}].to", p.To),
                p.WholeTimePercent,
                read.Line($"{Field}.periods[{i}].setting", p.Setting))),
        ];
        var test = read.OptionalDate($"{Field}.test_passed_on", practice.TestPassedOn) is { } on
            ? new TestOfCompetence(on, read.Line($"{Field}.test_reference", practice.TestReference, 64))
            : null;
        return new(periods, test, practice.NeverRegistered);
    }

    private static QualificationElsewhere Qualification(RequestReader read, Proto.QualificationElsewhere q)
    {
        const string Field = "application.qualification";
        var country = read.Line($"{Field}.country", q.Country, 2);
        if (country.Length > 0 && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
            read.Wrong($"{Field}.country", "NOT_A_COUNTRY", "A country is an ISO 3166 code of two capitals.");
        return new(
            read.Line($"{Field}.title", q.Title),
            read.Line($"{Field}.institution", q.Institution),
            country,
            read.Date($"{Field}.awarded_on", q.AwardedOn),
            q.Legacy == Proto.LegacyAward.Unspecified ? null : read.Word<LegacyAward>($"{Field}.legacy", q.Legacy),
            read.Prose($"{Field}.english_language", q.EnglishLanguage, required: false));
    }

    private static UpdatingRecord UpdatingOf(RequestReader read, Proto.UpdatingRecord updating)
    {
        const string Field = "application.updating";
        return new(
            [
                .. Bounded(read, $"{Field}.activities", updating.Activities).Select((u, i) => new UpdatingActivity(
                    read.Word<UpdatingKind>($"{Field}.activities[{i}].kind", u.Kind),
                    u.Hours,
                    read.Date($"{Field}.activities[{i}].from", u.From),
                    read.Date($"{Field}.activities[{i}].to", u.To))),
            ],
            updating.SignedBy.Length > 0 ? read.Resource<RegistrationNumber>($"{Field}.signed_by", updating.SignedBy, "registrants") : null);
    }
}
