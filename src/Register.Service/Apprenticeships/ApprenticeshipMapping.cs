using Register.Domain;
using Register.Domain.Apprenticeships;
using Register.Service.Edge;
using Register.Views.Apprenticeships;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Apprenticeships;

/// <summary>Apprenticeships as the contract shows them.</summary>
internal static class ApprenticeshipMapping
{
    public static Proto.Apprenticeship ToProto(ApprenticeshipView row) => ToProto(StreamId.Parse(row.Id), row.State, row.Version);

    public static Proto.Apprenticeship ToProto(StreamId stream, ApprenticeshipState state, long version)
    {
        var enrolment = state.Enrolment!;
        return new()
        {
            Name = $"apprenticeships/{stream.Id}",
            Programme = $"programmes/{enrolment.Programme}",
            Provider = enrolment.Provider,
            FullName = enrolment.FullName,
            DateOfBirth = enrolment.DateOfBirth.ToProto(),
            Employer = enrolment.Employer,
            StartedOn = enrolment.StartedOn.ToProto(),
            State = (Proto.ApprenticeshipState)(int)state.Stage,
            WorkingHours = state.WorkingHours,
            OffTheJobHours = state.OffTheJobHours,
            Hours = { state.Hours.Select(ToProto) },
            GatewayOn = state.Gateway?.On.ToProto(),
            Assessments = { state.Assessments.Select(ToProto) },
            Version = version,
        };
    }

    private static Proto.ApprenticeshipHours ToProto(ApprenticeshipEvent.HoursRecorded hours) => new()
    {
        PeriodStart = hours.From.ToProto(),
        PeriodEnd = hours.To.ToProto(),
        WorkingHours = hours.WorkingHours,
        OffTheJobHours = hours.OffTheJobHours,
    };

    private static Proto.EndPointAssessment ToProto(ApprenticeshipEvent.Assessed assessment) => new()
    {
        Outcome = (Proto.AssessmentOutcome)(int)assessment.Outcome,
        AssessedOn = assessment.On.ToProto(),
        CandidateNumber = assessment.CandidateNumber ?? "",
    };
}
