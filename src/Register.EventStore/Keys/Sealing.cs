using System.Security.Cryptography;

namespace Register.EventStore.Keys;

/// <summary>AES-256-GCM with a random nonce: nonce, ciphertext and tag in one piece, bound to what it belongs to.</summary>
internal static class Sealing
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>A cipher for a key; the caller disposes of it.</summary>
    public static AesGcm Cipher(byte[] key) => new(key, TagLength);

    /// <summary>Seals a text, readable only where it belongs.</summary>
    public static byte[] Seal(this AesGcm cipher, ReadOnlySpan<byte> text, ReadOnlySpan<byte> belongsTo)
    {
        var piece = new byte[NonceLength + text.Length + TagLength];
        var nonce = piece.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, text, piece.AsSpan(NonceLength, text.Length), piece.AsSpan(NonceLength + text.Length), belongsTo);
        return piece;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Another key sealed it, it belongs elsewhere, or it was changed.</exception>
    public static byte[] Open(this AesGcm cipher, ReadOnlySpan<byte> piece, ReadOnlySpan<byte> belongsTo)
    {
        if (piece.Length < NonceLength + TagLength)
            throw new CryptographicException("It is too short to have been sealed.");
        var text = new byte[piece.Length - NonceLength - TagLength];
        cipher.Decrypt(piece[..NonceLength], piece[NonceLength..^TagLength], piece[^TagLength..], text, belongsTo);
        return text;
    }
}
