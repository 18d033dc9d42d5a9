using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Interim orders as the contract shows them on a date, with both their clocks (R24).</summary>
internal static class InterimOrderMapping
{
    public static IEnumerable<Proto.InterimOrder> All(CaseState state, DateOnly today)
    {
        var inForce = state.OrderOn(today);
        return state.InterimOrders.Select(order => ToProto(order, ReferenceEquals(order, inForce), today));
    }

    private static Proto.InterimOrder ToProto(InterimOrder order, bool inForce, DateOnly today) => new()
    {
        Kind = (Proto.InterimOrderKind)(int)order.Terms.Kind,
        From = order.From.ToProto(),
        Until = order.Terms.Until.ToProto(),
        PublicText = order.Terms.PublicText,
        ReviewBy = order.NextReviewBy.ToProto(),
        EndedOn = order.EndedOn?.ToProto(),
        InForce = inForce,
        ReviewOverdue = inForce && order.NextReviewBy < today,
        Reviews = { order.Reviews.Select(ToProto) },
        Extensions = { order.Extensions.Select(ToProto) },
    };

    private static Proto.InterimReview ToProto(InterimOrderEvent.Reviewed review) => new()
    {
        Outcome = (Proto.InterimReviewOutcome)(int)review.Outcome,
        Reasons = review.Reasons,
        On = review.On.ToProto(),
        Member = review.By,
    };

    private static Proto.CourtExtension ToProto(InterimOrderEvent.Extended extended) =>
        new() { Until = extended.Until.ToProto(), CourtReference = extended.CourtReference, On = extended.On.ToProto() };
}
