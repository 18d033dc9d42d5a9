using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Register.EventStore.Keys;

/// <summary>The keys of persons, in PostgreSQL in a schema of their own, each wrapped by the master key. To destroy one is to erase a person.</summary>
/// <remarks>Keys are made and read in blocks, before they are needed: what one person's event costs is a share of one statement. The number of a block
/// is drawn by lot, for what was sealed outlives a database that is put back to an older day: no number is given out a second time. A block is kept in memory for a minute,
/// which is how long another instance may go on reading what was erased.</remarks>
public sealed class PersonKeys(NpgsqlDataSource dataSource, IMasterKey master) : IDisposable
{
    /// <summary>How many keys a block holds: key n is in block n / BlockSize.</summary>
    public const int BlockSize = 256;

    private const int BlocksKept = 4096;

    // With this many left the next block is made, while they last.
    private const int Reserve = BlockSize / 2;

    // With the place in the block, few enough digits for every reader of JSON numbers.
    private const long BlockNumbers = 1L << 40;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly PersonKeyTable _table = new(dataSource);
    private readonly MemoryCache _blocks = new(new MemoryCacheOptions { SizeLimit = BlocksKept });
    private readonly ConcurrentQueue<PersonKey> _unused = new();
    private readonly SemaphoreSlim _making = new(1);
    private int _isMakingAhead;

    /// <summary>A key that nobody has had yet.</summary>
    public async ValueTask<PersonKey> New(CancellationToken cancellation)
    {
        PersonKey? key;
        while (!_unused.TryDequeue(out key))
            await MakeBlock(cancellation);
        if (_unused.Count < Reserve && Interlocked.Exchange(ref _isMakingAhead, 1) == 0)
            _ = Task.Run(MakeAhead, CancellationToken.None);
        return key;
    }

    /// <summary>A key by its id; null when it was destroyed.</summary>
    /// <exception cref="MasterKeyException">It is not there, or cannot be unwrapped.</exception>
    public async ValueTask<PersonKey?> Find(long id, CancellationToken cancellation)
    {
        var block = _blocks.TryGetValue(id / BlockSize, out Block? kept) ? kept! : await ReadBlock(id / BlockSize, cancellation);
        return block.TryGetValue(id, out var key)
            ? key
            : throw new MasterKeyException($"Key {id} is not among the keys of persons: they belong to another ledger, or to an older time of this one.");
    }

    /// <summary>Whether all of these keys are on record, destroyed or not. It takes no master key to know.</summary>
    public async Task<bool> AreThere(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var distinct = ids.ToHashSet();
        return await _table.CountOf(distinct, cancellation) == distinct.Count;
    }

    /// <summary>Destroys keys: what was sealed with them is unreadable for ever.</summary>
    public async Task Destroy(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await _table.Destroy(ids, cancellation);
        foreach (var block in ids.Select(id => id / BlockSize).Distinct())
            _blocks.Remove(block);
    }

    /// <summary>How many keys there are, how many of them destroyed, and which master keys wrap them.</summary>
    public Task<KeyCounts> Count(CancellationToken cancellation) => _table.Count(cancellation);

    /// <summary>Opens one key of each of these master keys' keys.</summary>
    /// <exception cref="MasterKeyException">One cannot be unwrapped.</exception>
    public async Task Check(IEnumerable<string> masters, CancellationToken cancellation) =>
        await master.Unwrap(await _table.OneOfEach(masters, cancellation), cancellation);

    /// <summary>Waits for the turn to rotate the master key; it is over when what is returned is disposed of.</summary>
    public Task<IAsyncDisposable> TakeTurn(CancellationToken cancellation) => _table.TakeTurn(cancellation);

    /// <summary>Wraps the next block of keys that another master key than the current one wraps; events stay as they are.</summary>
    /// <returns>How many were wrapped anew; none when all are.</returns>
    public async Task<int> WrapAnew(CancellationToken cancellation)
    {
        await UseCurrentMaster(cancellation);
        return await _table.WrapAnew(
            master.Current, BlockSize, async old => await master.Wrap(await master.Unwrap(old, cancellation), cancellation), cancellation);
    }

    public void Dispose()
    {
        _blocks.Dispose();
        _making.Dispose();
    }

    private async Task MakeAhead()
    {
        try
        {
            await MakeBlock(CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for it: whoever needs a key when none is left meets the cause.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            Volatile.Write(ref _isMakingAhead, 0);
        }
    }

    private async Task MakeBlock(CancellationToken cancellation)
    {
        await _making.WaitAsync(cancellation);
        try
        {
            if (_unused.Count >= Reserve)
                return;
            var number = NewBlock();
            var keys = RandomNumberGenerator.GetBytes(BlockSize * Sealing.KeyLength)
                .Chunk(Sealing.KeyLength)
                .Select((secret, i) => new PersonKey((number * BlockSize) + i, secret))
                .ToList();
            while (!await _table.Add(await master.Wrap(keys, cancellation), cancellation))
                await UseCurrentMaster(cancellation);
            Keep(number, new(keys.ToDictionary(k => k.Id, PersonKey? (k) => k)));
            foreach (var key in keys)
                _unused.Enqueue(key);
        }
        finally
        {
            _making.Release();
        }
    }

    private static long NewBlock() => 1 + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % (ulong)(BlockNumbers - 1));

    // Which master key wraps is for the keeper of master keys to say; the table follows.
    private Task UseCurrentMaster(CancellationToken cancellation) => _table.UseMaster(master.Current, cancellation);

    private async Task<Block> ReadBlock(long number, CancellationToken cancellation)
    {
        var (wrapped, destroyed) = await _table.Read(number * BlockSize, (number + 1) * BlockSize, cancellation);
        var keys = destroyed.ToDictionary(id => id, PersonKey? (_) => null);
        foreach (var key in await master.Unwrap(wrapped, cancellation))
            keys.Add(key.Id, key);
        return Keep(number, new(keys));
    }

    private Block Keep(long number, Block block) =>
        _blocks.Set(number, block, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    private sealed class Block(Dictionary<long, PersonKey?> keys) : Dictionary<long, PersonKey?>(keys);
}
