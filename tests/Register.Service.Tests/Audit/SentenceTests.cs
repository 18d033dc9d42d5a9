using System.Text.RegularExpressions;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.EventStore;
using Register.Service.Audit.Narrative;
using Register.Service.Tests.EventStore;

namespace Register.Service.Tests.Audit;

/// <summary>The history as a readable narrative (R1).</summary>
public sealed partial class SentenceTests
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. EventTypes.All.Values.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_is_told_in_one_sentence_without_names_of_code_and_ids(string name)
    {
        var sample = StoredFormTests.Samples.Single(s => EventTypes.NameOf(s) == name);

        IsReadable(Sentence.Of(Recorded(sample, new("ada", Roles.Registrar))), sample);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_that_nobody_wrote_a_sentence_for_is_told_by_its_facts(string name)
    {
        var sample = StoredFormTests.Samples.Single(s => EventTypes.NameOf(s) == name);

        var told = PlainFacts.Of(name, sample);
        Assert.StartsWith($"recorded “{name.Replace('-', ' ')}”", told, StringComparison.Ordinal);
        IsReadable($"On {told}.", sample);
    }

    [Fact]
    public void A_sentence_says_when_and_who_in_which_role()
    {
        var e = Recorded(new CaseEvent.Closed("No case\nto answer.", new(2026, 11, 23)), new("petra", Roles.Panel));
        Assert.Equal(
            "On 23 November 2026 at 09:30 UTC, petra (panel member) closed the case on 23 November 2026: “No case to answer.”", Sentence.Of(e));
    }

    [Fact]
    public void What_the_register_did_by_itself_is_told_so()
    {
        var e = Recorded(new CaseEvent.InterimOrderRevoked(new(2026, 11, 23)), Actor.Register);
        Assert.Equal("On 23 November 2026 at 09:30 UTC, the register revoked the interim order with effect from 23 November 2026.", Sentence.Of(e));
    }

    [Fact]
    public void A_fact_is_told_in_words_and_an_id_is_not_told()
    {
        var e = new CaseEvent.InterimOrderImposed(InterimOrderKind.Conditions, new(2026, 11, 23), new(2027, 5, 22), new(2027, 5, 22), "Supervised.");
        Assert.Equal(
            "recorded “interim order imposed”, kind conditions, from 23 November 2026, until 22 May 2027, first review by 22 May 2027, public text “Supervised.”",
            PlainFacts.Of("interim-order-imposed", e));
        Assert.Equal(
            "recorded “hold placed”, from 23 November 2026",
            PlainFacts.Of("hold-placed", new Domain.Registration.Tenure.TenureEvent.HoldPlaced(new CaseId(Guid.NewGuid()), new(2026, 11, 23))));
        Assert.Equal(
            "recorded “something”, held from 23 November 2026, interim orders kind suspension, from 23 November 2026, until 22 May 2027",
            PlainFacts.Of("something", new CaseStanding(
                new(2026, 11, 23), null, [new(InterimOrderKind.Suspension, new(2026, 11, 23), new(2027, 5, 22), "")], default, [])));
    }

    private static void IsReadable(string sentence, object e)
    {
        Assert.Matches(@"^On \S.*(\.|[.?!]”)$", sentence);
        Assert.DoesNotContain('\n', sentence);
        Assert.DoesNotMatch(IdOrHash(), sentence);
        Assert.DoesNotMatch(NameOfCode(), Quotation().Replace(sentence, "").Replace("PgDip", "", StringComparison.Ordinal));
        Assert.DoesNotContain(EventTypes.NameOf(e), sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Immutable", sentence, StringComparison.Ordinal);
    }

    private static RecordedEvent Recorded(object data, Actor actor) => new(
        new("case", "1"), 1, 1, Guid.NewGuid(), EventTypes.NameOf(data), data, new(Guid.NewGuid(), "Command", actor, Instant, "correlation"));

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|[0-9a-f]{32}")]
    private static partial Regex IdOrHash();

    // What people wrote is theirs, whatever it looks like.
    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quotation();

    // PascalCase and camelCase: "ConcernRaised", "lackOfCompetence".
    [GeneratedRegex(@"\b[a-zA-Z]*[a-z][A-Z][a-z]")]
    private static partial Regex NameOfCode();
}
