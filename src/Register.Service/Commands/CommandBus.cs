using Register.Domain;
using Wolverine;

namespace Register.Service.Commands;

/// <summary>Who asks for a command, under which request, and because of what.</summary>
/// <param name="RequestId">Chosen by the caller; the same one again has no second effect and gets the same answer.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="CorrelationId">Shared by everything that follows from one call.</param>
/// <param name="CausationId">The event that led to the command, where a reaction sends it.</param>
public sealed record CommandOrigin(Guid RequestId, Actor Actor, string CorrelationId, Guid? CausationId = null);

/// <summary>Sends commands through Wolverine, which retries conflicts.</summary>
public sealed class CommandBus(IMessageBus bus)
{
    /// <summary>Decides a command and appends its events.</summary>
    /// <exception cref="ConflictException">Others kept changing the stream first: nothing was appended.</exception>
    /// <exception cref="EventStore.LedgerUnavailableException">The outcome is unknown: send the same command again.</exception>
    public async Task<CommandOutcome<TState, TEvent>> Send<TState, TEvent>(
        ICommand<TState, TEvent> command, CommandOrigin origin, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var run = new CommandRun<TState, TEvent>(command, origin);
        await bus.InvokeAsync(new RunCommand(run), cancellation);
        return run.Outcome ?? throw new InvalidOperationException("A command ended without an outcome.");
    }
}

/// <summary>The one message that every command travels in.</summary>
public sealed record RunCommand(ICommandRun Run);

/// <summary>A command with its types closed over.</summary>
public interface ICommandRun
{
    /// <summary>Runs the command once.</summary>
    Task Execute(CommandExecutor executor, CancellationToken cancellation);
}

internal sealed class CommandRun<TState, TEvent>(ICommand<TState, TEvent> command, CommandOrigin origin) : ICommandRun
    where TState : class, IState<TState, TEvent>
    where TEvent : class
{
    public CommandOutcome<TState, TEvent>? Outcome { get; private set; }

    public async Task Execute(CommandExecutor executor, CancellationToken cancellation) =>
        Outcome = await executor.Execute(command, origin, cancellation);
}

/// <summary>Wolverine's handler of <see cref="RunCommand"/>.</summary>
public static class RunCommandHandler
{
    public static Task Handle(RunCommand message, CommandExecutor executor, CancellationToken cancellation) =>
        message.Run.Execute(executor, cancellation);
}
