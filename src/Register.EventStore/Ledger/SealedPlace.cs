using System.Text;

namespace Register.EventStore.Ledger;

/// <summary>What the sealed values of an event are bound to, beside their field.</summary>
/// <param name="Stream">The stream's name.</param>
/// <param name="Event">The event's name.</param>
internal readonly record struct SealedPlace(string Stream, string Event)
{
    /// <summary>What a value in a field is bound to.</summary>
    /// <param name="path">The field (RFC 6901).</param>
    public byte[] At(string path) => Encoding.UTF8.GetBytes($"{Stream}\n{Event}\n{path}");
}
