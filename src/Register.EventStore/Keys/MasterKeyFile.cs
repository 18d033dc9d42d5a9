using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Register.EventStore.Keys;

/// <summary>Master keys in a file, a line each: id, space, 32 bytes in base64. The last one wraps; those before it unwrap what they wrapped.</summary>
public sealed class MasterKeyFile : IMasterKey
{
    private readonly string _path;
    private ImmutableList<MasterKey> _keys;

    private MasterKeyFile(string path, ImmutableList<MasterKey> keys) => (_path, _keys) = (path, keys);

    /// <inheritdoc />
    public string Current => _keys[^1].Id;

    /// <summary>Whether a master key is in the file.</summary>
    public bool Knows(string id) => _keys.Exists(k => k.Id == id);

    /// <summary>Opens the file; where there is none it is made, with one new key, for its owner alone.</summary>
    /// <exception cref="MasterKeyException">It is not a file of master keys.</exception>
    public static MasterKeyFile Open(string path)
    {
        if (!File.Exists(path))
            MakeFirst(path);
        try
        {
            var keys = File.ReadAllLines(path).Where(line => line.Length > 0).Select(MasterKey.Parse).ToImmutableList();
            return keys.IsEmpty ? throw new MasterKeyException($"{path} holds no master key.") : new(path, keys);
        }
        catch (FormatException e)
        {
            throw new MasterKeyException($"{path} is not a file of master keys: an id, a space and 32 bytes in base64 on each line.", e);
        }
    }

    /// <summary>Adds a new master key, which wraps from now on.</summary>
    public void Add() => Replace(_keys.Add(MasterKey.New(_keys)));

    /// <summary>Drops every master key but the current one: nothing is wrapped by them any more.</summary>
    public void DropFormer() => Replace([_keys[^1]]);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<byte[]>> Wrap(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        using var cipher = Sealing.Cipher(_keys[^1].Secret);
        var master = Current;
        return new(keys.Select(k => cipher.Seal(k.Secret, BelongsTo(k.Id, master))).ToList());
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PersonKey>> Unwrap(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        var unwrapped = new List<PersonKey>(keys.Count);
        foreach (var byMaster in keys.GroupBy(k => k.Master))
        {
            var master = _keys.Find(k => k.Id == byMaster.Key)
                ?? throw new MasterKeyException($"Master key {byMaster.Key} is not in {_path}, and keys of persons are wrapped by it.");
            using var cipher = Sealing.Cipher(master.Secret);
            try
            {
                unwrapped.AddRange(byMaster.Select(k => new PersonKey(k.Id, cipher.Open(k.Wrapped, BelongsTo(k.Id, k.Master)))));
            }
            catch (CryptographicException e)
            {
                throw new MasterKeyException($"Master key {byMaster.Key} in {_path} is not the one that wrapped the keys of persons.", e);
            }
        }
        return new(unwrapped);
    }

    private static byte[] BelongsTo(long id, string master) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{master}\n{id}"));

    // Of two instances that start at once, both go on with the file of the first.
    private static void MakeFirst(string path)
    {
        var own = $"{path}.{Guid.NewGuid():n}";
        Make(own, [MasterKey.New([])]);
        try
        {
            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
        }
    }

    private void Replace(ImmutableList<MasterKey> keys)
    {
        var next = _path + ".next";
        File.Delete(next);
        Make(next, keys);
        File.Move(next, _path, overwrite: true);
        _keys = keys;
    }

    // Readable by its owner from the first byte on, and on the disk before anything is wrapped with it.
    private static void Make(string path, IEnumerable<MasterKey> keys)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(string.Concat(keys.Select(k => $"{k}\n"))));
        file.Flush(flushToDisk: true);
    }

    private sealed record MasterKey(string Id, byte[] Secret)
    {
        public static MasterKey New(IReadOnlyCollection<MasterKey> before)
        {
            var secret = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
            var last = before.Count == 0 ? 0 : before.Max(k => int.TryParse(k.Id, CultureInfo.InvariantCulture, out var n) ? n : 0);
            return new((last + 1).ToString(CultureInfo.InvariantCulture), secret);
        }

        public static MasterKey Parse(string line) => line.Split(' ') is [{ Length: > 0 } id, var secret] && Convert.FromBase64String(secret) is { Length: Sealing.KeyLength } bytes
            ? new(id, bytes)
            : throw new FormatException("Not a master key.");

        public override string ToString() => $"{Id} {Convert.ToBase64String(Secret)}";
    }
}
