using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.Service.Edge;
using Register.Service.Registration;
using Register.Views.Registration;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Verification;

/// <summary>An entry as everybody may see it: nothing that R32 does not name.</summary>
internal static class PublicEntryMapping
{
    public static Proto.PublicEntry ToProto(RegisterEntry row, DateOnly asAt, DateTimeOffset now)
    {
        var entry = row.State.Entry!;
        var status = EntryStatus.On(asAt, row.State);
        return new()
        {
            RegistrationNumber = entry.Number.ToString(),
            FullName = row.State.Particulars.CurrentName,
            Status = RegistrantMapping.ToProto(status.Status),
            NotRegisteredReason = (Proto.NotRegisteredReason)(int)(status.Reason ?? 0),
            StatusSince = status.From?.ToProto(),
            RegisteredFrom = entry.From.ToProto(),
            PeriodEnd = row.State.Tenure.PublicPeriodEndOn(asAt).ToProto(),
            PracticeAreas = { entry.PracticeAreas.ToProto() },
            PracticeTown = row.State.Particulars.PracticeTowns.On(asAt),
            Restrictions = { row.State.Restrictions.Where(r => r.IsInForceOn(asAt)).Select(r => r.PublicText) },
            AsAt = asAt.ToProto(),
            AnswerTime = now.ToProto(),
            Version = row.Version,
            Annotations = { row.State.Particulars.AnnotationsOn(asAt).Select(ParticularsMapping.ToPublic) },
            AddedPracticeAreas = { row.State.Particulars.AddedPracticeAreasOn(asAt).ToProto() },
        };
    }
}
