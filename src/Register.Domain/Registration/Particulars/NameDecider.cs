using System.Collections.Immutable;

namespace Register.Domain.Registration;

/// <summary>Decides what name a registrant goes by, and from when (R3, R23).</summary>
public static class NameDecider
{
    public static Decision<RegistrantEvent> Change(ChangeName command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;

        var from = command.From ?? context.Today;
        var names = state.Particulars.Names;
        if (names.Contains(new(new(command.FullName, command.EvidenceReference), from)))
            return Decision.Nothing;

        var problems = DateProblems(from, state, context).ToList();
        if (names.Any(n => n.From == from))
            problems.Add(Rejection.Of("NAME_RECORDED_THAT_DAY", "A name held from that day is recorded: correct it if it is wrong (R3).", "start_date"));
        else if (names.On(from).FullName == command.FullName)
            problems.Add(Rejection.Of("NAME_HELD_ALREADY", "The registrant goes by that name on that day already (R23).", "full_name"));
        return problems.Count > 0
            ? problems.ToImmutableArray()
            : new ParticularsEvent.NameChanged(command.FullName, command.EvidenceReference, from);
    }

    public static Decision<RegistrantEvent> Correct(CorrectName command, RegistrantState state, DecisionContext context)
    {
        if (ParticularsAccess.OfficerProblem(state, context) is { } problem)
            return problem;

        var from = command.From ?? command.Recorded;
        var names = state.Particulars.Names;
        if (names.Any(n => n.From == from && n.Value.FullName == command.FullName))
            return Decision.Nothing;
        if (names.FirstOrDefault(n => n.From == command.Recorded) is not { } wrong)
            return Rejection.Of("NAME_NOT_RECORDED", "No name is recorded as held from that day.", "recorded_start_date");

        var problems = ImmutableArray.CreateBuilder<Rejection>();
        if (from != wrong.From)
        {
            problems.AddRange(DateProblems(from, state, context));
            if (wrong == names[0])
                problems.Add(Rejection.Of("FIRST_NAME", "The first name is held from the first day of the entry.", "start_date"));
            if (names.Any(n => n.From == from))
                problems.Add(Rejection.Of("NAME_RECORDED_THAT_DAY", "A name held from that day is recorded: correct it if it is wrong (R3).", "start_date"));
        }
        return problems.Count > 0
            ? problems.ToImmutable()
            : new ParticularsEvent.NameCorrected(command.Recorded, command.FullName, from, command.Reason);
    }

    private static IEnumerable<Rejection> DateProblems(DateOnly from, RegistrantState state, DecisionContext context)
    {
        if (from > context.Today)
            yield return Rejection.Invalid("start_date", "IN_THE_FUTURE", "A change of name is recorded when it has happened (R23).");
        if (from < state.Entry!.From)
            yield return Rejection.Invalid("start_date", "BEFORE_THE_ENTRY", "The entry begins later: what was before it is not of the register.");
    }
}
