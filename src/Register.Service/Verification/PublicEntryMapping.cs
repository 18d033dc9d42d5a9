using System.Security.Cryptography;
using Google.Protobuf;
using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Registration;
using Register.Views.Registration;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Verification;

/// <summary>An entry as everybody may see it: nothing that <see cref="PublicView"/> does not hold (R32).</summary>
internal static class PublicEntryMapping
{
    private const int EtagBytes = 16;

    /// <summary>An entry by what is published of it at an instant.</summary>
    public static Proto.PublicEntry ToProto(PublishedEntry published, DateOnly asAt, DateTimeOffset now)
    {
        var view = published.On(asAt, CivilTime.DateIn(now));
        var entry = new Proto.PublicEntry
        {
            RegistrationNumber = view.Number.ToString(),
            FullName = view.FullName,
            Status = RegistrantMapping.ToProto(view.Status),
            NotRegisteredReason = RegistrantMapping.ToProto(view.Reason),
            StatusSince = view.Since?.ToProto(),
            RegisteredFrom = view.RegisteredFrom.ToProto(),
            PeriodEnd = view.PeriodEnd.ToProto(),
            PracticeAreas = { view.PracticeAreas.ToProto() },
            PracticeTown = view.PracticeTown,
            Restrictions = { view.Restrictions },
            AsAt = asAt.ToProto(),
            Annotations = { view.Annotations.Select(ParticularsMapping.ToPublic) },
            AddedPracticeAreas = { view.AddedPracticeAreas.ToProto() },
            Hearings = { view.Hearings.Select(ToProto) },
        };
        entry.Etag = Convert.ToHexStringLower(SHA256.HashData(entry.ToByteArray()).AsSpan(0, EtagBytes));
        entry.AnswerTime = now.ToProto();
        return entry;
    }

    private static Proto.PublicHearing ToProto(PublicHearing hearing) => new() { HearingDate = hearing.On.ToProto(), Allegations = hearing.Allegations };
}
