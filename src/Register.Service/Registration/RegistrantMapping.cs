using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Service.Edge;
using Register.Views.Registration;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Registration;

/// <summary>Registrants as officers see them in the contract.</summary>
internal static class RegistrantMapping
{
    public static Proto.Registrant ToProto(RegisterEntry row, DateOnly asAt)
    {
        var entry = row.State.Entry!;
        return new()
        {
            Name = $"registrants/{entry.Number}",
            RegistrationNumber = entry.Number.ToString(),
            FullName = entry.Person.FullName,
            DateOfBirth = entry.Person.DateOfBirth.ToProto(),
            Email = entry.Person.Email,
            PracticeTown = entry.PracticeTown,
            Application = $"applications/{entry.Application}",
            PracticeAreas = { entry.PracticeAreas.ToProto() },
            RegisteredFrom = entry.From.ToProto(),
            PeriodEnd = row.State.Tenure.PeriodOn(asAt).To.ToProto(),
            Status = ToProto(EntryStatus.On(asAt, row.State).Status),
            Timeline = { EntryStatus.Timeline(row.State).Where(i => i.From is not null).Select(ToProto) },
            Version = row.Version,
            Route = (Proto.EntryRoute)(int)entry.Route,
        };
    }

    public static Proto.RegistrationStatus ToProto(StatusWord status) => (Proto.RegistrationStatus)(int)status;

    private static Proto.StatusInterval ToProto(StatusInterval interval) => new()
    {
        Status = ToProto(interval.Status),
        From = interval.From?.ToProto(),
        To = interval.To?.ToProto(),
    };
}
