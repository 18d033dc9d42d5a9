using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Registration;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Audit;

/// <summary>States, and what differs between two, as the contract shows them.</summary>
internal static class StateMapping
{
    public static Proto.State ToProto(string name, object state, long version, DateTimeOffset knownAt, DateOnly asAt)
    {
        var shown = new Proto.State
        {
            Name = name,
            Version = version,
            AsKnownAt = knownAt.ToProto(),
            Data = JsonParser.Default.Parse<Struct>(StateJson.Of(state).ToJsonString()),
        };
        if (state is RegistrantState registrant)
        {
            shown.AsAt = asAt.ToProto();
            shown.Registrant = RegistrantMapping.ToProto(registrant, version, asAt);
        }
        return shown;
    }

    /// <summary>What was not on record has no value at all: all that came after was added.</summary>
    public static IEnumerable<Proto.Difference> Differences((object State, long Version) before, (object State, long Version) after) =>
        JsonDifference.Between(Data(before), Data(after)).Select(ToProto);

    private static JsonObject Data((object State, long Version) known) => known.Version == 0 ? [] : StateJson.Of(known.State);

    private static Proto.Difference ToProto(JsonDifference difference)
    {
        var shown = new Proto.Difference { Path = difference.Path, Kind = (Proto.DifferenceKind)(int)difference.Kind };
        if (difference.Kind != JsonDifferenceKind.Added)
            shown.Before = ToProto(difference.Before);
        if (difference.Kind != JsonDifferenceKind.Removed)
            shown.After = ToProto(difference.After);
        return shown;
    }

    private static Value ToProto(JsonNode? value) => value is null ? Value.ForNull() : JsonParser.Default.Parse<Value>(value.ToJsonString());
}
