using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Register.Domain.Identity;
using Register.Domain.Registration;
using Register.EventStore.Keys;
using Register.Service.Hosting;

namespace Register.Service.Identity;

/// <summary>Which identity a person has: HMAC-SHA256 over the compared name and the date of birth (R14). Without the key nobody can try names (R37).</summary>
public sealed class IdentityHash(OwnKeys keys)
{
    private readonly Once<byte[]> _key = new(() => keys.Get(OwnKeys.Identity, CancellationToken.None));

    /// <summary>The identity of a person.</summary>
    public async ValueTask<IdentityId> Of(PersonDetails person)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{IdentityName.Of(person.FullName)}|{person.DateOfBirth:yyyy-MM-dd}");
        return IdentityId.Of(HMACSHA256.HashData(await _key.Get(), Encoding.UTF8.GetBytes(text)));
    }
}
