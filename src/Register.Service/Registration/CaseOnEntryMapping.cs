using System.Collections.Immutable;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Registration;

/// <summary>What cases come to for an entry, as the contract shows it to officers.</summary>
internal static class CaseOnEntryMapping
{
    /// <summary>Writes it into a registrant as officers see it.</summary>
    public static Proto.Registrant With(this Proto.Registrant registrant, ImmutableArray<CaseOnEntry> cases, DateOnly asAt)
    {
        registrant.SanctionPending = cases.SelectMany(c => c.Standing.Sanctions).Any(s => s.IsPendingOn(asAt));
        registrant.Orders.Add(cases
            .SelectMany(c => c.Standing.InterimOrders.Select(o => (o.From, Order: ToProto(o, c.Case, asAt)))
                .Concat(c.Standing.Sanctions.Select(s => (From: s.From ?? DateOnly.MaxValue, Order: ToProto(s, c.Case, asAt)))))
            .OrderBy(o => o.From)
            .Select(o => o.Order));
        // What ended before it began held nothing.
        registrant.Holds.Add(cases.Where(c => !(c.Standing.HeldUntil < c.Standing.HeldFrom)).Select(Hold));
        registrant.Hearings.Add(cases.SelectMany(c => c.Standing.Hearings.Select(h => (h.On, Hearing: ToProto(h, c.Case)))).OrderBy(h => h.On).Select(h => h.Hearing));
        return registrant;
    }

    /// <summary>The same for a reader: to the registrant, in whatever role, as to every registrant.</summary>
    public static Proto.Registrant For(this Proto.Registrant registrant, string subject, string applicant) =>
        subject == applicant ? registrant.ForTheRegistrant() : registrant;

    /// <summary>The same without what the officers of a case keep to themselves: for the registrant.</summary>
    public static Proto.Registrant ForTheRegistrant(this Proto.Registrant registrant)
    {
        registrant.Holds.Clear();
        registrant.Hearings.Clear();
        return registrant;
    }

    private static Proto.EntryOrder ToProto(InterimOrderSpan order, CaseId id, DateOnly asAt) => new()
    {
        Case = $"cases/{id}",
        Kind = order.Kind == InterimOrderKind.Suspension ? Proto.EntryOrderKind.InterimSuspension : Proto.EntryOrderKind.InterimConditions,
        StartDate = order.From.ToProto(),
        EndDate = order.Until.ToProto(),
        PublicText = order.PublicText,
        Pending = asAt < order.From,
    };

    private static Proto.EntryOrder ToProto(SanctionSpan sanction, CaseId id, DateOnly asAt) => new()
    {
        Case = $"cases/{id}",
        Kind = (Proto.EntryOrderKind)(int)sanction.Kind,
        NotifiedOn = sanction.NotifiedOn.ToProto(),
        StartDate = sanction.From?.ToProto(),
        EndDate = sanction.Until?.ToProto(),
        PublicText = sanction.PublicText,
        Pending = !(sanction.From <= asAt),
    };

    private static Proto.EntryHold Hold(CaseOnEntry record) => new()
    {
        Case = $"cases/{record.Case}",
        StartDate = record.Standing.HeldFrom.ToProto(),
        EndDate = record.Standing.HeldUntil?.ToProto(),
    };

    private static Proto.EntryHearing ToProto(HearingNotice hearing, CaseId id) => new()
    {
        Case = $"cases/{id}",
        Committee = (Proto.CommitteeKind)(int)hearing.Committee,
        HearingDate = hearing.On.ToProto(),
        Allegations = hearing.Allegations,
    };
}
