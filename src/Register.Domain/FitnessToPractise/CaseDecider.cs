using System.Collections.Immutable;

namespace Register.Domain.FitnessToPractise;

/// <summary>Decides what happens to a case.</summary>
public static class CaseDecider
{
    private static readonly Rejection NotFound = Rejection.NotFound("CASE_NOT_FOUND", "There is no such case.");
    private static readonly Rejection IsClosed = Rejection.Of("CASE_CLOSED", "The case is closed.");

    public static Decision<CaseEvent> Raise(RaiseConcern command, CaseState state, DecisionContext context)
    {
        if (state.Concern is not null)
            return Decision.Nothing;

        var problems = ImmutableArray.CreateBuilder<Rejection>();
        if (!command.RegistrantExists)
            problems.Add(Rejection.Of("REGISTRANT_UNKNOWN", "There is no registrant with this number.", "case.registrant"));
        if (command.ReceivedOn > context.Today)
            problems.Add(Rejection.Invalid("case.received_on", "DATE_IN_FUTURE", "A concern was received today or earlier."));
        return problems.Count > 0
            ? problems.DrainToImmutable()
            : new CaseEvent.ConcernRaised(command.Registrant, command.Ground, command.Concern, command.ReceivedOn, context.Now);
    }

    public static Decision<CaseEvent> Impose(ImposeInterimOrder command, CaseState state, DecisionContext context)
    {
        if (state.Concern is null)
            return NotFound;
        if (state.Closing is not null)
            return IsClosed;

        var today = context.Today;
        if (state.HasOrderOn(today))
        {
            return (state.Order!.Kind, state.Order.Until, state.Order.PublicText) == (command.Kind, command.Until, command.PublicText)
                ? Decision.Nothing
                : Rejection.Of("INTERIM_ORDER_IN_FORCE", "The case has another interim order in force: revoke it first.");
        }
        if (command.Until < today)
            return Rejection.Invalid("order.until", "DATE_IN_PAST", "An interim order ends today or later.");

        // 18 months end on the day before the same day of the month. A further order does not start them anew: longer is for the court.
        var months = context.Regime.InterimOrderMaxMonths;
        if (command.Until >= (state.FirstOrderFrom ?? today).AddMonths(months))
        {
            return Rejection.Of(
                "INTERIM_ORDER_TOO_LONG", $"The interim orders of a case run for at most {months} months in all (R24).", "order.until");
        }
        var review = today.AddMonths(context.Regime.InterimOrderFirstReviewMonths);
        return new CaseEvent.InterimOrderImposed(command.Kind, today, command.Until, review, command.PublicText);
    }

    public static Decision<CaseEvent> Revoke(CaseState state, DecisionContext context) => state switch
    {
        { Concern: null } => NotFound,
        { Order: not null, OrderRevokedOn: not null } => Decision.Nothing,
        { Closing: not null } => IsClosed,
        _ when !state.HasOrderOn(context.Today) => Rejection.Of("NO_INTERIM_ORDER", "The case has no interim order in force."),
        _ => new CaseEvent.InterimOrderRevoked(context.Today),
    };

    public static Decision<CaseEvent> Close(CloseCase command, CaseState state, DecisionContext context) => state switch
    {
        { Concern: null } => NotFound,
        { Closing: not null } => Decision.Nothing,
        _ => new CaseEvent.Closed(command.Reasons, context.Today),
    };
}
