using System.Collections.Concurrent;
using Npgsql;
using Register.Domain.Identity;
using Register.EventStore.Marten;
using Register.Service.Hosting;
using Register.Service.Relaying;
using Register.Views;

namespace Register.Service.Identity;

/// <summary>Which identities have claims, as far as this instance knows: of the others nothing needs to be read when they apply.</summary>
/// <remarks>What another instance has claimed since this one started is not here: that is found out when the claim is made.</remarks>
public sealed class KnownIdentities(NpgsqlDataSource dataSource, CatchingUp? catchingUp = null)
{
    private readonly Once<ConcurrentDictionary<string, bool>> _streams = new(() => Read(dataSource, catchingUp));

    /// <summary>Whether an identity may have claims.</summary>
    public async ValueTask<bool> Contains(IdentityId identity) => (await _streams.Get()).ContainsKey(identity.Stream.ToString());

    /// <summary>Notes that an identity has claims.</summary>
    public async ValueTask Add(IdentityId identity) => (await _streams.Get()).TryAdd(identity.Stream.ToString(), true);

    private static async Task<ConcurrentDictionary<string, bool>> Read(NpgsqlDataSource dataSource, CatchingUp? catchingUp)
    {
        if (catchingUp is { IsDone: false })
            throw new ViewBehindException();
        var streams = new ConcurrentDictionary<string, bool>();
        await using var select = dataSource.CreateCommand($"select id from {MartenLedger.Schema}.mt_streams where id like 'identity-%'");
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            streams.TryAdd(reader.GetString(0), true);
        return streams;
    }
}
