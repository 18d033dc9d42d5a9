using Register.Domain;
using Register.Domain.Education;
using Register.Service.Edge;
using Register.Views.Education;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Education;

/// <summary>Programmes and awards as the contract shows them.</summary>
internal static class ProgrammeMapping
{
    public static Proto.Programme ToProto(ProgrammeView row) => ToProto(StreamId.Parse(row.Id), row.State, row.Version);

    public static Proto.Programme ToProto(StreamId stream, ProgrammeState state, long version)
    {
        var programme = state.Accreditation!;
        return new()
        {
            Name = $"programmes/{stream.Id}",
            Provider = programme.Provider,
            ProviderName = programme.ProviderName,
            Title = programme.Title,
            Award = programme.Award,
            AcademicLevel = programme.AcademicLevel,
            Kind = (Proto.AwardKind)(int)programme.Kind,
            PracticeAreas = { programme.PracticeAreas.ToProto() },
            AccreditedFrom = programme.From.ToProto(),
            AccreditedTo = programme.To.ToProto(),
            AwardCount = state.Awards.Count,
            Version = version,
        };
    }

    public static Proto.Award ToProto(ProgrammeId programme, ListedAward award) => new()
    {
        Name = $"programmes/{programme}/awards/{award.CandidateNumber}",
        CandidateNumber = award.CandidateNumber,
        FullName = award.FullName,
        DateOfBirth = award.DateOfBirth.ToProto(),
        PracticeAreas = { award.PracticeAreas.ToProto() },
        CohortStart = award.CohortStart.ToProto(),
        RatifiedOn = award.RatifiedOn?.ToProto(),
    };
}
