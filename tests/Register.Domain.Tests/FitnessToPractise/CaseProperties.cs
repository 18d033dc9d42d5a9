using CsCheck;
using Register.Domain.FitnessToPractise;
using static Register.Domain.FitnessToPractise.CaseEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Cases;

namespace Register.Domain.Tests.FitnessToPractise;

public sealed class CaseProperties
{
    private static readonly RaiseConcern Raise = new(
        Id, Concern.Registrant, Concern.Ground, Concern.Concern, Day("2025-12-31"), RegistrantExists: true);

    private static readonly Gen<ICommand<CaseState, CaseEvent>> Impositions =
        from kind in Gen.Enum<InterimOrderKind>()
        from until in Gen.Int[0, 1500]
        select (ICommand<CaseState, CaseEvent>)new ImposeInterimOrder(Id, kind, Day("2026-01-01").AddDays(until), "Text.");

    private static readonly Gen<ICommand<CaseState, CaseEvent>> Commands = Gen.Frequency(
        (6, Impositions),
        (4, Gen.Const<ICommand<CaseState, CaseEvent>>(new RevokeInterimOrder(Id))),
        (1, Gen.OneOf<ICommand<CaseState, CaseEvent>>(Raise, new CloseCase(Id, "Over."))));

    private static readonly Gen<Step<CaseState, CaseEvent>> Steps =
        from command in Commands
        from daysLater in Gen.Int[0, 60]
        select new Step<CaseState, CaseEvent>(command, daysLater, FtpOfficer);

    private static readonly Gen<Step<CaseState, CaseEvent>[]> Cases =
        from steps in Steps.Array[0, 20]
        select (Step<CaseState, CaseEvent>[])[new(Raise, 0, FtpOfficer), .. steps];

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Cases.Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Cases.Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R24
    public void An_interim_order_never_runs_longer_than_18_months_and_is_reviewed_within_6() =>
        Cases.Sample(history =>
        {
            foreach (var order in Histories.Run(history).SelectMany(accepted => accepted.Events).OfType<InterimOrderImposed>())
            {
                Assert.True(order.From <= order.Until);
                Assert.True(order.Until.AddDays(1) <= order.From.AddMonths(18));
                Assert.True(order.FirstReviewBy <= order.From.AddMonths(6));
            }
        });

    [Fact] // R24
    public void A_case_has_at_most_one_interim_order_in_force() =>
        Cases.Sample(history =>
        {
            DateOnly? inForceUntil = null;
            foreach (var e in Histories.Run(history).SelectMany(accepted => accepted.Events))
            {
                switch (e)
                {
                    case InterimOrderImposed order:
                        Assert.False(order.From <= inForceUntil);
                        inForceUntil = order.Until;
                        break;
                    case InterimOrderRevoked revoked:
                        Assert.True(revoked.On <= inForceUntil);
                        inForceUntil = null;
                        break;
                    case CaseEvent.Closed:
                        inForceUntil = DateOnly.MaxValue;
                        break;
                }
            }
        });
}
