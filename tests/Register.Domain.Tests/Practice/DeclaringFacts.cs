using Register.Domain.Practice;
using static Register.Domain.Practice.PracticeEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Practice.Facts;

namespace Register.Domain.Tests.Practice;

public sealed class DeclaringFacts
{
    private static readonly DeclareTier Advanced = new(Owner, CareerTier.Advanced, Day("2026-05-01"), "MSc, portfolio.");

    private static readonly TierDeclared AdvancedTier = new(CareerTier.Advanced, Day("2026-05-01"), "MSc, portfolio.", By(Amara, "2026-06-01"));

    [Fact]
    public void A_registrant_declares_their_own_tier_with_a_date_and_evidence() =>
        Given().When(Advanced, Amara.On("2026-06-01")).Then(AdvancedTier);

    [Fact]
    public void A_registrar_declares_it_for_them_and_is_named() =>
        Given().When(Advanced, FirstOfficer.On("2026-06-01")).Then(AdvancedTier with { By = By(FirstOfficer, "2026-06-01") });

    [Fact]
    public void Of_another_registrant_nobody_gets_to_know() =>
        Given().When(Advanced, Bryn.On("2026-06-01")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void An_entry_that_is_not_there_has_no_facts() =>
        Given().When(Advanced with { Owner = Owner with { Holder = null } }, FirstOfficer.On("2026-06-01"))
            .ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void A_fact_is_declared_on_its_first_day_at_the_earliest()
    {
        Given().When(Advanced, Amara.On("2026-04-30")).ThenRejected("IN_THE_FUTURE").About("fact.from");
        Given().When(Advanced, Amara.On("2026-05-01")).Then(AdvancedTier with { By = By(Amara, "2026-05-01") });
    }

    [Fact]
    public void The_same_fact_again_does_nothing() => Given(AdvancedTier).When(Advanced, Amara.On("2026-07-01")).ThenNothing();

    [Fact] // R3
    public void Another_tier_from_the_same_day_corrects_the_first() =>
        Assert.Equal(CareerTier.Enhanced, Given(AdvancedTier, AdvancedTier with { Tier = CareerTier.Enhanced }).State.TierOn(Day("2026-05-01")));

    [Fact] // R2
    public void A_tier_holds_from_its_day_until_the_next_whatever_the_order_they_were_declared_in()
    {
        var state = Given(AdvancedTier, AdvancedTier with { Tier = CareerTier.Practitioner, From = Day("2024-02-29") }).State;
        Assert.Null(state.TierOn(Day("2024-02-28")));
        Assert.Equal(CareerTier.Practitioner, state.TierOn(Day("2024-02-29")));
        Assert.Equal(CareerTier.Practitioner, state.TierOn(Day("2026-04-30")));
        Assert.Equal(CareerTier.Advanced, state.TierOn(Day("2026-05-01")));
    }

    [Fact]
    public void Tier_band_and_job_title_are_independent()
    {
        var by = By(Amara, "2026-06-01");
        var state = Given(
            AdvancedTier,
            new BandDeclared(AgendaForChangeBand.Band8A, Day("2025-01-01"), "Contract.", by),
            new JobTitleDeclared("Lead sonographer", Day("2026-02-01"), "Contract.", by)).State;
        Assert.Equal(
            (null, AgendaForChangeBand.Band8A, null),
            (state.TierOn(Day("2025-06-01")), state.BandOn(Day("2025-06-01")), state.JobTitleOn(Day("2025-06-01"))));
        Assert.Equal("Lead sonographer", state.JobTitleOn(Day("2026-02-01")));
    }
}
