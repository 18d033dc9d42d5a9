using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Registration;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Registration;

/// <summary>Particulars between the contract and the domain.</summary>
internal static class ParticularsMapping
{
    public static PostalAddress Address(RequestReader read, Proto.PostalAddress address)
    {
        var country = address.Country.Length == 0 ? "GB" : address.Country;
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
            read.Wrong("address.country", "NOT_A_COUNTRY", "A country is two capital letters, as in GB.");
        return new(
            read.Line("address.line1", address.Line1),
            Optional(address.Line2, text => read.Line("address.line2", text)),
            read.Line("address.town", address.Town),
            Optional(address.Postcode, text => read.Line("address.postcode", text, 20)),
            country);
    }

    /// <summary>A telephone number; empty takes away the one there is.</summary>
    public static string Phone(RequestReader read, string phone)
    {
        if (phone.Length == 0)
            return "";
        var text = read.Line("phone", phone, 40);
        if (!text.Any(char.IsAsciiDigit) || text.Any(c => !char.IsAsciiDigit(c) && !"+()- ".Contains(c, StringComparison.Ordinal)))
            read.Wrong("phone", "NOT_A_PHONE_NUMBER", "A telephone number has digits, spaces, hyphens, brackets and a plus sign only.");
        return text;
    }

    /// <summary>The award that supports an annotation: its programme and its candidate number together; null where none is named.</summary>
    public static AwardReference? Award(RequestReader read, string programme, string candidateNumber) =>
        programme.Length == 0 && candidateNumber.Length == 0
            ? null
            : new(read.Resource<ProgrammeId>("programme", programme, "programmes"), read.Line("candidate_number", candidateNumber, 64));

    public static string? Evidence(RequestReader read, string reference) => Optional(reference, text => read.Line("evidence_reference", text));

    public static AnnotationId AnnotationId(RequestReader read, string value)
    {
        if (!Domain.Registration.AnnotationId.TryParse(value, null, out var id))
            read.Wrong("annotation_id", value.Length == 0 ? "REQUIRED" : "NOT_AN_ID", "The id of an annotation is the UUID that the registrant's entry shows.");
        return id;
    }

    /// <summary>Writes the particulars as they are on a date into a registrant as officers see it.</summary>
    public static Proto.Registrant With(this Proto.Registrant registrant, Particulars particulars, DateOnly asAt)
    {
        registrant.Phone = particulars.Contact?.Phone ?? "";
        registrant.Address = particulars.Address is { } address ? ToProto(address) : null;
        registrant.Names.Add(particulars.Names.Where(n => n.From <= asAt).DefaultIfEmpty(particulars.Names[0]).Select(ToProto));
        registrant.Annotations.Add(particulars.Annotations.OrderBy(a => a.From).Select(ToProto));
        registrant.AddedPracticeAreas.Add(particulars.AddedPracticeAreasOn(asAt).ToProto());
        registrant.OtherRegistrations.Add(particulars.OtherRegistrationsOn(asAt).Select(ToProto));
        return registrant;
    }

    /// <summary>What everybody may see of an annotation.</summary>
    public static Proto.PublicAnnotation ToPublic(this PublishableAnnotation annotation) => new()
    {
        Kind = (Proto.AnnotationKind)(int)annotation.Kind,
        PracticeArea = (Proto.PracticeArea)(int)(annotation.PracticeArea ?? 0),
        StartDate = annotation.From.ToProto(),
    };

    private static Proto.PostalAddress ToProto(PostalAddress address) => new()
    {
        Line1 = address.Line1,
        Line2 = address.Line2 ?? "",
        Town = address.Town,
        Postcode = address.Postcode ?? "",
        Country = address.Country,
    };

    private static Proto.HeldName ToProto(Dated<HeldName> name) => new()
    {
        FullName = name.Value.FullName,
        EvidenceReference = name.Value.EvidenceReference ?? "",
        StartDate = name.From.ToProto(),
    };

    private static Proto.Annotation ToProto(Annotation annotation) => new()
    {
        AnnotationId = annotation.Id.ToString(),
        Kind = (Proto.AnnotationKind)(int)annotation.Kind,
        PracticeArea = (Proto.PracticeArea)(int)(annotation.PracticeArea ?? 0),
        Programme = annotation.Award is { } award ? $"programmes/{award.Programme}" : "",
        CandidateNumber = annotation.Award?.CandidateNumber ?? "",
        EvidenceReference = annotation.EvidenceReference ?? "",
        StartDate = annotation.From.ToProto(),
        EndDate = annotation.RevokedOn?.ToProto(),
        RevocationReason = annotation.RevocationReason ?? "",
    };

    private static Proto.OtherRegistration ToProto(OtherRegistration other) => new()
    {
        Body = (Proto.StatutoryBody)(int)other.Body,
        Number = other.Number,
        Status = (Proto.OtherRegistrationStatus)(int)other.Status,
        CheckDate = other.CheckedOn.ToProto(),
        StartDate = other.From.ToProto(),
        EndDate = other.EndedOn?.ToProto(),
    };

    private static string? Optional(string value, Func<string, string> read) => value.Length == 0 ? null : read(value);
}
