namespace Register.Domain.Registration;

/// <summary>Decides where a registrant lives, is reached, and practises (R23).</summary>
public static class PlaceDecider
{
    public static Decision<RegistrantEvent> Change(ChangeAddress command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.Problem(state, context) is { } problem)
            return problem;
        return state.Particulars.Address == command.Address
            ? Decision.Nothing
            : new ParticularsEvent.AddressChanged(command.Address, context.Today);
    }

    public static Decision<RegistrantEvent> Change(ChangeContact command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.Problem(state, context) is { } problem)
            return problem;
        var known = state.Particulars.Contact!;
        var phone = command.Phone is null ? known.Phone : command.Phone.Length == 0 ? null : command.Phone;
        var contact = new ContactDetails(command.Email ?? known.Email, phone);
        return contact == known ? Decision.Nothing : new ParticularsEvent.ContactChanged(contact, context.Today);
    }

    public static Decision<RegistrantEvent> Change(ChangePracticeTown command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.Problem(state, context) is { } problem)
            return problem;
        var from = command.From ?? context.Today;
        if (from > context.Today)
            return Rejection.Invalid("start_date", "IN_THE_FUTURE", "A change of town is recorded when it has happened.");
        if (from < state.Entry!.From)
            return Rejection.Invalid("start_date", "BEFORE_THE_ENTRY", "The entry begins later: what was before it is not of the register.");
        return state.Particulars.PracticeTowns.On(from) == command.Town
            ? Decision.Nothing
            : new ParticularsEvent.PracticeTownChanged(command.Town, from);
    }
}
