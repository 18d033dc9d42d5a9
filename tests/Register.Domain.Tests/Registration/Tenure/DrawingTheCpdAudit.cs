using System.Collections.Immutable;
using CsCheck;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Registration.Tenure;

public sealed class DrawingTheCpdAudit
{
    private static readonly DateOnly Round = Day("2028-02-28");

    private static readonly Gen<(string Seed, RegistrationNumber[] Population)> Draws =
        Gen.Select(Gen.String[Gen.Char["0123456789abcdef"], 64, 64], Gen.Int[1, 999_999].HashSet[0, 300].Select(set => set.Select(n => new RegistrationNumber(n)).ToArray()));

    [Theory] // R18: 2.5%, rounded up
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(40, 1)]
    [InlineData(41, 2)]
    [InlineData(80, 2)]
    [InlineData(1000, 25)]
    [InlineData(1001, 26)]
    [InlineData(999_999, 25_000)]
    public void Two_and_a_half_percent_are_drawn_rounded_up(int population, int count) =>
        Assert.Equal(count, CpdDraw.Count(population, LegalRegime.On(Round).CpdAuditPerTenThousand));

    [Fact] // R18
    public void The_same_seed_draws_the_same_whatever_the_order() =>
        Draws.Sample((seed, population) => Assert.Equal(
            CpdDraw.Select(seed, population, 250).AsEnumerable(), CpdDraw.Select(seed, [.. population.Reverse()], 250)));

    [Fact] // R18
    public void Those_drawn_are_of_the_population_each_once_and_as_many_as_they_should_be() =>
        Draws.Sample((seed, population) =>
        {
            var drawn = CpdDraw.Select(seed, population, 250);
            Assert.Empty(drawn.Except(population));
            Assert.Equal(drawn.Length, drawn.Distinct().Count());
            Assert.Equal(CpdDraw.Count(population.Length, 250), drawn.Length);
        });

    [Fact] // R18: a recorded draw can be drawn again for ever
    public void A_draw_is_what_it_always_was() =>
        Assert.Equal("SON60 SON61", string.Join(' ', CpdDraw.Select("0f3a", [.. Enumerable.Range(1, 80).Select(n => new RegistrationNumber(n))], 250)));

    [Fact] // R18
    public void Over_many_seeds_everybody_is_drawn_about_as_often()
    {
        RegistrationNumber[] population = [.. Enumerable.Range(1, 40).Select(n => new RegistrationNumber(n))];
        var times = Enumerable.Range(0, 4000).SelectMany(seed => CpdDraw.Select($"{seed:x8}", population, 250)).CountBy(n => n).ToList();
        Assert.Equal(40, times.Count);
        Assert.All(times, t => Assert.InRange(t.Value, 60, 140)); // 100 expected, with a standard deviation of 10
    }

    [Theory] // R18
    [InlineData("2028-02-28", "ROUND_NOT_OVER")]
    [InlineData("2028-02-29", null)]
    public void A_round_is_drawn_when_it_is_over(string day, string? code)
    {
        var outcome = Given().When(Draw(1, 2), Actor.Register.On(day));
        if (code is null)
            outcome.Then(new CpdRoundEvent.Drawn(Round, CpdDraw.Algorithm, "0f3a", 2, CpdDraw.Select("0f3a", [new(1), new(2)], 250), Day(day)));
        else
            outcome.ThenRejected(code);
    }

    [Fact] // R18
    public void A_round_is_drawn_once() =>
        Given(new CpdRoundEvent.Drawn(Round, CpdDraw.Algorithm, "0f3a", 2, [new(1)], Day("2028-02-29")))
            .When(Draw(1, 2) with { Seed = "beef" }, Actor.Register.On("2028-03-01")).ThenNothing();

    [Fact] // R18
    public void Nobody_is_drawn_of_nobody() => Given().When(Draw(), Actor.Register.On("2028-03-01")).ThenNothing();

    private static DrawCpdAudit Draw(params int[] population) => new(Round, "0f3a", [.. population.Select(n => new RegistrationNumber(n))]);

    private static Scenario<CpdRoundState, CpdRoundEvent> Given(params IEnumerable<CpdRoundEvent> events) => new(events);
}
