using Register.Domain.FitnessToPractise;
using static Register.Service.Audit.Narrative.InWords;

namespace Register.Service.Audit.Narrative;

/// <summary>What was done in a fitness-to-practise case.</summary>
internal static class CaseDeeds
{
    public static string? Of(CaseEvent e) => e switch
    {
        CaseEvent.ConcernRaised c => $"raised a concern received on {InWords.Of(c.ReceivedOn)}, of {InWords.Of(c.Ground)}{Because(c.Concern)}",
        CaseEvent.InterimOrderImposed o =>
            $"imposed an interim order of {InWords.Of(o.Kind)} from {InWords.Of(o.From)} to {InWords.Of(o.Until)}, to be reviewed by {InWords.Of(o.FirstReviewBy)}{Because(o.PublicText)}",
        CaseEvent.InterimOrderRevoked r => $"revoked the interim order with effect from {InWords.Of(r.On)}",
        CaseEvent.Closed c => $"closed the case on {InWords.Of(c.On)}{Because(c.Reasons)}",
        _ => null,
    };
}
