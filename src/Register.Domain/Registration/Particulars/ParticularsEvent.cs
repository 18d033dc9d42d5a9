namespace Register.Domain.Registration;

/// <summary>What is recorded about a registrant besides the entry itself: names, places, other registrations, annotations (R14, R22, R23).</summary>
public abstract record ParticularsEvent : RegistrantEvent
{
    /// <summary>A registration with another body was declared, or looked up there (R14, R23).</summary>
    /// <param name="From">The first day it was held.</param>
    /// <param name="CheckedOn">The day of the declaration or the look-up.</param>
    public sealed record OtherRegistrationRecorded(
        StatutoryBody Body, string Number, OtherRegistrationStatus Status, DateOnly From, DateOnly CheckedOn) : ParticularsEvent;

    /// <summary>A registration with another body ended; its last day was the day before.</summary>
    public sealed record OtherRegistrationEnded(StatutoryBody Body, string Number, DateOnly On) : ParticularsEvent;
}
