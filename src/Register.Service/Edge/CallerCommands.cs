using Grpc.Core;
using Register.Domain;
using Register.Service.Commands;

namespace Register.Service.Edge;

/// <summary>Sends a caller's command.</summary>
public static class CallerCommands
{
    /// <summary>Sends a command in the caller's name; what it comes to, or the reason it was turned down as a status.</summary>
    public static async Task<CommandOutcome<TState, TEvent>> Send<TState, TEvent>(
        this CommandBus commands, ICommand<TState, TEvent> command, Guid requestId, ServerCallContext context)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var outcome = await commands.Send(command, context.Origin(requestId), context.CancellationToken);
        return outcome.Rejections.IsEmpty ? outcome : throw Problems.Rejected(outcome.Rejections);
    }
}
