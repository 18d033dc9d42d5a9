using Google.Protobuf.WellKnownTypes;
using Register.Domain;
using Register.Domain.Education;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Edge;

/// <summary>The domain's words in the contract's types.</summary>
public static class ContractWords
{
    /// <summary>A date; none where it is erased (R36).</summary>
    public static Google.Type.Date? ToProto(this DateOnly date) =>
        date == Erased.Date ? null : new() { Year = date.Year, Month = date.Month, Day = date.Day };

    public static Timestamp ToProto(this DateTimeOffset instant) => Timestamp.FromDateTimeOffset(instant);

    public static IEnumerable<Proto.PracticeArea> ToProto(this IEnumerable<PracticeArea> areas) => areas.Select(a => (Proto.PracticeArea)(int)a);
}
