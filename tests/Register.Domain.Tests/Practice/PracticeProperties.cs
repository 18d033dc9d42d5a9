using CsCheck;
using Register.Domain.Practice;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Practice.Facts;

namespace Register.Domain.Tests.Practice;

public sealed class PracticeProperties
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 40].Select(days => Day("2025-12-20").AddDays(days));

    private static readonly Gen<ICommand<PracticeState, PracticeEvent>> Commands = Gen.OneOf(
        Gen.Select(Gen.Enum<CareerTier>(), Days, (tier, on) => (ICommand<PracticeState, PracticeEvent>)new DeclareTier(Owner, tier, on, "Seen.")),
        Gen.Select(Gen.Enum<AgendaForChangeBand>(), Days, (band, on) => (ICommand<PracticeState, PracticeEvent>)new DeclareBand(Owner, band, on, "Seen.")),
        Gen.Select(Gen.OneOf("Sonographer", "Lead"), Days, (title, on) => (ICommand<PracticeState, PracticeEvent>)new DeclareJobTitle(Owner, title, on, "Seen.")),
        Gen.Select(Gen.Int[1, 110], Days, (wte, on) => (ICommand<PracticeState, PracticeEvent>)(AtLeeds("2026-01-01", wte: wte / 100m) with { From = on })),
        Gen.Select(Gen.Int[1, 30], Days, (hours, on) => (ICommand<PracticeState, PracticeEvent>)new RecordCpd(Owner, new(on, hours, CpdKind.Other, "Learned."))));

    private static readonly Gen<Step<PracticeState, PracticeEvent>[]> Practices =
        (from command in Commands
         from later in Gen.Int[0, 5]
         from who in Gen.OneOf(Amara, FirstOfficer, Bryn)
         select new Step<PracticeState, PracticeEvent>(command, later, who)).Array[0, 30];

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Practices.Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Practices.Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R23
    public void Nobody_but_the_holder_and_a_registrar_ever_changes_a_practice() =>
        Practices.Sample(history => Assert.DoesNotContain(Histories.Run(history), accepted => accepted.Context.Actor == Bryn));
}
