using System.Security.Cryptography;
using Google.Protobuf;

namespace Register.Client;

/// <summary>Names one change, so that repeating it has no second effect.</summary>
internal sealed record RequestId(Guid Value)
{
    /// <summary>
    /// The id of one part of a change of many parts (a row of a file, one piece of evidence). It follows from this id and
    /// the part's content, so the whole command can be repeated with the same id.
    /// </summary>
    public RequestId For(IMessage part)
    {
        var hash = SHA256.HashData([.. Value.ToByteArray(bigEndian: true), .. part.ToByteArray()]);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
    }

    public override string ToString() => Value.ToString("D");

    public static implicit operator string(RequestId id) => id.ToString();
}
