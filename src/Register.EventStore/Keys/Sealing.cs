using System.Security.Cryptography;

namespace Register.EventStore.Keys;

/// <summary>AES-256-GCM with one key: nonce, ciphertext and tag in one piece, bound to what it belongs to.</summary>
/// <remarks>The first nonce is drawn by lot, each further one is the next after it: NIST SP 800-38D, 8.2.2. For one caller at a time.</remarks>
internal sealed class Sealing(byte[] key) : IDisposable
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly AesGcm _cipher = new(key, TagLength);
    private byte[]? _nonce;

    /// <summary>Seals a text, readable only where it belongs.</summary>
    public byte[] Seal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> belongsTo)
    {
        var piece = new byte[NonceLength + text.Length + TagLength];
        var nonce = piece.AsSpan(0, NonceLength);
        NextNonce().CopyTo(nonce);
        _cipher.Encrypt(nonce, text, piece.AsSpan(NonceLength, text.Length), piece.AsSpan(NonceLength + text.Length), belongsTo);
        return piece;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Another key sealed it, it belongs elsewhere, or it was changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> piece, ReadOnlySpan<byte> belongsTo)
    {
        if (piece.Length < NonceLength + TagLength)
            throw new CryptographicException("It is too short to have been sealed.");
        var text = new byte[piece.Length - NonceLength - TagLength];
        _cipher.Decrypt(piece[..NonceLength], piece[NonceLength..^TagLength], piece[^TagLength..], text, belongsTo);
        return text;
    }

    public void Dispose() => _cipher.Dispose();

    // To draw one costs as much as to seal a text.
    private byte[] NextNonce()
    {
        if (_nonce is null)
            return _nonce = RandomNumberGenerator.GetBytes(NonceLength);
        for (var i = NonceLength - 1; i >= 0 && ++_nonce[i] == 0; i--)
        {
        }
        return _nonce;
    }
}
