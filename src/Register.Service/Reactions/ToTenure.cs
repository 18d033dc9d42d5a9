using JasperFx.Events;
using Register.Domain.Registration.Tenure;

namespace Register.Service.Reactions;

/// <summary>Who is drawn for a CPD audit is told so by their entry (R18).</summary>
public static class ToTenure
{
    public static async Task Handle(IEvent<CpdRoundEvent.Drawn> drawn, Reaction reaction, CancellationToken cancellation)
    {
        foreach (var number in drawn.Data.Selected)
            await reaction.SendUnlessOvertaken(drawn, new SelectForCpdAudit(number, drawn.Data.Round), cancellation);
    }
}
