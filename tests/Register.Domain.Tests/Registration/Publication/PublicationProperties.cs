using System.Collections.Immutable;
using CsCheck;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration;
using static Register.Domain.Registration.Tenure.TenureEvent;
using static Register.Domain.Tests.Registration.Entries;

namespace Register.Domain.Tests.Registration.Publication;

/// <summary>The public view is a function of what is published alone (R28): whatever else differs, it is the same for every date asked for.</summary>
public sealed class PublicationProperties
{
    private static readonly DateOnly Today = Registered.From.AddDays(400);

    private static readonly CaseId ThirdCase = new(Guid.Parse("c3c3c3c3-0000-4000-8000-000000000003"));

    private static readonly Gen<DateOnly> AsAt = Gen.Int[-500, 3000].Select(Today.AddDays);

    private static readonly Gen<InterimOrderSpan> InterimOrders =
        from kind in Gen.Enum<InterimOrderKind>()
        from begun in Gen.Int[0, 300]
        from length in Gen.Int[0, 500]
        from text in Gen.Int[0, 2]
        select new InterimOrderSpan(kind, Today.AddDays(-begun), Today.AddDays(length - begun), $"Order {text}.");

    private static readonly Gen<SanctionSpan> Sanctions =
        from kind in Gen.Enum<SanctionKind>()
        from begun in Gen.Int[0, 300]
        from length in Gen.Int[0, 500]
        from text in Gen.Int[0, 2]
        let removes = kind.TakesOff() is not null
        select new SanctionSpan(kind, Today.AddDays(-begun - 29), Today.AddDays(-begun), removes ? null : Today.AddDays(length - begun), $"Sanction {text}.");

    private static readonly Gen<HearingNotice> Hearings =
        from days in Gen.Int[0, 28]
        select new HearingNotice(CommitteeKind.ConductAndCompetence, Today.AddDays(days), "Allegations.");

    /// <summary>What is published of a case today.</summary>
    private static readonly Gen<CaseStanding> Published =
        from orders in InterimOrders.Array[0, 2]
        from sanctions in Sanctions.Array[0, 2]
        from hearings in Hearings.Array[0, 2]
        select new CaseStanding(Today.AddDays(-350), Today.AddDays(-340), [.. orders], [.. sanctions], [.. hearings]);

    private static readonly Gen<SanctionSpan> Waiting =
        from kind in Gen.Enum<SanctionKind>()
        from told in Gen.Int[0, 28]
        from effect in Gen.Int[1, 29].Nullable()
        select new SanctionSpan(kind, Today.AddDays(-told), effect is { } days ? Today.AddDays(days) : null, null, "A sanction that waits.");

    private static readonly Gen<HearingNotice> OutOfTime =
        from committee in Gen.Enum<CommitteeKind>()
        from days in committee == CommitteeKind.Health ? Gen.Int[-100, 100] : Gen.OneOf(Gen.Int[-100, -1], Gen.Int[29, 100])
        select new HearingNotice(committee, Today.AddDays(days), "Allegations nobody may see.");

    /// <summary>What else there may be in a case of an entry, known to officers only.</summary>
    private static readonly Gen<Func<CaseStanding, CaseStanding>> Hidden =
        from opened in Gen.Int[0, 350]
        from open in Gen.Int[0, 350].Nullable()
        from waiting in Waiting.Array[0, 2]
        from hearings in OutOfTime.Array[0, 2]
        from allowed in Gen.Bool
        select new Func<CaseStanding, CaseStanding>(standing => standing with
        {
            HeldFrom = Today.AddDays(-opened),
            HeldUntil = open is { } days ? Today.AddDays(days - opened) : null,
            // What waits will end what is in force before its time.
            InterimOrders = [.. standing.InterimOrders.Select(order => CutShort(order, waiting))],
            Sanctions = [.. standing.Sanctions.Select(sanction => CutShort(sanction, waiting)), .. waiting],
            Hearings = [.. hearings, .. standing.Hearings],
            RestorationAllowedOn = allowed ? Today : null,
        });

    private static InterimOrderSpan CutShort(InterimOrderSpan order, SanctionSpan[] waiting) =>
        waiting.Min(w => w.From) is { } effect && effect <= order.Until ? order with { Until = effect.AddDays(-1), OrderedUntil = order.Until } : order;

    private static SanctionSpan CutShort(SanctionSpan order, SanctionSpan[] waiting) =>
        waiting.Min(w => w.From) is { } effect && effect <= order.Until ? order with { Until = effect.AddDays(-1), OrderedUntil = order.Until } : order;

    [Fact] // R26, R28, R31, R32
    public void The_public_view_is_a_function_of_what_is_published_only() =>
        Gen.Select(Published, Published, Hidden, Hidden, AsAt).Sample((first, second, hide, add, asAt) =>
        {
            var published = Given(Registered, Recorded(first), Recorded(second, OtherCase)).State;
            // The same in another order, with more to it, and a third case that nobody has published anything of.
            var entry = Given(Registered, Recorded(hide(second), OtherCase), Recorded(add(new(Today, null, [], [], [])), ThirdCase), Recorded(hide(first))).State;
            Assert.Equal(Written.Out(PublicView.On(asAt, Today, published)), Written.Out(PublicView.On(asAt, Today, entry)));
        });

    [Fact] // R28: a public answer takes as long, whatever there is that is not published
    public void What_a_public_answer_is_made_from_is_as_long_whatever_there_is_that_is_not_published() =>
        Gen.Select(Published, Published, Hidden, Hidden).Sample((first, second, hide, add) =>
        {
            var published = Given(Registered, Recorded(first), Recorded(second, OtherCase)).State;
            var entry = Given(Registered, Recorded(hide(first)), Recorded(add(new(Today, null, [], [], [])), ThirdCase), Recorded(hide(second), OtherCase)).State;
            Assert.Equal(Length(published), Length(entry));
        });

    private static (int Entry, int Lines) Length(RegistrantState state)
    {
        var publishable = Publishable.Of(state);
        return (Written.Out(publishable.Entry).Length, Written.Out(publishable.LinesOn(Today).ToArray()).Length);
    }

    [Fact] // R21, R28: an entry that a case holds over, and has let go or not, is as one renewed that was left
    public void Nothing_tells_who_was_held_over() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 3000].Nullable(), Gen.Int[0, 4000], AsAt).Sample((opened, open, later, asAt) =>
        {
            var today = Today.AddDays(later);
            var from = Registered.From.AddDays(opened);
            var until = open is { } days ? from.AddDays(days) : (DateOnly?)null;
            var gone = until?.AddDays(1);
            var held = Given(Registered, Recorded(new(from, until, [], [], []))).State;

            var events = new List<RegistrantEvent> { Registered };
            var last = until < today ? until.Value : today;
            for (var end = Registered.PeriodEnd; end < last; end = LegalRegime.On(end).PeriodEnd(end.AddDays(1)))
                events.Add(new Renewed(end.AddDays(1), LegalRegime.On(end).PeriodEnd(end.AddDays(1)), "FEE", end));
            if (gone <= today && gone > Registered.PeriodEnd.AddDays(1))
                events.Add(new Left(gone.Value));
            Assert.Equal(Written.Out(PublicView.On(asAt, today, Given(events).State)), Written.Out(PublicView.On(asAt, today, held)));
        });

    [Fact] // R2, R19, R31
    public void Who_is_off_the_register_is_so_for_everybody_and_who_is_suspended_too() =>
        Gen.Select(Published, Published, AsAt).Sample((first, second, asAt) =>
        {
            var state = Given(Registered, Recorded(first), Recorded(second, OtherCase)).State;
            var (seen, known) = (PublicView.On(asAt, Today, state).Status, EntryStatus.On(asAt, state).Status);
            Assert.Equal(known == StatusWord.RegisteredWithCaution ? StatusWord.Registered : known, seen == StatusWord.RegisteredWithCaution ? StatusWord.Registered : seen);
        });
}
