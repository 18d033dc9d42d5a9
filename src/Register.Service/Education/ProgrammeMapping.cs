using Register.Domain;
using Register.Domain.Education;
using Register.Service.Edge;
using Register.Views.Education;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Education;

/// <summary>Programmes, pass lists and awards as the contract shows them.</summary>
internal static class ProgrammeMapping
{
    public static Proto.Programme ToProto(ProgrammeView row) => ToProto(StreamId.Parse(row.Id), row.State, row.Version);

    public static Proto.Programme ToProto(StreamId stream, ProgrammeState state, long version)
    {
        var programme = state.Accreditation!;
        var intervals = state.AccreditedIntervals();
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
            AccreditedFrom = intervals.IsEmpty ? null : intervals[0].From.ToProto(),
            AccreditedTo = intervals.IsEmpty ? null : intervals[^1].To.ToProto(),
            AwardCount = state.Awards.Count,
            Version = version,
            Intervals = { intervals.Select(ToProto) },
            Conditions = { state.Conditions.Select(ToProto) },
        };
    }

    public static Proto.Provider ToProto(IGrouping<string, ProgrammeView> programmes) => new()
    {
        Provider_ = programmes.Key,
        ProviderName = programmes.First().State.Accreditation!.ProviderName,
        Programmes = { programmes.OrderBy(row => row.State.Accreditation!.Title, StringComparer.Ordinal).Select(ToProto) },
    };

    public static Proto.PassList ToProto(ProgrammeView row, PassList list) => new()
    {
        Programme = $"programmes/{StreamId.Parse(row.Id).Id}",
        Title = row.State.Accreditation!.Title,
        Provider = row.Provider,
        CohortStart = list.CohortStart.ToProto(),
        AwardCount = list.AwardCount,
        RatifiedCount = list.RatifiedCount,
        State = (Proto.PassListState)(int)list.State,
        SubmitTime = list.SubmittedAt?.ToProto(),
        CorrectionCount = list.CorrectionCount,
    };

    public static Proto.Award ToProto(ProgrammeId programme, ListedAward award, ProgrammeState state)
    {
        var listing = state.Listings.GetValueOrDefault(award.CandidateNumber);
        return new()
        {
            Name = $"programmes/{programme}/awards/{award.CandidateNumber}",
            CandidateNumber = award.CandidateNumber,
            FullName = award.FullName,
            DateOfBirth = award.DateOfBirth.ToProto(),
            PracticeAreas = { award.PracticeAreas.ToProto() },
            CohortStart = award.CohortStart.ToProto(),
            RatifiedOn = award.RatifiedOn?.ToProto(),
            CorrectionCount = listing?.Corrections ?? 0,
            CorrectionReason = listing?.CorrectionReason ?? "",
            Apprenticeship = listing?.Apprenticeship is { } apprenticeship ? $"apprenticeships/{apprenticeship}" : "",
        };
    }

    private static Proto.AccreditationInterval ToProto(AccreditedInterval interval) =>
        new() { AccreditedFrom = interval.From.ToProto(), AccreditedTo = interval.To.ToProto() };

    private static Proto.AccreditationCondition ToProto(AccreditationCondition condition) => new()
    {
        Number = condition.Set.Number,
        Text = condition.Set.Text,
        DueOn = condition.Set.DueOn?.ToProto(),
        SetOn = condition.Set.On.ToProto(),
        Outcome = (Proto.ConditionOutcome)(int)(condition.Ended?.Outcome ?? 0),
        EndedOn = condition.Ended?.On.ToProto(),
        Note = condition.Ended?.Note ?? "",
    };
}
