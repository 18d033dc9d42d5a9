using System.Globalization;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Identity;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore.Streams;
using Register.Service.Edge;

namespace Register.Service.Audit;

/// <summary>A kind of stream: how the contract names what it is about, and what its events fold into.</summary>
public abstract class StreamKind
{
    /// <summary>Every kind there is; a test holds that every state of the domain is among them.</summary>
    public static readonly IReadOnlyList<StreamKind> All =
    [
        Of<ProgrammeState, ProgrammeEvent>("programme", "programmes", Id<ProgrammeId>(id => id.Stream)),
        Of<ApprenticeshipState, ApprenticeshipEvent>("apprenticeship", "apprenticeships", Id<ApprenticeshipId>(id => id.Stream)),
        Of<ApplicationState, ApplicationEvent>("application", "applications", Id<ApplicationId>(id => id.Stream)),
        Of<RegistrantState, RegistrantEvent>("registrant", "registrants", Id<RegistrationNumber>(number => number.Stream)),
        Of<CaseState, CaseEvent>("case", "cases", Id<CaseId>(id => id.Stream)),
        Of<IdentityClaimState, IdentityClaimEvent>("identity", "identities", Id<IdentityId>(id => id.Stream)),
        Of<CpdRoundState, CpdRoundEvent>("cpdaudit", "cpdaudits", Round),
        Of<PracticeState, PracticeEvent>("practice", "practices", Id<RegistrationNumber>(PracticeState.StreamOf)),
        Of<PreceptorshipState, PreceptorshipEvent>("preceptorship", "preceptorships", Id<PreceptorshipId>(id => id.Stream)),
        Of<DepartmentState, DepartmentEvent>("department", "departments", Id<OdsCode>(DepartmentState.StreamOf)),
        Of<RegistrationNumbersState, RegistrationNumberEvent>("numbers", "numbers", id => id == RegistrationNumbersState.Stream.Id ? RegistrationNumbersState.Stream : null),
    ];

    private readonly string _category;
    private readonly string _collection;
    private readonly Func<string, StreamId?> _stream;

    private StreamKind(string category, string collection, Func<string, StreamId?> stream) =>
        (_category, _collection, _stream) = (category, collection, stream);

    /// <summary>The type of its state.</summary>
    public abstract Type State { get; }

    /// <summary>The kind of a stream.</summary>
    public static StreamKind Of(StreamId stream) => All.Single(k => k._category == stream.Category);

    /// <summary>The stream of a resource; what is wrong with the name is noted.</summary>
    public static StreamId Read(RequestReader read, string field, string resource)
    {
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        var kind = slash > 0 ? All.FirstOrDefault(k => k._collection == resource[..slash]) : null;
        if (kind?._stream(resource[(slash + 1)..]) is { } stream)
            return stream;
        if (resource.Length == 0)
            read.Wrong(field, "REQUIRED", "A name is required, as in registrants/SON1.");
        else if (kind is null)
            read.Wrong(field, "NOT_A_NAME", $"This name starts with one of: {string.Join(", ", All.Select(k => $"{k._collection}/"))}.");
        else
            read.Wrong(field, "NOT_A_NAME", $"This is not the name of one of the {kind._collection}.");
        return default;
    }

    /// <summary>The resource that a stream is about.</summary>
    public string Resource(StreamId stream) => $"{_collection}/{stream.Id}";

    /// <summary>The stream's state as known at an instant, and how many events it is of: 0 where it was not on record.</summary>
    public abstract Task<(object State, long Version)> AsKnownAt(StreamStates streams, StreamId stream, DateTimeOffset instant, CancellationToken cancellation);

    private static Kind<TState, TEvent> Of<TState, TEvent>(string category, string collection, Func<string, StreamId?> stream)
        where TState : class, IState<TState, TEvent>
        where TEvent : class =>
        new(category, collection, stream);

    private static Func<string, StreamId?> Id<TId>(Func<TId, StreamId> stream) where TId : struct, IParsable<TId> =>
        text => TId.TryParse(text, null, out var id) ? stream(id) : null;

    private static StreamId? Round(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var round) ? CpdRoundState.StreamOf(round) : null;

    private sealed class Kind<TState, TEvent>(string category, string collection, Func<string, StreamId?> stream)
        : StreamKind(category, collection, stream)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        public override Type State => typeof(TState);

        public override async Task<(object State, long Version)> AsKnownAt(
            StreamStates streams, StreamId stream, DateTimeOffset instant, CancellationToken cancellation)
        {
            var folded = await streams.AsKnownAt<TState, TEvent>(stream, instant, cancellation);
            return (folded.State, folded.Version);
        }
    }
}
