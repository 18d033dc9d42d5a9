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
        var name = command.GetType().Name;
        var origin = new CommandOrigin(DerivedId.From(cause.Id, name), Actor.Register, MartenEvents.MetadataOf(cause).CorrelationId, cause.Id);
        var outcome = await commands.Send(command, origin, cancellation);
        return outcome.Rejections.IsEmpty ? outcome : throw new ReactionRejectedException(name, outcome.Rejections[0].Code);
    }
}

/// <summary>What follows from an event was turned down.</summary>
public sealed class ReactionRejectedException(string command, string code) : Exception($"The reaction {command} was turned down: {code}.");
