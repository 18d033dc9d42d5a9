using System.Threading.Channels;
using Grpc.Core;

namespace Register.Service.Verification;

/// <summary>Answers a stream in order: what has come in already is answered together, and the next chunk is read meanwhile.</summary>
/// <remarks>At most <see cref="InFlight"/> chunks, and one being gathered, of <see cref="Longest"/> questions are in memory: a caller who does not listen is not read any further.</remarks>
internal static class InChunks
{
    private const int InFlight = 4;
    private const int Longest = 1000;

    /// <param name="answer">Answers a chunk: as many answers as questions.</param>
    public static async Task Answer<TQuestion, TAnswer>(
        IAsyncStreamReader<TQuestion> questions,
        IServerStreamWriter<TAnswer> answers,
        Func<IReadOnlyList<TQuestion>, CancellationToken, Task<IReadOnlyList<TAnswer>>> answer,
        CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var chunks = Channel.CreateBounded<Task<IReadOnlyList<TAnswer>>>(InFlight - 1);
        var reading = Read(questions, chunks.Writer, answer, stop.Token);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellation))
                await Write(await chunk, answers, cancellation);
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (chunks.Reader.TryRead(out var left))
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Read<TQuestion, TAnswer>(
        IAsyncStreamReader<TQuestion> questions,
        ChannelWriter<Task<IReadOnlyList<TAnswer>>> chunks,
        Func<IReadOnlyList<TQuestion>, CancellationToken, Task<IReadOnlyList<TAnswer>>> answer,
        CancellationToken cancellation)
    {
        try
        {
            var chunk = new List<TQuestion>();
            var next = questions.MoveNext(cancellation);
            while (await next)
            {
                chunk.Add(questions.Current);
                next = questions.MoveNext(cancellation);
                if (chunk.Count < Longest && next.IsCompletedSuccessfully && await next)
                    continue;
                var asked = chunk;
                await chunks.WriteAsync(Task.Run(() => answer(asked, cancellation), cancellation), cancellation);
                chunk = [];
            }
        }
        finally
        {
            chunks.Complete();
        }
    }

    // Only the last answer of a chunk is sent off by itself; the others leave with it.
    private static async Task Write<TAnswer>(IReadOnlyList<TAnswer> chunk, IServerStreamWriter<TAnswer> answers, CancellationToken cancellation)
    {
        for (var i = 0; i < chunk.Count; i++)
        {
            answers.WriteOptions = new(i < chunk.Count - 1 ? WriteFlags.BufferHint : 0);
            await answers.WriteAsync(chunk[i], cancellation);
        }
    }
}
