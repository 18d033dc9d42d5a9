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

        var done = new List<T>();
        var failed = new List<Violation>();
        var first = ExitCode.Done;
        await Screen.WithProgress(label, names.Length, async step =>
        {
            foreach (var name in names)
            {
                try
                {
                    done.Add(await work(name));
                }
                catch (RpcException rpc) when (!session.Cancelled.IsCancellationRequested)
                {
                    var failure = RpcFailure.Understand(rpc, session.Address);
                    first = first == ExitCode.Done ? failure.ExitCode : first;
                    failed.Add(new(name, $"{failure.Message} ({failure.Code})"));
                }

                step(done.Count + failed.Count);
            }
        });
        session.Output.List(done, presentation);
        if (failed.Count > 0)
            throw new CommandFailure(first, "SOME_FAILED", $"{done.Count} done, {failed.Count} not.") { Violations = failed };
    }
}
