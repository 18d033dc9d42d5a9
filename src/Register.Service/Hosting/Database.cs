using Npgsql;
using Register.Service.Embedded;
using Register.Service.Operations;

namespace Register.Service.Hosting;

/// <summary>The PostgreSQL the register keeps everything in: the one configured, or its own.</summary>
public static class Database
{
    private const string Name = "Register";
    private const int StatementsPrepared = 100;

    /// <summary>Starts the embedded PostgreSQL unless ConnectionStrings:Register names a server; what is returned stops it.</summary>
    public static async Task<IAsyncDisposable> AddDatabase(this WebApplicationBuilder builder)
    {
        var embedded = builder.Configuration.GetConnectionString(Name) is null ? await StartEmbedded(builder) : null;
        if (embedded is not null)
            builder.Services.AddSingleton(embedded);
        builder.Services.AddSingleton<Restart>();
        builder.Services.AddSingleton<Backups>();
        builder.Services.AddSingleton(services =>
        {
            var source = new NpgsqlDataSourceBuilder(embedded?.ConnectionString ?? builder.Configuration.GetConnectionString(Name));
            // The register sends few distinct statements, each of them very often.
            source.ConnectionStringBuilder.MaxAutoPrepare = StatementsPrepared;
            source.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
            return source.Build();
        });
        return (IAsyncDisposable?)embedded ?? new Nothing();
    }

    private static async Task<EmbeddedPostgres> StartEmbedded(WebApplicationBuilder builder)
    {
        using var logging = LoggerFactory.Create(l => l.AddJsonConsole());
        var options = RegisterOptions.From(builder.Configuration);
        return await EmbeddedPostgres.Start(
            Path.GetFullPath(options.DataDirectory), null, logging.CreateLogger<EmbeddedPostgres>(), CancellationToken.None);
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
