using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf;
using Register.Domain;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore;
using Register.EventStore.Streams;
using Register.Service.Applications;
using Register.Service.Edge;
using Register.Views;
using Register.Views.Applications;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Struct = Google.Protobuf.WellKnownTypes.Struct;

namespace Register.Service.Registration;

/// <summary>Everything the register holds about one person, for that person.</summary>
public sealed class OwnRecords(ViewReader views, StreamStates streams, IEventStore store, TimeProvider time)
{
    private const int PageSize = 1000;

    /// <summary>The record of a subject; the entry's part is read from the ledger, so that it shows what was changed a moment ago.</summary>
    public async Task<OwnRecord> Of(string subject, CancellationToken cancellation)
    {
        var record = new OwnRecord();
        var today = CivilTime.DateIn(time.GetUtcNow());
        await foreach (var application in Applications(subject, cancellation))
            record.Applications.Add(ApplicationMapping.ToProto(application, today));
        if (await views.First<RegisterEntry>(e => e.Applicant == subject, cancellation) is not { } row)
            return record;

        var stream = StreamId.Parse(row.Id);
        var entry = await streams.Refresh<RegistrantState, RegistrantEvent>(stream, cancellation);
        record.RegistrationNumber = entry.State.Entry!.Number.ToString();
        foreach (var application in record.Applications.Where(a => a.Name == $"applications/{entry.State.Entry.Application}"))
            application.RegistrationNumber = record.RegistrationNumber;
        record.Registrant = RegistrantMapping.ToProto(entry.State, entry.Version, today).ForTheRegistrant();
        await foreach (var e in store.ReadStream(stream, 1, cancellation))
        {
            if (IsShown(e.Data))
                record.Changes.Add(ToProto(e));
        }
        return record;
    }

    // That a case is open, which holds an entry, is for the case's officers to tell; the orders that it came to are shown with the entry.
    private static bool IsShown(object e) => e is not (TenureEvent.HoldPlaced or TenureEvent.HoldReleased or RegistrantEvent.CaseRecorded);

    private static RecordedChange ToProto(RecordedEvent e) => new()
    {
        Version = e.Version,
        Type = e.Name,
        RecordTime = e.Metadata.RecordedAt.ToProto(),
        Role = e.Metadata.Actor.Role,
        Data = JsonParser.Default.Parse<Struct>(JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventJson.Options)),
    };

    private async IAsyncEnumerable<ApplicationView> Applications(
        string subject, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Expression<Func<ApplicationView, bool>>[] own = [v => v.Applicant == subject];
        string? token = null;
        do
        {
            var page = await views.List(own, PageSize, token, cancellation);
            foreach (var row in page.Rows)
                yield return row;
            token = page.NextToken;
        }
        while (token is not null);
    }
}
