using JasperFx.Events;
using Register.Domain;
using Register.EventStore.Marten;
using Register.Service.Commands;

namespace Register.Service.Reactions;

/// <summary>Sends the command that an event leads to. Its request id derives from the event's id: doing it twice does nothing.</summary>
public sealed class Reaction(CommandBus commands)
{
    /// <summary>Sends a command because of an event.</summary>
    /// <exception cref="ReactionRejectedException">The command was turned down: reactions stop here until that is mended.</exception>
    public async Task<CommandOutcome<TState, TEvent>> Send<TState, TEvent>(IEvent cause, ICommand<TState, TEvent> command, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var outcome = await SendUnlessOvertaken(cause, command, cancellation);
        return outcome.Rejections.IsEmpty ? outcome : throw new ReactionRejectedException(command.GetType().Name, outcome.Rejections[0].Code);
    }

    /// <summary>Sends a command that the world may have overtaken since the event: who was granted a return may have died. Turned down, it is left.</summary>
    public Task<CommandOutcome<TState, TEvent>> SendUnlessOvertaken<TState, TEvent>(
        IEvent cause, ICommand<TState, TEvent> command, CancellationToken cancellation)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var requestId = DerivedId.From(cause.Id, command.GetType().Name);
        var origin = new CommandOrigin(requestId, Actor.Register, MartenEvents.MetadataOf(cause).CorrelationId, cause.Id);
        return commands.Send(command, origin, cancellation);
    }
}

/// <summary>What follows from an event was turned down.</summary>
public sealed class ReactionRejectedException(string command, string code) : Exception($"The reaction {command} was turned down: {code}.");
