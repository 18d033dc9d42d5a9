using System.Collections.Immutable;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Domain.Registration;

/// <summary>The events by which restrictions and holds were placed one by one, before a case's standing was recorded as a whole. Nothing produces them
/// any more; they are read for ever, into the same form.</summary>
internal static class OlderCaseEvents
{
    public static TenureState Fold(TenureState tenure, RegistrantEvent.RestrictionPlaced placed)
    {
        var standing = StandingOf(tenure, placed.Case, placed.From);
        var order = new InterimOrderSpan(placed.Kind, placed.From, placed.Until, placed.PublicText);
        return tenure.Record(placed.Case, standing with { InterimOrders = standing.InterimOrders.Add(order) });
    }

    public static TenureState Fold(TenureState tenure, RegistrantEvent.RestrictionLifted lifted)
    {
        var standing = StandingOf(tenure, lifted.Case, lifted.On);
        return tenure.Record(lifted.Case, standing with { InterimOrders = [.. standing.InterimOrders.Select(o => Lift(o, lifted.On))] });
    }

    public static TenureState Fold(TenureState tenure, TenureEvent.HoldPlaced placed) =>
        tenure.Record(placed.Case, StandingOf(tenure, placed.Case, placed.From) with { HeldFrom = placed.From, HeldUntil = null });

    public static TenureState Fold(TenureState tenure, TenureEvent.HoldReleased released)
    {
        var standing = StandingOf(tenure, released.Case, released.On);
        return tenure.Record(released.Case, standing with { HeldUntil = standing.HeldUntil ?? released.On.AddDays(-1) });
    }

    // A case of which nothing is known yet holds nothing: its hold ends before it begins.
    private static CaseStanding StandingOf(TenureState tenure, CaseId id, DateOnly from) =>
        tenure.Cases.FirstOrDefault(c => c.Case == id)?.Standing ?? new(from, from.AddDays(-1), [], [], []);

    private static InterimOrderSpan Lift(InterimOrderSpan order, DateOnly on) => order.Until >= on ? order with { Until = on.AddDays(-1) } : order;
}
