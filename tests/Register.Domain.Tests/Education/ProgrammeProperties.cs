using CsCheck;
using Register.Domain.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Education.Programmes;

namespace Register.Domain.Tests.Education;

public sealed class ProgrammeProperties
{
    private static readonly Gen<ListedAward> Awards =
        from candidate in Gen.Int[1, 5]
        from name in Gen.OneOf("Amara Okafor", "Bryn Hughes")
        from areas in Gen.OneOf<PracticeArea>([.. Areas, PracticeArea.Cardiac]).Array[0, 2]
        from ratified in Gen.Int[-100, 400]
        select Award with
        {
            CandidateNumber = $"C-{candidate}",
            FullName = name,
            PracticeAreas = [.. areas],
            RatifiedOn = Day("2026-01-01").AddDays(ratified),
        };

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Accreditations =
        from level in Gen.Int[5, 8]
        select (ICommand<ProgrammeState, ProgrammeEvent>)new AccreditProgramme(Id, Accredited with { AcademicLevel = level });

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> PassLists =
        from awards in Awards.Array[0, 3]
        select (ICommand<ProgrammeState, ProgrammeEvent>)PassList(awards);

    private static readonly Gen<ICommand<ProgrammeState, ProgrammeEvent>> Commands = Gen.Frequency((1, Accreditations), (4, PassLists));

    private static readonly Gen<Step<ProgrammeState, ProgrammeEvent>> Steps =
        from command in Commands
        from daysLater in Gen.Int[0, 60]
        from who in Gen.OneOf(Leeds, Leeds, Leeds, Cardiff)
        select new Step<ProgrammeState, ProgrammeEvent>(command, daysLater, who);

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Steps.Array[1, 20].Sample(Histories.AcceptedCommandsRunAgainDoNothing);
}
