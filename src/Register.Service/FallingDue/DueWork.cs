using Register.Domain;
using Register.Domain.Registration;
using Register.Domain.Registration.Tenure;
using Register.EventStore;
using Register.EventStore.Marten;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Notifications;
using Register.Views;
using Register.Views.Registration;

namespace Register.Service.FallingDue;

/// <summary>Does what has fallen due. What that is follows from events and the date: done twice, or by two instances, it happens once, and a
/// service that was down does it once, late.</summary>
public sealed partial class DueWork(
    IServiceScopeFactory scopes,
    ViewReader views,
    StreamStates streams,
    CpdDraws draws,
    Letters letters,
    INotificationChannel channel,
    TimeProvider time,
    ILogger<DueWork> logger)
{
    private const int PageSize = 500;

    /// <summary>Does everything that the views know to be due today.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetRequiredService<CommandBus>();
        var today = CivilTime.DateIn(time.GetUtcNow());
        var done = 0;
        string? token = null;
        do
        {
            var page = await views.List<RegisterEntry>([e => e.DueOn <= today, e => e.DueUntil == null || e.DueUntil >= today], PageSize, token, cancellation);
            foreach (var row in page.Rows)
                done += await Attempt(row.State.Entry!.Number, today, commands, cancellation);
            token = page.NextToken;
        }
        while (token is not null);
        return done + await draws.Run(today, commands, cancellation);
    }

    private async Task<int> Attempt(RegistrationNumber number, DateOnly today, CommandBus commands, CancellationToken cancellation)
    {
        try
        {
            return await Run(number, today, commands, cancellation);
        }
#pragma warning disable CA1031 // What cannot be done for one registrant must not keep from the others what is due to them.
        catch (Exception e) when (e is not (LedgerUnavailableException or OperationCanceledException) && !PostgresOutage.Is(e))
        {
            LogFailed(number, e);
            return 0;
        }
#pragma warning restore CA1031
    }

    private async Task<int> Run(RegistrationNumber number, DateOnly today, CommandBus commands, CancellationToken cancellation)
    {
        // The row says only that there may be something; the ledger says what.
        var state = (await streams.Refresh<RegistrantState, RegistrantEvent>(number.Stream, cancellation)).State;
        var tried = new HashSet<string>();
        var done = 0;
        while (TenureDue.Of(state).FirstOrDefault(due => due.IsOn(today) && !tried.Contains(due.What)) is { } due)
        {
            tried.Add(due.What);
            if (await CommandOf(due, state, number, cancellation) is not { } command)
                continue;
            var name = $"{number.Stream} {due.What} {due.On:O}";
            var requestId = DerivedId.From(state.Entry!.Application.Value, name);
            var outcome = await commands.Send(command, new CommandOrigin(requestId, Actor.Register, requestId.ToString("N")), cancellation);
            state = outcome.State;
            done += outcome.EventCount > 0 ? 1 : 0;
            if (!outcome.Rejections.IsEmpty)
                LogRejected(number, due.What, outcome.Rejections[0].Code);
        }
        return done;
    }

    private async Task<ICommand<RegistrantState, RegistrantEvent>?> CommandOf(
        Due due, RegistrantState state, RegistrationNumber number, CancellationToken cancellation)
    {
        if (due is not Due.Deliver { Notice: var notice })
            return ((Due.Act)due).Command;
        var message = letters.Of(notice, state);
        try
        {
            await channel.Send(message, cancellation);
        }
        catch (NotificationFailedException e)
        {
            LogUnsent(number, notice.Kind, e.InnerException!.GetType().Name);
            return null;
        }
        return new RecordNotificationSent(number, notice.Kind, notice.PeriodEnd, channel.Name, message.MessageId!);
    }

    [LoggerMessage(LogLevel.Error, "What is due for {Number} could not be done")]
    private partial void LogFailed(RegistrationNumber number, Exception exception);

    [LoggerMessage(LogLevel.Error, "What is due for {Number} was turned down: {What}, {Code}")]
    private partial void LogRejected(RegistrationNumber number, string what, string code);

    [LoggerMessage(LogLevel.Warning, "The message {Kind} to {Number} was not sent and is tried again: {Cause}")]
    private partial void LogUnsent(RegistrationNumber number, NoticeKind kind, string cause);
}
