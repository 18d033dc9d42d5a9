using System.Security.Cryptography;
using System.Text;

namespace Register.Domain;

/// <summary>Ids computed from other ids, so that doing a thing twice names the same thing.</summary>
public static class DerivedId
{
    /// <summary>A UUID (version 8, RFC 9562) of SHA-256 over the source's bytes, big-endian, and the purpose in UTF-8.</summary>
    public static Guid From(Guid source, string purpose)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(purpose.Length)];
        source.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(purpose, input[16..]);

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input[..length], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
