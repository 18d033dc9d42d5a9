namespace Register.Service.Hosting;

/// <summary>Something that is read once and kept; a failure is not kept.</summary>
internal sealed class Once<T>(Func<Task<T>> read)
{
    private readonly Lock _reading = new();
    private Task<T>? _read;

    /// <summary>What was read, by whoever asked first.</summary>
    public Task<T> Get()
    {
        lock (_reading)
            return _read is null or { IsFaulted: true } or { IsCanceled: true } ? _read = read() : _read;
    }
}
