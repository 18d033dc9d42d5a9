namespace Register.Domain.Registration.Tenure;

/// <summary>Give a notice that a period ends, when it is due (R17).</summary>
public sealed record GiveNotice(RegistrationNumber Number, NoticeKind Kind, DateOnly PeriodEnd) : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context)
    {
        if (state.Entry is null)
            return TenureDecider.NoSuchEntry;
        return TenureDue.Of(state).Any(due => due.IsOn(context.Today) && due is Due.Act act && Equals(act.Command))
            ? new TenureEvent.NoticeGiven(Kind, PeriodEnd, context.Today)
            : Decision.Nothing;
    }
}

/// <summary>Record that the message of a notice went out.</summary>
/// <param name="Channel">How: "smtp" or "outbox".</param>
/// <param name="MessageId">The message's own id, without an address (R37).</param>
public sealed record RecordNotificationSent(RegistrationNumber Number, NoticeKind Kind, DateOnly PeriodEnd, string Channel, string MessageId)
    : ICommand<RegistrantState, RegistrantEvent>
{
    public StreamId Stream => Number.Stream;

    public Decision<RegistrantEvent> Decide(RegistrantState state, DecisionContext context)
    {
        if (state.Entry is null)
            return TenureDecider.NoSuchEntry;
        return state.Tenure.Notices.FirstOrDefault(n => (n.Kind, n.PeriodEnd) == (Kind, PeriodEnd)) switch
        {
            null => Rejection.Of("NO_SUCH_NOTICE", "No such notice was given: there is nothing to have sent."),
            { SentAt: not null } => Decision.Nothing,
            _ => new TenureEvent.NotificationSent(Kind, PeriodEnd, Channel, MessageId, context.Now),
        };
    }
}
