using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Services.Json.Transformations;
using Weasel.Core;

namespace Register.EventStore.Marten;

/// <summary>How Marten keeps the ledger: names, metadata and serialisation.</summary>
public static class MartenLedger
{
    /// <summary>The schema of the events and of the views.</summary>
    public const string Schema = "register";

    /// <summary>Configures Marten's event store as the ledger.</summary>
    public static void UseLedger(this StoreOptions options)
    {
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsInteger, Casing.CamelCase, json => EventJson.Configure(json));

        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;

        foreach (var (type, name) in EventTypes.All)
            options.Events.MapEventType(type, name);
        foreach (var upcaster in Upcaster.All)
            options.Events.Upcast(EventTypes.TypeOf(upcaster.NewName), upcaster.OldName, Transformation(upcaster));
    }

    private static JsonTransformation Transformation(Upcaster upcaster) => new(
        (serializer, reader, index) => upcaster.Read(serializer.FromJson<JsonDocument>(reader, index)),
        async (serializer, reader, index, cancellation) =>
            upcaster.Read(await serializer.FromJsonAsync<JsonDocument>(reader, index, cancellation)));
}
