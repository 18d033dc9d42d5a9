using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Register.EventStore.Keys;

/// <summary>Master keys in a file, a line each: id, space, 32 bytes in base64. The last one wraps; those before it unwrap what they wrapped.</summary>
/// <remarks>Read again when it has changed: instances that share it go on together when one of them adds a key.</remarks>
public sealed class MasterKeyFile : IMasterKey
{
    private readonly string _path;
    private volatile Contents _read;

    private MasterKeyFile(string path)
    {
        _path = path;
        _read = Read(path);
    }

    /// <inheritdoc />
    public string Current => Keys[^1].Id;

    private ImmutableList<MasterKey> Keys => Version.Of(_path) == _read.Version ? _read.Keys : (_read = Read(_path)).Keys;

    /// <inheritdoc />
    public bool Knows(string id) => Keys.Exists(k => k.Id == id);

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="mayMake">Whether it is made, with one new key, for its owner alone, where there is none.</param>
    /// <exception cref="MasterKeyException">There is none, or it is not a file of master keys.</exception>
    public static MasterKeyFile Open(string path, bool mayMake = true)
    {
        if (!File.Exists(path) && !mayMake)
            throw new MasterKeyException($"There is no master key file {path}: a line of it is an id, a space and 32 random bytes in base64.");
        if (!File.Exists(path))
            MakeFirst(path);
        return new(path);
    }

    /// <inheritdoc />
    public bool TryAdd() => TryChange(Add);

    /// <inheritdoc />
    public bool TryForgetAllBut(IReadOnlyCollection<string> wrapping) => TryChange(() => ForgetAllBut(wrapping));

    /// <summary>Adds a new master key, which wraps from now on.</summary>
    public void Add() => Replace(Keys.Add(MasterKey.New()));

    /// <summary>Forgets every master key but the current one and those that still wrap something.</summary>
    public void ForgetAllBut(IReadOnlyCollection<string> wrapping)
    {
        var keys = Keys;
        Replace(keys.FindAll(k => k == keys[^1] || wrapping.Contains(k.Id)));
    }

    // A file that others keep may not be written to.
    private static bool TryChange(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<WrappedKey>> Wrap(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        var master = Keys[^1];
        using var sealing = new Sealing(master.Secret);
        return new(keys.Select(k => new WrappedKey(k.Id, master.Id, sealing.Seal(k.Secret, BelongsTo(k.Id, master.Id)))).ToList());
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PersonKey>> Unwrap(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        var unwrapped = new List<PersonKey>(keys.Count);
        foreach (var byMaster in keys.GroupBy(k => k.Master))
        {
            Use(byMaster.Key, "the keys of persons", sealing =>
                unwrapped.AddRange(byMaster.Select(k => new PersonKey(k.Id, sealing.Open(k.Wrapped, BelongsTo(k.Id, k.Master))))));
        }
        return new(unwrapped);
    }

    /// <inheritdoc />
    public ValueTask<WrappedOwnKey> Wrap(OwnKey key, CancellationToken cancellation)
    {
        var master = Keys[^1];
        using var sealing = new Sealing(master.Secret);
        return new(new WrappedOwnKey(key.Name, master.Id, sealing.Seal(key.Secret, BelongsTo(key.Name, master.Id))));
    }

    /// <inheritdoc />
    public ValueTask<OwnKey> Unwrap(WrappedOwnKey key, CancellationToken cancellation)
    {
        byte[] secret = [];
        Use(key.Master, $"the register's key '{key.Name}'", sealing => secret = sealing.Open(key.Wrapped, BelongsTo(key.Name, key.Master)));
        return new(new OwnKey(key.Name, secret));
    }

    private void Use(string id, string wrapped, Action<Sealing> unwrap)
    {
        var master = Keys.Find(k => k.Id == id)
            ?? throw new MasterKeyException($"Master key {id} is not in {_path}, and it wraps {wrapped}.");
        using var sealing = new Sealing(master.Secret);
        try
        {
            unwrap(sealing);
        }
        catch (CryptographicException e)
        {
            throw new MasterKeyException($"Master key {id} in {_path} is not the one that wrapped {wrapped}.", e);
        }
    }

    private static byte[] BelongsTo(long id, string master) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{master}\n{id}"));

    // A person's key has a number there, and no word.
    private static byte[] BelongsTo(string name, string master) => Encoding.UTF8.GetBytes($"{master}\nown {name}");

    private static Contents Read(string path)
    {
        try
        {
            var version = Version.Of(path); // before its lines: what changes meanwhile is read again
            var keys = File.ReadAllLines(path).Where(line => line.Length > 0).Select(MasterKey.Parse).ToImmutableList();
            return keys.IsEmpty ? throw new MasterKeyException($"{path} holds no master key.") : new(version, keys);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The master key file {path} cannot be read: {e.Message}", e);
        }
        catch (FormatException e)
        {
            throw new MasterKeyException($"{path} is not a file of master keys: an id, a space and 32 bytes in base64 on each line.", e);
        }
    }

    // Of two instances that start at once, both go on with the file of the first.
    private static void MakeFirst(string path)
    {
        var own = $"{path}.{Guid.NewGuid():n}";
        Make(own, [MasterKey.New()]);
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
        _read = Read(_path);
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

    // One object, so that who reads it while another takes in a change has the one or the other.
    private sealed record Contents(Version Version, ImmutableList<MasterKey> Keys);

    // Of the file itself: Kubernetes mounts a link that stays the same to one that changes, and a link has a time of its own.
    private readonly record struct Version(DateTime Changed, long Length)
    {
        // A file that is gone has a version of its own: to read it then says so.
        public static Version Of(string path)
        {
            var file = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path) : null;
            return file is { Exists: true } ? new(file.LastWriteTimeUtc, file.Length) : default;
        }
    }

    private sealed record MasterKey(string Id, byte[] Secret)
    {
        private const int IdLength = 4;

        public static MasterKey New() => new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength)), RandomNumberGenerator.GetBytes(Sealing.KeyLength));

        public static MasterKey Parse(string line) => line.Split(' ') is [{ Length: > 0 } id, var secret] && Convert.FromBase64String(secret) is { Length: Sealing.KeyLength } bytes
            ? new(id, bytes)
            : throw new FormatException("Not a master key.");

        public override string ToString() => $"{Id} {Convert.ToBase64String(Secret)}";
    }
}
