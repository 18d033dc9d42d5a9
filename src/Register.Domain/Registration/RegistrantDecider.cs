namespace Register.Domain.Registration;

/// <summary>Decides what happens to an entry.</summary>
public static class RegistrantDecider
{
    private static readonly Rejection NoSuchEntry = Rejection.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

    public static Decision<RegistrantEvent> Enter(EnterRegister command, RegistrantState state) => state.Entry switch
    {
        { } entry when entry.Application == command.Application => Decision.Nothing,
        { } => Rejection.Of("NUMBER_TAKEN", "This registration number belongs to another entry (R16)."),
        null => new RegistrantEvent.Registered(
            command.Number,
            command.Application,
            command.Applicant,
            command.Person,
            command.PracticeTown,
            command.PracticeAreas,
            command.From,
            LegalRegime.On(command.From).PeriodEnd(command.From),
            command.Route),
    };

    public static Decision<RegistrantEvent> Place(PlaceRestriction command, RegistrantState state)
    {
        if (state.Entry is null)
            return NoSuchEntry;
        if (state.Restrictions.Contains(command.Restriction))
            return Decision.Nothing;
        var (@case, kind, from, until, text) = command.Restriction;
        return new RegistrantEvent.RestrictionPlaced(@case, kind, from, until, text);
    }

    public static Decision<RegistrantEvent> Lift(LiftRestriction command, RegistrantState state)
    {
        if (state.Entry is null)
            return NoSuchEntry;
        return state.Restrictions.Any(r => r.Case == command.Case && r.Until >= command.On)
            ? new RegistrantEvent.RestrictionLifted(command.Case, command.On)
            : Decision.Nothing;
    }
}
