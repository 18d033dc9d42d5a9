using CsCheck;
using Register.Domain.FitnessToPractise;
using static Register.Domain.FitnessToPractise.CaseEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.RandomCases;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>Whatever is done to a case, in whatever order and on whatever days.</summary>
public sealed class CaseProperties
{
    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        All.Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        All.Sample(history => Histories.StoredEventsFoldToTheStateThatDecided(history));

    [Fact] // R24
    public void An_interim_order_never_outlives_its_cap()
    {
        All.Sample(history =>
        {
            // What a panel may order, 18 months from the first order of a case or of a decision's appeal period, and what the court added.
            DateOnly? cap = null;
            int? covers = null;
            DateOnly? reopened = null;
            var round = 0;
            foreach (var accepted in Histories.Run(history))
            {
                foreach (var e in accepted.Events)
                {
                    if (e is ConcernEvent.Reopened again)
                        (cap, covers, reopened) = (null, null, again.On);
                    if (e is InterimOrderImposed order && (cap is null || (order.CoversDecision is not null && order.CoversDecision != covers)))
                        (cap, covers) = (order.From.AddMonths(18).AddDays(-1), order.CoversDecision);
                    if (e is InterimOrderEvent.Extended extended)
                    {
                        var before = accepted.Outcome.InterimOrders[^1].Extensions is [.., { Until: var earlier }, _] ? earlier : (DateOnly?)null;
                        Assert.True(before is null || extended.Until <= before.Value.AddDays(1).AddMonths(12).AddDays(-1));
                        cap = cap < extended.Until ? extended.Until : cap;
                    }
                    round++;
                }
                foreach (var span in CaseStandings.Of(accepted.Outcome)!.InterimOrders.TakeLast(1))
                    Assert.True(span.Until < reopened || span.Until <= cap, $"{span.Until} is after {cap} at event {round}");
            }
        });
    }

    [Fact] // R24
    public void An_interim_order_is_first_reviewed_within_six_months_and_then_within_three_of_the_last_review() =>
        All.Sample(history =>
        {
            foreach (var e in Histories.Run(history).SelectMany(accepted => accepted.Events))
            {
                if (e is InterimOrderImposed order)
                    Assert.True(order.From <= order.Until && order.FirstReviewBy <= order.From.AddMonths(6));
                if (e is InterimOrderEvent.Reviewed review)
                    Assert.True(review.NextReviewBy <= review.On.AddMonths(3));
            }
        });

    [Fact] // R2, R26
    public void The_spans_of_a_case_never_contradict_each_other() =>
        All.Sample(history =>
        {
            foreach (var state in Histories.Run(history).Select(accepted => accepted.Outcome))
            {
                var standing = CaseStandings.Of(state)!;
                foreach (var (a, b) in standing.InterimOrders.Zip(standing.InterimOrders.Skip(1)))
                    Assert.True(a.Until < b.From, "Two interim orders are in force at once.");
                foreach (var (a, b) in standing.Sanctions.Zip(standing.Sanctions.Skip(1)))
                    Assert.True(b.From is null ? a.Until is null : a.Until < b.From, "Two sanctions are in force at once.");
                foreach (var span in standing.Sanctions)
                    Assert.True(!(span.Until < span.From) && !(span.From < span.NotifiedOn), "A sanction ends before it begins, or begins before its notice.");
                foreach (var order in standing.InterimOrders)
                    Assert.DoesNotContain(standing.Sanctions, s => s.From > order.From && s.From <= order.Until);
                if (standing.HeldUntil is { } last)
                {
                    Assert.DoesNotContain(standing.Sanctions, s => s.Kind is SanctionKind.Suspension or SanctionKind.Conditions && !(s.Until <= last));
                    Assert.DoesNotContain(standing.InterimOrders, o => o.Until > last);
                }
            }
        });

    [Fact] // R25
    public void Nobody_is_struck_off_for_lack_of_competence_or_health_without_two_years_before() =>
        All.Sample(history =>
        {
            var before = CaseState.None;
            foreach (var accepted in Histories.Run(history))
            {
                if (before.Ground is Ground.Health or Ground.LackOfCompetence
                    && accepted.Events is [DecisionEvent.Recorded { Terms.Kind: SanctionKind.StrikingOff }])
                {
                    Assert.True(SanctionCourse.Of(before).First(c => c.From is not null).From!.Value.AddYears(2) <= accepted.Context.Today);
                }
                before = accepted.Outcome;
            }
        });

    [Fact] // R30
    public void Every_sanction_has_two_people_who_sat_together_and_acted_at_no_earlier_stage() =>
        All.Sample(history =>
        {
            foreach (var state in Histories.Run(history).Select(accepted => accepted.Outcome))
            {
                foreach (var confirmed in state.Decisions.Select(d => d.Confirmed).OfType<DecisionEvent.Confirmed>())
                {
                    Assert.NotEqual(confirmed.Chair, confirmed.Member);
                    Assert.Contains(state.Committees, c => c.Chair == confirmed.Chair && c.Members.Contains(confirmed.Member));
                    Assert.DoesNotContain(confirmed.Chair, state.Concerned);
                    Assert.DoesNotContain(confirmed.Member, state.Concerned);
                }
                var sanctions = state.Sanctions.Count(s => s.Decision is not null);
                Assert.True(sanctions <= state.Decisions.Count(d => d.Confirmed is not null));
                foreach (var committee in state.Committees)
                {
                    var earlier = state.Acts.Where(a => a.Round == state.Round && a.Stage < committee.Stage).Select(a => a.Subject);
                    if (committee == state.Sitting)
                        Assert.Empty(committee.Members.Intersect(earlier));
                }
            }
        });

    [Fact] // R21
    public void What_is_done_out_of_turn_to_a_case_that_is_closed_appends_nothing() =>
        OutOfTurn.Sample(step =>
        {
            var closed = Tests.FitnessToPractise.Cases.Given(Tests.FitnessToPractise.Cases.Concern, Tests.FitnessToPractise.Cases.Closed).State;
            Assert.Empty(step.Command.Decide(closed, step.By.On("2026-09-02")).Events);
            var unopened = step.Command.Decide(CaseState.None, step.By.On("2026-09-02"));
            Assert.Empty(unopened.Events);
            Assert.Contains(unopened.Rejections, r => r.Kind == RejectionKind.NotFound);
        });

    [Fact]
    public void The_random_cases_get_everywhere()
    {
        var seen = new HashSet<Type>();
        All.Sample(
            history => seen.UnionWith(Histories.Run(history).SelectMany(a => a.Events).Select(e => e.GetType())), threads: 1, iter: 4000);
        Assert.Equal(
            typeof(CaseEvent).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && typeof(CaseEvent).IsAssignableFrom(t)).Select(t => t.FullName).Order(),
            seen.Select(t => t.FullName).Order());
    }
}
