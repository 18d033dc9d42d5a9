using Grpc.Core;
using Register.Client.Errors;
using Register.Client.Terminal;

namespace Register.Client.Audit.Export;

/// <summary>Copies events out of the ledger into files. Run again after it was broken off, it goes on after the last complete line.</summary>
internal sealed class EventExport(Session session, ExportFolder folder, IExportSource source)
{
    /// <summary>Runs the export to its end; one that is finished already is left as it is.</summary>
    /// <param name="resource">The one resource to export; null for the whole ledger.</param>
    /// <param name="until">The position to end at; null for the end of the ledger as it is when the export begins.</param>
    /// <param name="eventsPerFile">How many events a file holds; an export that goes on keeps its own number.</param>
    public async Task<Manifest> Run(string? resource, long? until, int eventsPerFile)
    {
        var manifest = folder.Holds(Manifest.FileName) ? Begun(resource, until) : await Begin(resource, until, eventsPerFile);
        if (manifest.IsFinished)
            return manifest;

        var writer = NextFile(manifest);
        try
        {
            var total = (int)Math.Min(manifest.UntilPosition, int.MaxValue);
            await Screen.WithProgress("Exporting up to position", total, async done =>
            {
                await foreach (var (line, position) in Lines(manifest, writer.LastPosition))
                {
                    if (writer.Events == manifest.EventsPerFile)
                    {
                        manifest = Finished(writer, manifest);
                        writer = NextFile(manifest);
                    }
                    writer.Write(line, position);
                    done((int)Math.Min(position, int.MaxValue));
                }
            });
            if (writer.Events > 0)
                manifest = Finished(writer, manifest);
            else
                writer.Abandon();
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"register: {manifest.Count + writer.Events} events are in {folder.Path}; the same command goes on from there.");
            throw;
        }
        finally
        {
            writer.Dispose();
        }
        manifest = manifest with { EndTime = DateTimeOffset.UtcNow };
        folder.Write(manifest);
        return manifest;
    }

    private async Task<Manifest> Begin(string? resource, long? until, int eventsPerFile)
    {
        folder.RefuseOtherThings();
        var end = await source.LastPosition();
        if (until > end)
            throw CommandFailure.WrongInput($"--until {until}: the ledger ends at position {end}.");
        await source.Try(resource); // Not found, or not allowed, before there is a directory.
        var manifest = new Manifest(
            Manifest.CurrentFormat, session.Address, resource, DateTimeOffset.UtcNow, null, until ?? end, eventsPerFile, 0, [], "", source.Content);
        folder.Create();
        folder.Write(manifest);
        return manifest;
    }

    private Manifest Begun(string? resource, long? until)
    {
        var manifest = ManifestSeal.Read(folder);
        if (manifest.Content != source.Content)
            throw Other(manifest.Content is null ? "is of events as an auditor reads them" : "is of events as they are stored");
        if (manifest.Register != session.Address)
            throw Other($"is of the register at {manifest.Register}, not of {session.Address}");
        if (manifest.Resource != resource)
            throw Other($"is of {manifest.Resource ?? "the whole ledger"}, not of {resource ?? "the whole ledger"}");
        if (until is { } end && manifest.UntilPosition != end)
            throw Other($"ends at position {manifest.UntilPosition}, not at {end}");
        if (manifest.Files.FirstOrDefault(f => !folder.Holds(f.Name)) is { } missing)
            throw Other($"has lost its file {missing.Name}");
        return manifest;

        CommandFailure Other(string why) => CommandFailure.WrongInput($"The export in {folder.Path} {why}: another export wants another directory.");
    }

    private EventFileWriter NextFile(Manifest manifest) =>
        new(folder, Manifest.NameOf(manifest.Files.Length + 1), manifest.Files is [.., var last] ? last.LastPosition : 0);

    private Manifest Finished(EventFileWriter writer, Manifest manifest)
    {
        var file = writer.Finish();
        writer.Dispose();
        manifest = manifest with { Files = manifest.Files.Add(file), Count = manifest.Count + file.Count };
        folder.Write(manifest);
        return manifest;
    }

    // To the register, a position of 0 says that there is no end.
    private IAsyncEnumerable<ExportedLine> Lines(Manifest manifest, long after) =>
        after >= manifest.UntilPosition ? AsyncEnumerable.Empty<ExportedLine>() : source.Lines(manifest.Resource, after, manifest.UntilPosition);
}
