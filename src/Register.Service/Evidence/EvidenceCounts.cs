using System.Linq.Expressions;
using Register.Domain;
using Register.Domain.Evidence;
using Register.Domain.Practice;
using Register.Views;
using Register.Views.FitnessToPractise;
using Register.Views.Practice;
using Register.Views.Registration;

namespace Register.Service.Evidence;

/// <summary>Counts the register page by page: no more than a page of it is in memory, and of the other views what the count needs.</summary>
/// <param name="views">The views.</param>
public sealed class EvidenceCounts(ViewReader views)
{
    private const int PageSize = 1000;

    /// <summary>One table for each date.</summary>
    public Task<IReadOnlyList<CountTable>> Count(
        EvidenceSubject subject, IReadOnlyList<DateOnly> dates, EvidenceDimension rows, EvidenceDimension? columns, CancellationToken cancellation)
    {
        IReadOnlyList<CountTable> tables = [.. dates.Select(_ => new CountTable(rows, columns))];
        return subject == EvidenceSubject.Concerns
            ? CountConcerns(dates, tables, cancellation)
            : CountSonographers(dates, tables, NeedsPlaces(rows) || NeedsPlaces(columns), cancellation);
    }

    private static bool NeedsPlaces(EvidenceDimension? dimension) => dimension is EvidenceDimension.Region or EvidenceDimension.Setting;

    private async Task<IReadOnlyList<CountTable>> CountSonographers(
        IReadOnlyList<DateOnly> dates, IReadOnlyList<CountTable> tables, bool needsPlaces, CancellationToken cancellation)
    {
        var places = needsPlaces ? await Places(dates, cancellation) : [];
        await foreach (var entry in All<RegisterEntry>(cancellation))
        {
            var placesOfOne = places.GetValueOrDefault(entry.State.Entry!.Number.ToString());
            for (var i = 0; i < dates.Count; i++)
            {
                if (CountedPerson.IsOnTheRegister(dates[i], entry.State))
                    tables[i].Add(CountedPerson.On(dates[i], entry.State, placesOfOne?[i]));
            }
        }
        return tables;
    }

    private async Task<IReadOnlyList<CountTable>> CountConcerns(
        IReadOnlyList<DateOnly> dates, IReadOnlyList<CountTable> tables, CancellationToken cancellation)
    {
        await foreach (var @case in All<CaseView>(cancellation))
        {
            var receivedOn = @case.State.Concern!.ReceivedOn;
            if (@case.State.Registrants is not [var number, ..])
                continue; // nobody knows yet whom it is about
            if (await views.Get<RegisterEntry>(number.Stream, 0, cancellation) is not { } entry)
                continue; // the register's view has not come as far yet
            var practice = await views.Get<PracticeView>(PracticeState.StreamOf(number), 0, cancellation);
            var about = CountedPerson.On(receivedOn, entry.State, practice?.State.PlaceOfWorkOn(receivedOn));
            for (var i = 0; i < dates.Count; i++)
            {
                if (receivedOn <= dates[i])
                    tables[i].Add(about);
            }
        }
        return tables;
    }

    private async Task<Dictionary<string, PlaceOfWork?[]>> Places(IReadOnlyList<DateOnly> dates, CancellationToken cancellation)
    {
        var places = new Dictionary<string, PlaceOfWork?[]>();
        await foreach (var practice in All<PracticeView>(cancellation))
            places[StreamId.Parse(practice.Id).Id] = [.. dates.Select(practice.State.PlaceOfWorkOn)];
        return places;
    }

    private async IAsyncEnumerable<TView> All<TView>([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        where TView : class, IView
    {
        Expression<Func<TView, bool>>[] everything = [];
        string? token = null;
        do
        {
            var page = await views.List(everything, PageSize, token, cancellation);
            foreach (var row in page.Rows)
                yield return row;
            token = page.NextToken;
        }
        while (token is not null);
    }
}
