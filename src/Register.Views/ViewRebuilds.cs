using System.Collections.Concurrent;
using Marten;
using Register.Views.Applications;
using Register.Views.Apprenticeships;
using Register.Views.Audit;
using Register.Views.Education;
using Register.Views.FitnessToPractise;
using Register.Views.Practice;
using Register.Views.Registration;

namespace Register.Views;

/// <summary>Which views are being built anew, here or by the instance that keeps them: until they are whole, nothing is answered from them.</summary>
public sealed class ViewRebuilds
{
    private static readonly Dictionary<Type, string> NameOf = new()
    {
        [typeof(ProgrammeView)] = "programme-list",
        [typeof(ApprenticeshipView)] = "apprenticeship-list",
        [typeof(ApplicationView)] = "application-worklist",
        [typeof(RegisterEntry)] = "register-entry",
        [typeof(CaseView)] = "case-list",
        [typeof(PracticeView)] = "practice-record",
        [typeof(PreceptorshipView)] = "preceptorship-list",
        [typeof(DepartmentView)] = "department-list",
        [typeof(AuditEntry)] = "audit-history",
    };

    private static readonly Dictionary<Type, IReadOnlyList<string>> Beside = new() { [typeof(RegisterEntry)] = PublishedEntries.Tables };

    private readonly ConcurrentDictionary<string, int> _running = new();

    /// <summary>All views, with their names.</summary>
    public static IReadOnlyDictionary<Type, string> All => NameOf;

    /// <summary>The names of all views.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. NameOf.Values];

    /// <summary>The tables that are written beside the rows of a view, and emptied with them.</summary>
    public static IReadOnlyList<string> TablesBeside(Type view) => Beside.GetValueOrDefault(view, []);

    /// <summary>The tables of a view, with their schemas: of its rows, and beside them.</summary>
    public static IEnumerable<string> TablesOf(Type view, IDocumentStore store) =>
        TablesBeside(view).Prepend(store.Options.FindOrResolveDocumentType(view).TableName.QualifiedName);

    /// <summary>Says that a rebuild begins; dispose what is returned when it has ended.</summary>
    public IDisposable Begin(string view)
    {
        _running.AddOrUpdate(view, 1, (_, count) => count + 1);
        return new Ending(() => _running.AddOrUpdate(view, 0, (_, count) => count - 1));
    }

    /// <summary>
    /// While another instance keeps the views: the building of a view that its rows are of now, a text that changes with each one; null while
    /// they are not whole. Null itself while this instance keeps the views. What has begun here holds beside it.
    /// </summary>
    public Func<string, ValueTask<string?>>? Elsewhere { get; set; }

    /// <summary>The building that the rows of this kind are of now.</summary>
    /// <exception cref="ViewBehindException">They are being built anew.</exception>
    internal async ValueTask<string> Building<TView>() => await Standing(NameOf[typeof(TView)]) ?? throw new ViewBehindException();

    // What this instance waits for itself holds, whatever is on record elsewhere.
    private ValueTask<string?> Standing(string view) =>
        _running.GetValueOrDefault(view) > 0 ? new((string?)null)
        : Elsewhere is { } elsewhere ? elsewhere(view)
        : new("");

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
