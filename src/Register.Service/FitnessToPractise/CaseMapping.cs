using Register.Domain;
using Register.Domain.FitnessToPractise;
using Register.Service.Edge;
using Register.Views.FitnessToPractise;
using Proto = Sonographer.Register.V1;

namespace Register.Service.FitnessToPractise;

/// <summary>Cases as the contract shows them.</summary>
internal static class CaseMapping
{
    public static Proto.Case ToProto(CaseView row) => ToProto(StreamId.Parse(row.Id), row.State, row.Version);

    public static Proto.Case ToProto(StreamId stream, CaseState state, long version)
    {
        var concern = state.Concern!;
        return new()
        {
            Name = $"cases/{stream.Id}",
            Registrant = state.Registrants is [var number, ..] ? $"registrants/{number}" : "",
            Ground = (Proto.Ground)(int)concern.Ground,
            Concern = concern.Concern,
            ReceivedOn = concern.ReceivedOn.ToProto(),
            State = state.Closing is null ? Proto.CaseState.Open : Proto.CaseState.Closed,
            InterimOrder = state.InterimOrders.LastOrDefault() is { } order ? ToProto(order) : null,
            ClosingReasons = state.Closing?.Reasons ?? "",
            CreateTime = concern.At.ToProto(),
            Version = version,
        };
    }

    private static Proto.InterimOrder ToProto(InterimOrder order) => new()
    {
        Kind = (Proto.InterimOrderKind)(int)order.Terms.Kind,
        From = order.From.ToProto(),
        Until = order.Terms.Until.ToProto(),
        FirstReviewBy = order.NextReviewBy.ToProto(),
        PublicText = order.Terms.PublicText,
        RevokedOn = order.EndedOn?.ToProto(),
    };
}
