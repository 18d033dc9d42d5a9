using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Service.Edge;
using Register.Views.Registration;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Registration;

/// <summary>Registrants as officers see them in the contract.</summary>
internal static class RegistrantMapping
{
    public static Proto.Registrant ToProto(RegisterEntry row, DateOnly asAt) => ToProto(row.State, row.Version, asAt);

    public static Proto.Registrant ToProto(RegistrantState state, long version, DateOnly asAt)
    {
        var entry = state.Entry!;
        var (status, timeline) = (EntryStatus.On(asAt, state), EntryStatus.Timeline(state));
        return new Proto.Registrant
        {
            Name = $"registrants/{entry.Number}",
            RegistrationNumber = entry.Number.ToString(),
            FullName = state.Particulars.Names.On(asAt).FullName,
            DateOfBirth = entry.Person.DateOfBirth.ToProto(),
            Email = state.Particulars.Contact!.Email,
            PracticeTown = state.Particulars.PracticeTowns.On(asAt),
            Application = $"applications/{entry.Application}",
            PracticeAreas = { entry.PracticeAreas.ToProto() },
            RegisteredFrom = entry.From.ToProto(),
            PeriodEnd = state.Tenure.PeriodOn(asAt).To.ToProto(),
            Status = ToProto(status.Status),
            NotRegisteredReason = ToProto(status.Reason),
            StatusSince = status.From?.ToProto(),
            Timeline = { timeline.Where(i => i.From is not null).Select(ToProto) },
            NextStatus = timeline.FirstOrDefault(i => i.From > asAt) is { } next ? ToProto(next) : null,
            Version = version,
            Route = (Proto.EntryRoute)(int)entry.Route,
        }.With(state.Particulars, asAt).With(state.Tenure.Cases, asAt);
    }

    public static Proto.RegistrationStatus ToProto(StatusWord status) => (Proto.RegistrationStatus)(int)status;

    public static Proto.NotRegisteredReason ToProto(NotRegisteredReason? reason) => (Proto.NotRegisteredReason)(int)(reason ?? 0);

    private static Proto.StatusInterval ToProto(StatusInterval interval) => new()
    {
        Status = ToProto(interval.Status),
        From = interval.From?.ToProto(),
        To = interval.To?.ToProto(),
        Reason = ToProto(interval.Reason),
    };
}
