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
            Registrant = $"registrants/{concern.Registrant}",
            Ground = (Proto.Ground)(int)concern.Ground,
            Concern = concern.Concern,
            ReceivedOn = concern.ReceivedOn.ToProto(),
            State = state.Closing is null ? Proto.CaseState.Open : Proto.CaseState.Closed,
            InterimOrder = state.Order is { } order ? ToProto(order, state.OrderRevokedOn) : null,
            ClosingReasons = state.Closing?.Reasons ?? "",
            CreateTime = concern.At.ToProto(),
            Version = version,
        };
    }

    private static Proto.InterimOrder ToProto(CaseEvent.InterimOrderImposed order, DateOnly? revokedOn) => new()
    {
        Kind = (Proto.InterimOrderKind)(int)order.Kind,
        From = order.From.ToProto(),
        Until = order.Until.ToProto(),
        FirstReviewBy = order.FirstReviewBy.ToProto(),
        PublicText = order.PublicText,
        RevokedOn = revokedOn?.ToProto(),
    };
}
