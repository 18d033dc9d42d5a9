using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Decisions and sanctions as the contract shows them on a date.</summary>
internal static class SanctionMapping
{
    public static IEnumerable<Proto.Sanction> All(CaseState state, DateOnly today)
    {
        var courses = SanctionCourse.Of(state);
        return state.Sanctions.Select(sanction => ToProto(sanction, courses.FirstOrDefault(c => ReferenceEquals(c.Sanction, sanction)), today));
    }

    public static Proto.RemovalAgreement? Agreement(CaseState state) => state.Agreement is not { } agreement ? null : new()
    {
        Reasons = agreement.Reasons,
        PublicText = agreement.PublicText,
        RecordedBy = agreement.By,
        RecordedOn = agreement.On.ToProto(),
        ConfirmedBy = state.AgreementConfirmed?.ConfirmedBy ?? "",
        ConfirmedOn = state.AgreementConfirmed?.On.ToProto(),
    };

    public static Proto.Decision ToProto(PanelDecision decision) => new()
    {
        Occasion = (Proto.DecisionOccasion)(int)decision.Recorded.Occasion,
        Outcome = (Proto.DecisionOutcome)(int)decision.Recorded.Outcome,
        Sanction = decision.Recorded.Terms is { } terms ? ToProto(terms) : null,
        Reasons = decision.Recorded.Reasons,
        Number = decision.Recorded.Number,
        Chair = decision.Recorded.Chair,
        RecordedOn = decision.Recorded.On.ToProto(),
        ConfirmedBy = decision.Confirmed?.Member ?? "",
        ConfirmedOn = decision.Confirmed?.On.ToProto(),
    };

    private static Proto.Sanction ToProto(Sanction sanction, SanctionCourse? course, DateOnly today) => new()
    {
        Terms = ToProto(sanction.Terms),
        Decision = sanction.Decision ?? 0,
        ConfirmedOn = sanction.ConfirmedOn.ToProto(),
        NotifiedOn = sanction.NotifiedOn?.ToProto(),
        AppealableUntil = sanction.AppealableUntil?.ToProto(),
        From = course?.From?.ToProto(),
        Until = course?.Until?.ToProto(),
        Appeal = sanction.Appeal is { } appeal ? ToProto(appeal) : null,
        InForce = course?.IsInForceOn(today) == true,
        SetAside = (sanction.SetAsideOn ?? sanction.FellOn) is not null,
    };

    private static Proto.SanctionTerms ToProto(SanctionTerms terms) =>
        new() { Kind = (Proto.SanctionKind)(int)terms.Kind, Months = terms.Months ?? 0, PublicText = terms.PublicText };

    private static Proto.SanctionAppeal ToProto(SanctionAppeal appeal) => new()
    {
        Grounds = appeal.Lodged.Grounds,
        LodgedOn = appeal.Lodged.LodgedOn.ToProto(),
        Outcome = (Proto.SanctionAppealOutcome)(int)(appeal.Disposed?.Outcome ?? 0),
        DisposedOn = appeal.Disposed?.DisposedOn.ToProto(),
        Reference = appeal.Disposed?.Reference ?? "",
    };
}
