using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.EventStoreDb;
using Register.EventStore.EventStoreDb.Protocol;
using Register.EventStore.Ledger;

namespace Register.Benchmarks;

/// <summary>Appends through the adapter, against the same calls made with the generated stub alone.</summary>
internal static class AdapterAgainstStub
{
    private const int Callers = 32;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    public static async Task Run()
    {
        await using var server = await LedgerServer.Start();
        using var ledger = new EventStoreDbLedger(server.Settings, TimeProvider.System);
        using var channel = GrpcChannel.ForAddress(
            server.Address,
            new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });
        var stub = new Streams.StreamsClient(channel);

        await Load.Compare(
            "Appends through the adapter",
            async _ => await ledger.Append(NewStream(), 0, [Samples.Event()], CancellationToken.None),
            "the same with the bare stub",
            async _ => await Append(stub),
            Callers,
            closely: true);
    }

    private static async Task Append(Streams.StreamsClient stub)
    {
        var e = Samples.Event();
        using var call = stub.Append(new Metadata { { "requires-leader", "true" } }, DateTime.UtcNow + Deadline);
        await call.RequestStream.WriteAsync(new()
        {
            Options = new() { StreamIdentifier = new() { StreamName = ByteString.CopyFromUtf8(NewStream().ToString()) }, NoStream = new() },
        });
        await call.RequestStream.WriteAsync(new()
        {
            ProposedMessage = new()
            {
                Id = new() { String = e.Id.ToString("D") },
                Metadata = { ["type"] = e.Name, ["content-type"] = "application/json" },
                Data = UnsafeByteOperations.UnsafeWrap(e.Data),
                CustomMetadata = UnsafeByteOperations.UnsafeWrap(JsonSerializer.SerializeToUtf8Bytes(e.Metadata, EventJson.Options)),
            },
        });
        await call.RequestStream.CompleteAsync();
        if ((await call).Success is null)
            throw new InvalidOperationException("A stream that nobody wrote was written.");
    }

    private static StreamId NewStream() => new ApplicationId(Guid.NewGuid()).Stream;
}
