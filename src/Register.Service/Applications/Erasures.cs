using Marten;
using Marten.Linq.MatchesSql;
using Register.Domain;
using Register.Domain.Applications;
using Register.EventStore.Keys;
using Register.EventStore.Ledger;
using Register.EventStore.Streams;
using Register.Service.Documents;
using Register.Views.Applications;

namespace Register.Service.Applications;

/// <summary>Makes the personal data of an erased application unreadable: destroys the keys that its events are sealed with, and its documents (R36).</summary>
public sealed class Erasures(StreamStates streams, KeysOfStreams keysOfStreams, PersonKeys keys, ContentStore contents, IDocumentStore views)
{
    private const string Attached = "d.data -> 'state' -> 'documents' @> ?::jsonb";

    /// <summary>Carries out the erasure of an application. What is done already is not done again, so it may be broken off and repeated.</summary>
    public async Task CarryOut(ApplicationId id, CancellationToken cancellation)
    {
        var application = (await streams.Refresh<ApplicationState, ApplicationEvent>(id.Stream, cancellation)).State;
        if (application.Stage != ApplicationStage.Erased)
            return;

        await keys.Destroy(await keysOfStreams.In(id.Stream, cancellation), cancellation);
        await using var session = views.QuerySession();
        foreach (var content in application.Documents.Select(d => d.Content).Distinct())
        {
            // A content is stored once, whoever attached it.
            var (self, erased) = (id.Stream.ToString(), nameof(ApplicationStage.Erased));
            var isElsewhere = await session.Query<ApplicationView>()
                .Where(a => a.Id != self && a.Stage != erased && a.MatchesSql(Attached, $$"""[{"content": "{{content}}"}]"""))
                .AnyAsync(cancellation);
            if (!isElsewhere)
                await contents.Delete(content, cancellation);
        }
    }
}
