using Google.Protobuf;
using Grpc.Core;
using Register.Client.Errors;
using Register.Client.Terminal;

namespace Register.Client.Officer;

/// <summary>One thing done to several resources: one that fails does not keep the others from being done.</summary>
internal static class Many
{
    public static async Task Do<T>(Session session, string label, string[] names, Func<string, Task<T>> work, Presentation<T> presentation)
        where T : IMessage
    {
        if (names is [var only])
        {
            session.Output.Show(await work(only), presentation);
            return;
        }

        session.Change(); // chosen before they run at once: the parts derive their request ids from it
        var done = new T?[names.Length];
        var failures = new CommandFailure?[names.Length];
        var count = 0;
        await Screen.WithProgress(label, names.Length, step => Parallel.ForAsync(0, names.Length, AtOnce(session), async (i, _) =>
        {
            try
            {
                done[i] = await work(names[i]);
            }
            catch (RpcException rpc) when (!session.Cancelled.IsCancellationRequested)
            {
                failures[i] = RpcFailure.Understand(rpc, session.Address);
            }
            catch (CommandFailure failure)
            {
                failures[i] = failure;
            }

            step(Interlocked.Increment(ref count));
        }));
        session.Output.List([.. done.OfType<T>()], presentation);
        if (failures.OfType<CommandFailure>().ToList() is [var first, ..] failed)
        {
            throw new CommandFailure(first.ExitCode, "SOME_FAILED", $"{names.Length - failed.Count} done, {failed.Count} not.")
            {
                Violations = [.. names.Zip(failures).Where(f => f.Second is not null).Select(f => new Violation(f.First, $"{f.Second!.Message} ({f.Second.Code})"))],
            };
        }
    }

    private static ParallelOptions AtOnce(Session session) => new() { MaxDegreeOfParallelism = 16, CancellationToken = session.Cancelled };
}
