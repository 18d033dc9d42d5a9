using System.Collections.Immutable;

namespace Register.Domain.Registration;

/// <summary>Decides what is recorded about registrations with other bodies (R14, R23).</summary>
public static class OtherRegistrationDecider
{
    public static Decision<RegistrantEvent> Record(RecordOtherRegistration command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.Problem(state, context) is { } problem)
            return problem;

        var declared = context.Actor.Role == Roles.Applicant;
        var recorded = new ParticularsEvent.OtherRegistrationRecorded(
            command.Body,
            command.OtherNumber.ToUpperInvariant(),
            declared ? OtherRegistrationStatus.Declared : command.Status,
            command.From,
            declared ? context.Today : command.CheckedOn ?? context.Today);
        var known = state.Particulars.OtherRegistrations.FirstOrDefault(p => p.IsOpen && (p.Body, p.Number) == (recorded.Body, recorded.Number));
        // What a registrant says adds nothing to what is recorded already.
        if (known is not null && (declared || IsRecorded(recorded, known)))
            return Decision.Nothing;

        var problems = Problems(recorded, known, state.Particulars, declared, context).ToImmutableArray();
        return problems.IsEmpty ? recorded : problems;
    }

    public static Decision<RegistrantEvent> End(EndOtherRegistration command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.Problem(state, context) is { } problem)
            return problem;

        var number = command.OtherNumber.ToUpperInvariant();
        var periods = state.Particulars.OtherRegistrations.Where(p => (p.Body, p.Number) == (command.Body, number)).ToList();
        if (periods.Any(p => p.EndedOn == command.On))
            return Decision.Nothing;
        if (periods.Find(p => p.IsOpen) is not { } open)
            return Rejection.Of("OTHER_REGISTRATION_NOT_HELD", "No registration under this number is recorded as held at that body (R14).", "number");
        if (command.On > context.Today)
            return Rejection.Invalid("end_date", "IN_THE_FUTURE", "What has not ended yet is recorded when it has.");
        if (command.On <= open.From)
            return Rejection.Invalid("end_date", "ENDS_BEFORE_IT_BEGINS", "The registration was first held on that day or later.");
        return new ParticularsEvent.OtherRegistrationEnded(command.Body, number, command.On);
    }

    private static bool IsRecorded(ParticularsEvent.OtherRegistrationRecorded recorded, OtherRegistrationPeriod known) =>
        known.From == recorded.From && known.Checks[^1] == new OtherRegistrationCheck(recorded.Status, recorded.CheckedOn);

    private static IEnumerable<Rejection> Problems(
        ParticularsEvent.OtherRegistrationRecorded recorded,
        OtherRegistrationPeriod? known,
        Particulars particulars,
        bool declared,
        DecisionContext context)
    {
        if (!declared && recorded.Status == OtherRegistrationStatus.Declared)
            yield return Rejection.Invalid("status", "STATUS_NOT_CHECKED", "An officer records what the other body's register says (R14).");
        if (recorded.CheckedOn > context.Today)
            yield return Rejection.Invalid("check_date", "IN_THE_FUTURE", "The other register has not been looked at on that day yet.");
        if (recorded.From > recorded.CheckedOn)
            yield return Rejection.Invalid("start_date", "HELD_AFTER_CHECK", "The registration was held on the day it was checked, or before.");
        if (known is not null && recorded.CheckedOn < known.Checks[^1].On)
            yield return Rejection.Of("CHECKED_SINCE", "A later check of this registration is recorded (R14).", "check_date");
        if (known is null && recorded.Status == OtherRegistrationStatus.NotRegistered)
            yield return Rejection.Of("OTHER_REGISTRATION_NOT_HELD", "No registration under this number is recorded as held at that body (R14).", "number");
        if (particulars.OtherRegistrations.Any(p => p.IsOpen && p.Body == recorded.Body && p.Number != recorded.Number))
            yield return Rejection.Of("OTHER_NUMBER_HELD", "Another number is recorded as held at that body: record its end first (R14).", "number");
        if (particulars.OtherRegistrations.Any(p => p.EndedOn > recorded.From && p.Body == recorded.Body))
            yield return Rejection.Of("HELD_BEFORE_LAST_ENDED", "The registration recorded before at that body had not ended on that day (R14).", "start_date");
    }
}
