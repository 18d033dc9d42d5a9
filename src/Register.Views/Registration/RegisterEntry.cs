using Marten;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;

namespace Register.Views.Registration;

/// <summary>The register itself, in order of the name held now. What a row's status is depends on a date: see <see cref="EntryStatus"/> (R2).</summary>
/// <param name="SearchName">The name as <see cref="Registration.SearchName"/> folds it.</param>
/// <param name="Application">The stream of the application that led to the entry.</param>
public sealed record RegisterEntry(
    string Id, string SortKey, string SearchName, string Applicant, string Application, RegistrantState State, long Version) : IView
{
    /// <summary>The names held before, folded alike, one a line: for officers' searches only (R23).</summary>
    public string FormerNames { get; init; } = "";

    /// <summary>The day on which the next thing falls due by itself; null when nothing does.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day on which what falls due can still be done; null for no end.</summary>
    public DateOnly? DueUntil { get; init; }

    /// <summary>The last renewal date for which the entry was renewed; null before the first renewal.</summary>
    public DateOnly? RenewedFor { get; init; }

    /// <summary>The round whose CPD audit of this registrant waits for something; null when none does, and once the entry is off the register.</summary>
    public DateOnly? CpdAuditOpen { get; init; }
}

/// <summary>Builds the register.</summary>
public sealed class RegisterEntries() : StreamView<RegisterEntry, RegistrantState, RegistrantEvent>("register-entry")
{
    protected override RegistrantState StateOf(RegisterEntry row) => row.State;

    protected override RegisterEntry Row(string id, RegistrantState state, long version)
    {
        var entry = state.Entry!;
        var name = SearchName.Of(state.Particulars.CurrentName);
        return new(id, $"{name}|{id}", name, entry.Applicant, entry.Application.Stream.ToString(), state, version)
        {
            FormerNames = string.Join('\n', state.Particulars.FormerNamesOn(DateOnly.MaxValue).Select(SearchName.Of)),
            DueOn = TenureDue.Next(state),
            DueUntil = TenureDue.Until(state),
            RenewedFor = LastRenewal(state.Tenure),
            CpdAuditOpen = state.Tenure.AuditInHand()?.Round,
        };
    }

    protected override void WriteBeside(IDocumentOperations operations, IReadOnlyCollection<RegisterEntry> rows)
    {
        PublishedEntries.TakeIn(operations, rows);
        NameIndex.TakeIn(operations, rows);
    }

    private static DateOnly? LastRenewal(TenureState tenure) => tenure.Stays
        .SelectMany(stay => stay.Periods.Skip(1))
        .Select(period => (DateOnly?)period.From.AddDays(-1))
        .LastOrDefault();
}
