using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Register.Views.FitnessToPractise;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Cases as the contract shows them on a date.</summary>
internal static class CaseMapping
{
    public static Proto.Case ToProto(CaseView row, DateOnly today) => ToProto(StreamId.Parse(row.Id), row.State, row.Version, today);

    /// <summary>The name of a case, from its row.</summary>
    public static string Name(CaseView row) => Name(StreamId.Parse(row.Id));

    public static Proto.Case ToProto(StreamId stream, CaseState state, long version, DateOnly today)
    {
        var concern = state.Concern!;
        return new()
        {
            Name = Name(stream),
            Registrant = state.Registrants is [var first, ..] ? $"registrants/{first}" : "",
            Registrants = { state.Registrants.Select(number => $"registrants/{number}") },
            Ground = (Proto.Ground)(int)concern.Ground,
            Concern = concern.Concern,
            ReceivedOn = concern.ReceivedOn.ToProto(),
            Source = (Proto.ConcernSource)(int)(concern.Source ?? 0),
            OtherBody = concern.OtherBody is { } other ? new() { Body = other.Body, Reference = other.Reference } : null,
            State = state.IsOverOn(today) ? Proto.CaseState.Closed : Proto.CaseState.Open,
            Stage = (Proto.CaseStage)(int)state.StageOn(today),
            Triage = state.Triage is { } triage ? ToProto(triage) : null,
            Allegations = state.Investigation?.Allegations ?? "",
            Committees = { state.Committees.Select(c => ToProto(c, sits: c == Committee.SittingOn(state, today))) },
            CaseToAnswer = state.Answer is { } answer ? ToProto(answer) : null,
            Hearings = { state.Hearings.Select(ToProto) },
            InterimOrder = InterimOrderMapping.All(state, today).LastOrDefault(),
            InterimOrders = { InterimOrderMapping.All(state, today) },
            Decisions = { state.Decisions.Select(SanctionMapping.ToProto) },
            Sanctions = { SanctionMapping.All(state, today) },
            RemovalAgreement = SanctionMapping.Agreement(state),
            ClosingReasons = state.Closing?.Reasons ?? "",
            ClosedAs = (Proto.ClosedAs)(int)(state.Closing?.As ?? 0),
            JoinedTo = state.Closing?.JoinedTo is { } joined ? $"cases/{joined}" : "",
            EndsOn = state.EndsOn?.ToProto(),
            Reopening = state.Reopening is { } reopening ? ToProto(reopening) : null,
            RestorationAllowedOn = state.RestorationAllowedOn?.ToProto(),
            CreateTime = concern.At.ToProto(),
            Version = version,
        };
    }

    private static string Name(StreamId stream) => $"cases/{stream.Id}";

    private static Proto.Triage ToProto(InquiryEvent.Triaged triage) =>
        new() { ThresholdMet = triage.ThresholdMet, Reasons = triage.Reasons, Officer = triage.By, On = triage.On.ToProto() };

    private static Proto.Committee ToProto(CommitteeEvent.Convened convened, bool sits) => new()
    {
        Kind = (Proto.CommitteeKind)(int)convened.Kind,
        Members = { convened.Members },
        Chair = convened.Chair,
        Stage = (Proto.CaseStage)(int)convened.Stage,
        ConvenedOn = convened.On.ToProto(),
        Sits = sits,
    };

    private static Proto.CaseToAnswer ToProto(InquiryEvent.Answered answer) => new()
    {
        ReferredTo = (Proto.CommitteeKind)(int)(answer.ReferredTo ?? 0),
        Reasons = answer.Reasons,
        Chair = answer.Chair,
        On = answer.On.ToProto(),
    };

    private static Proto.Hearing ToProto(Hearing hearing) => new()
    {
        On = hearing.On.ToProto(),
        Allegations = hearing.Allegations,
        Committee = (Proto.CommitteeKind)(int)hearing.Committee,
        Stage = (Proto.CaseStage)(int)hearing.Stage,
    };

    private static Proto.Reopening ToProto(ConcernEvent.Reopened reopened) => new()
    {
        Ground = (Proto.Ground)(int)reopened.Ground,
        Concern = reopened.Concern,
        ReceivedOn = reopened.ReceivedOn.ToProto(),
        On = reopened.On.ToProto(),
    };
}
