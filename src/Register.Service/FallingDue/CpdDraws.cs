using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Register.Domain;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Views;
using Register.Views.Registration;

namespace Register.Service.FallingDue;

/// <summary>Draws the CPD audit of each renewal round that is over (R18).</summary>
public sealed class CpdDraws(ViewReader views, StreamStates streams, Settling settling)
{
    private const int PageSize = 1000;
    private const int SeedBytes = 32;

    // A draw stands for ever, and nobody renews for a round that is over: what was seen once needs no second look.
    private readonly ConcurrentDictionary<DateOnly, bool> _drawn = new();

    /// <summary>Draws what is due.</summary>
    /// <returns>How many rounds were drawn.</returns>
    public async Task<int> Run(DateOnly today, CommandBus commands, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var round in RoundsBefore(today).Where(round => !_drawn.ContainsKey(round)))
        {
            if (await views.First<RegisterEntry>(e => e.RenewedFor >= round, cancellation) is null)
                continue;
            var state = (await streams.Refresh<CpdRoundState, CpdRoundEvent>(CpdRoundState.StreamOf(round), cancellation)).State;
            if (state.Draw is null)
            {
                // Renewals of the round's last day may still be on their way into the view.
                await settling.Wait(cancellation);
                if (await Population(round, cancellation) is { IsEmpty: false } population)
                    done += await Draw(round, population, commands, cancellation);
            }
            _drawn[round] = true;
        }
        return done;
    }

    private static async Task<int> Draw(DateOnly round, ImmutableArray<RegistrationNumber> population, CommandBus commands, CancellationToken cancellation)
    {
        var seed = RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true);
        var requestId = DerivedId.From(Guid.Empty, CpdRoundState.StreamOf(round).ToString());
        var origin = new CommandOrigin(requestId, Actor.Register, requestId.ToString("N"));
        var outcome = await commands.Send(new DrawCpdAudit(round, seed, population), origin, cancellation);
        return outcome.EventCount > 0 ? 1 : 0;
    }

    private async Task<ImmutableArray<RegistrationNumber>> Population(DateOnly round, CancellationToken cancellation)
    {
        var numbers = ImmutableArray.CreateBuilder<RegistrationNumber>();
        string? token = null;
        do
        {
            var page = await views.List<RegisterEntry>([e => e.RenewedFor >= round], PageSize, token, cancellation);
            numbers.AddRange(page.Rows.Where(row => row.State.Tenure.RenewedFor(round)).Select(row => row.State.Entry!.Number));
            token = page.NextToken;
        }
        while (token is not null);
        return numbers.ToImmutable();
    }

    private static IEnumerable<DateOnly> RoundsBefore(DateOnly today)
    {
        var regime = LegalRegime.On(today);
        for (var round = regime.PeriodEnd(regime.PartOpened); round < today; round = regime.PeriodEnd(round.AddDays(1)))
            yield return round;
    }
}
