namespace Register.EventStore;

/// <summary>The version that a stream must have for an append to it to be made.</summary>
/// <param name="Exact">That version, 0 for a stream that does not exist; null where any will do.</param>
public readonly record struct ExpectedVersion(long? Exact)
{
    /// <summary>Whichever version the stream has, 0 too.</summary>
    public static readonly ExpectedVersion Any = new(null);

    /// <summary>Exactly this version.</summary>
    public static implicit operator ExpectedVersion(long version) => new(version);
}
