using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Services.Json.Transformations;
using Register.EventStore.Ledger;
using Weasel.Core;

namespace Register.EventStore.Marten;

/// <summary>How Marten keeps the ledger: names, metadata and serialisation.</summary>
public static class MartenLedger
{
    /// <summary>The schema of the events and of the views.</summary>
    public const string Schema = "register";

    /// <summary>Configures Marten's event store as the ledger.</summary>
    public static void UseLedger(this StoreOptions options, EventForm form)
    {
        var serializer = new OpeningSerializer(form) { EnumStorage = EnumStorage.AsInteger, Casing = Casing.CamelCase };
        serializer.Configure(json => EventJson.Configure(json));
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.Serializer(serializer);

        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;

        foreach (var (type, name) in EventTypes.All)
            options.Events.MapEventType(type, name);
        foreach (var upcaster in Upcaster.All)
            options.Events.Upcast(EventTypes.TypeOf(upcaster.NewName), upcaster.OldName, Transformation(upcaster, serializer));
    }

    private static JsonTransformation Transformation(Upcaster upcaster, OpeningSerializer serializer) => new(
        (_, row, index) => serializer.ReadEvent(upcaster.OldName, row, index, CancellationToken.None).AsTask().GetAwaiter().GetResult(),
        (_, row, index, cancellation) => serializer.ReadEvent(upcaster.OldName, row, index, cancellation));
}
