using System.Diagnostics;

namespace Register.Domain.FitnessToPractise;

/// <summary>A case on its way from the concern to a committee that can decide it.</summary>
public abstract record InquiryEvent : CaseEvent
{
    /// <summary>Whether the concern, if true, would meet the threshold; below it the case ends.</summary>
    public sealed record Triaged(bool ThresholdMet, [Personal] string Reasons, string By, DateOnly On) : InquiryEvent;

    /// <summary>The investigation came to these allegations.</summary>
    public sealed record InvestigationReported([Personal] string Allegations, string By, DateOnly On) : InquiryEvent;

    /// <summary>The investigating committee found a case to answer, or none.</summary>
    /// <param name="ReferredTo">The committee that is to decide it; null where there is no case to answer.</param>
    public sealed record Answered(CommitteeKind? ReferredTo, [Personal] string Reasons, string Chair, DateOnly On) : InquiryEvent;
}

/// <summary>Folds the steps of an inquiry.</summary>
internal static class Inquiry
{
    public static CaseState Evolve(CaseState state, InquiryEvent e) => e switch
    {
        InquiryEvent.Triaged t => state with
        {
            Triage = t,
            Stage = CaseStage.Investigation,
            Acts = state.Acts.Add(new(t.By, CaseStage.Triage, state.Round)),
        },
        InquiryEvent.InvestigationReported i => state with
        {
            Investigation = i,
            Stage = CaseStage.InvestigatingCommittee,
            Acts = state.Acts.Add(new(i.By, CaseStage.Investigation, state.Round)),
        },
        InquiryEvent.Answered a => Committee.Acted(state, state.Sitting) with
        {
            Answer = a,
            Stage = a.ReferredTo switch
            {
                CommitteeKind.Health => CaseStage.HealthCommittee,
                CommitteeKind.ConductAndCompetence => CaseStage.ConductAndCompetenceCommittee,
                _ => state.Stage,
            },
            Sitting = null,
        },
        _ => throw new UnreachableException(),
    };
}
