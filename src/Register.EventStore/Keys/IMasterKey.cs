namespace Register.EventStore.Keys;

/// <summary>Wraps the keys of persons and the register's own, so that whoever has the database alone has none of them. A key management service stands behind this as well
/// as a file does.</summary>
public interface IMasterKey
{
    /// <summary>The id of the master key that wraps from now on.</summary>
    string Current { get; }

    /// <summary>Whether a master key is known here: what it wrapped can be unwrapped.</summary>
    bool Knows(string id);

    /// <summary>Has a new master key wrap from now on; false where that is for others to do.</summary>
    bool TryAdd();

    /// <summary>Forgets every master key but the current one and those that still wrap something; false where that is for others to do.</summary>
    bool TryForgetAllBut(IReadOnlyCollection<string> wrapping);

    /// <summary>Wraps keys with the current master key: which one that was, each of them says.</summary>
    ValueTask<IReadOnlyList<WrappedKey>> Wrap(IReadOnlyList<PersonKey> keys, CancellationToken cancellation);

    /// <summary>Unwraps keys.</summary>
    /// <exception cref="MasterKeyException">A master key is not known here, or did not wrap what it should have.</exception>
    ValueTask<IReadOnlyList<PersonKey>> Unwrap(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation);

    /// <summary>Wraps a key of the register with the current master key.</summary>
    ValueTask<WrappedOwnKey> Wrap(OwnKey key, CancellationToken cancellation);

    /// <summary>Unwraps a key of the register.</summary>
    /// <exception cref="MasterKeyException">The master key is not known here, or did not wrap it under this name.</exception>
    ValueTask<OwnKey> Unwrap(WrappedOwnKey key, CancellationToken cancellation);
}

/// <summary>The key of a person.</summary>
/// <param name="Id">What events call it.</param>
/// <param name="Secret">32 bytes.</param>
public sealed record PersonKey(long Id, byte[] Secret);

/// <summary>The key of a person as it is kept.</summary>
/// <param name="Id">What events call it.</param>
/// <param name="Master">The id of the master key that wrapped it.</param>
/// <param name="Wrapped">The wrapped secret.</param>
public sealed record WrappedKey(long Id, string Master, byte[] Wrapped);

/// <summary>A key that the register has for itself.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Secret">32 bytes.</param>
public sealed record OwnKey(string Name, byte[] Secret);

/// <summary>A key of the register as it is kept.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Master">The id of the master key that wrapped it.</param>
/// <param name="Wrapped">The wrapped secret.</param>
public sealed record WrappedOwnKey(string Name, string Master, byte[] Wrapped);

/// <summary>Keys cannot be unwrapped; the message says what is missing, and no secret.</summary>
public sealed class MasterKeyException(string message, Exception? inner = null) : Exception(message, inner);
