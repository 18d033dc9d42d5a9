using System.Runtime.ExceptionServices;
using Grpc.Core;
using Register.Client.Errors;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Verify;

/// <summary>Verifies a file of numbers over one stream, asking and listening at once: a roster of any length fits in memory.</summary>
internal static class Roster
{
    private const string NumberColumn = "registration_number", NameColumn = "full_name";

    public static async Task Verify(Session session, FileInfo roster, FileInfo? output, Date? asAt)
    {
        using var rows = new CsvInput(roster, NumberColumn);
        using var results = RosterResults.For(session, output);
        var counts = new SortedDictionary<RosterResult, int>();
        await Screen.WithProgress("Verifying", total: null, async done =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(session.Cancelled);
            using var call = session.Verification.VerifyRoster(session.Stream().WithCancellationToken(stop.Token));
            var asking = Ask(call.RequestStream, rows, asAt, stop);
            var answered = 0;
            try
            {
                await foreach (var answer in call.ResponseStream.ReadAllAsync(stop.Token))
                {
                    await results.Add(answer);
                    counts[answer.Result] = counts.GetValueOrDefault(answer.Result) + 1;
                    done(++answered);
                }
            }
            catch
            {
                await stop.CancelAsync();
                await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (asking.Exception?.InnerException is { } cause and not RpcException)
                    ExceptionDispatchInfo.Throw(cause); // the file could not be read: that is why the call ended
                throw;
            }

            var asked = await asking;
            if (asked != answered)
                throw new CommandFailure(ExitCode.Unreachable, "INCOMPLETE", $"Only {answered} of {asked} rows were answered.");
        });
        await results.Finish();
        session.Output.Say($"{counts.Values.Sum()} verified{string.Concat(counts.Select(c => $", {c.Value} {Words.Of(c.Key)}"))}.");
    }

    /// <returns>How many rows were asked about.</returns>
    private static async Task<int> Ask(
        IClientStreamWriter<VerifyRosterRequest> questions, CsvInput rows, Date? asAt, CancellationTokenSource stop)
    {
        var asked = 0;
        try
        {
            while (rows.Read())
            {
                // Waits while the register has not taken the earlier ones: the stream's flow control bounds what is in flight.
                var question = new VerifyRosterRequest { RegistrationNumber = rows.Text(NumberColumn), FullName = rows.Text(NameColumn), AsAt = asAt };
                await questions.WriteAsync(question, stop.Token);
                asked++;
            }

            await questions.CompleteAsync();
            return asked;
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
