using JasperFx.Events;
using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Domain.Registration.Tenure;

namespace Register.Service.Reactions;

/// <summary>An open case holds the entry on the register (R21), until <see cref="ToInterimOrder"/> releases it when the case ends; who is drawn for a CPD audit is told so by their entry (R18).</summary>
public static class ToTenure
{
    public static Task Handle(IEvent<CaseEvent.ConcernRaised> raised, Reaction reaction, CancellationToken cancellation)
    {
        if (raised.Data.Registrant is not { } registrant)
            return Task.CompletedTask;
        var id = CaseId.Parse(StreamId.Parse(raised.StreamKey!).Id, null);
        var hold = new PlaceHold(registrant, id, CivilTime.DateIn(raised.Data.At));
        return reaction.Send(raised, hold, cancellation);
    }

    public static async Task Handle(IEvent<CpdRoundEvent.Drawn> drawn, Reaction reaction, CancellationToken cancellation)
    {
        foreach (var number in drawn.Data.Selected)
            await reaction.SendUnlessOvertaken(drawn, new SelectForCpdAudit(number, drawn.Data.Round), cancellation);
    }
}
