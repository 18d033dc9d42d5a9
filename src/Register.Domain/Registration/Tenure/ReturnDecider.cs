using System.Collections.Immutable;

namespace Register.Domain.Registration.Tenure;

/// <summary>Decides on coming back (R20).</summary>
public static class ReturnDecider
{
    public static Decision<RegistrantEvent> Return(ReturnToRegister command, RegistrantState state)
    {
        if (state.Entry is null)
            return TenureDecider.NoSuchEntry;
        if (command.Application is { } application && state.Tenure.Stays.Any(stay => stay.Application == application))
            return Decision.Nothing;
        if (state.Tenure.Stays[^1].From > command.From || state.Tenure.DepartureOn(command.From) is not { } departure)
            return WaysBack.StillRegistered;
        return (WaysBack.NotOpen(departure, command.Way) ?? WaysBack.NotAllowed(state.Tenure, command.From)) is { } closed
            ? closed
            : Back(state, new(command.Way, command.Application, command.From, PeriodEnd(command.From)));
    }

    public static Decision<RegistrantEvent> Readmit(ReadmitShortly command, RegistrantState state, DecisionContext context)
    {
        if (state.Entry is null)
            return TenureDecider.NoSuchEntry;
        var today = context.Today;
        if (state.Tenure.Stays[^1] is { By: WayBack.ShortReadmission } stay && stay.From == today && state.Tenure.IsRegisteredOn(today))
            return Decision.Nothing;
        ImmutableArray<Rejection> problems =
        [
            .. WaysBack.Shortfalls(state, WayBack.ShortReadmission, null, null, today, context.Regime),
            .. TenureDecider.Missing(command.Declared, command.FeeReference),
        ];
        return problems.IsEmpty
            ? Back(state, new(WayBack.ShortReadmission, null, today, PeriodEnd(today), command.FeeReference))
            : problems;
    }

    // What nobody has come to record yet is recorded first: a stay that began after another has the other's end before it.
    private static Decision<RegistrantEvent> Back(RegistrantState state, TenureEvent.Returned returned) =>
        TenureDecider.LapseDue(state.Tenure, returned.From) is { } lapse
            ? ImmutableArray.Create<RegistrantEvent>(new TenureEvent.Lapsed(lapse), returned)
            : returned;

    private static DateOnly PeriodEnd(DateOnly from) => LegalRegime.On(from).PeriodEnd(from);
}
