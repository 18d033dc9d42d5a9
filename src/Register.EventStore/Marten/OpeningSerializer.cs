using System.Data.Common;
using Marten;
using Marten.Services;
using Register.EventStore.Ledger;

namespace Register.EventStore.Marten;

/// <summary>Reads events for Marten's projections as they are read everywhere, what is sealed in them opened; documents as Marten does.</summary>
/// <remarks>Marten gives the row that it reads: beside the data it has the id and the stream, which what is sealed is bound to.</remarks>
internal sealed class OpeningSerializer(EventForm form) : SystemTextJsonSerializer, ISerializer
{
    private const byte JsonbVersion = 1;
    private const string IdColumn = "id";
    private const string StreamColumn = "stream_id";

    // Hiding the base's methods, and implementing the interface anew, puts these in their place for Marten.
    public new ValueTask<object> FromJsonAsync(Type type, DbDataReader reader, int index, CancellationToken cancellationToken = default) =>
        EventTypes.All.TryGetValue(type, out var name)
            ? ReadEvent(name, reader, index, cancellationToken)
            : base.FromJsonAsync(type, reader, index, cancellationToken);

    public new object FromJson(Type type, DbDataReader reader, int index)
    {
        if (!EventTypes.All.TryGetValue(type, out var name))
            return base.FromJson(type, reader, index);
        var read = ReadEvent(name, reader, index, CancellationToken.None);
        return read.IsCompleted ? read.Result : read.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Reads an event that was stored under a name.</summary>
    internal async ValueTask<object> ReadEvent(string name, DbDataReader row, int index, CancellationToken cancellation)
    {
        await using var json = await row.GetFieldValueAsync<Stream>(index, cancellation);
        var data = new byte[json.Length].AsMemory();
        await json.ReadExactlyAsync(data, cancellation);
        // In the binary form of jsonb its version comes first.
        if (data.Span is [JsonbVersion, ..])
            data = data[1..];
        return await form.DataOf(row.GetGuid(row.GetOrdinal(IdColumn)), row.GetString(row.GetOrdinal(StreamColumn)), name, data, cancellation);
    }
}
