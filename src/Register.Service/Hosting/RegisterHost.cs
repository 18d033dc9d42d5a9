using System.Net;
using JasperFx.CodeGeneration;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Npgsql;
using Register.EventStore;
using Register.EventStore.Ledger;
using Register.EventStore.Marten;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Documents;
using Register.Service.Edge;
using Register.Service.FallingDue;
using Register.Service.Identity;
using Register.Service.Keys;
using Register.Service.Leadership;
using Register.Service.Operations;
using Register.Service.Reactions;
using Register.Service.Reads;
using Register.Service.Relaying;
using Register.Service.Security;
using Register.Service.Transfer;
using Register.Views;
using Register.Views.Registration;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace Register.Service.Hosting;

/// <summary>Puts the parts of the register together.</summary>
public static class RegisterHost
{
    // A pass list of 1000 candidates is far below this, and a text that is too long can still be told so by its field.
    private const int LargestMessage = 8 * 1024 * 1024;

    private static readonly TimeSpan[] ConflictCooldowns = [.. Enumerable.Range(1, 7).Select(n => TimeSpan.FromMilliseconds(1 << n))];

    /// <summary>Adds everything the register is made of.</summary>
    /// <exception cref="ConfigurationException">It cannot be started as configured.</exception>
    public static void AddRegister(this WebApplicationBuilder builder)
    {
        var options = RegisterOptions.From(builder.Configuration);
        builder.AddClock(options);
        builder.AddAccessTokens(options);
        builder.AddRateLimits();
        builder.AddObservability();
        builder.ListenOn(options);
        builder.AddKeys(options);
        builder.AddLedgerAndViews();
        builder.AddCommandsAndReactions();
        builder.AddDueWork(options);

        // Made once, not for each call.
        builder.Services.AddSingleton<ProblemInterceptor>();
        builder.Services.AddSingleton<ReadLogInterceptor>();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LargestMessage;
            grpc.Interceptors.Add<ProblemInterceptor>();
            grpc.Interceptors.Add<ReadLogInterceptor>();
            if (Importing.IsConfigured(builder.Configuration))
                grpc.Interceptors.Add<Importing>();
        }).AddJsonTranscoding(rest => rest.TypeRegistry = Problems.Details);
        builder.Services.AddGrpcReflection();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.AddHealth();
    }

    /// <summary>Maps every service, and what stands beside them.</summary>
    public static void MapRegister(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseKnownCharset();
        app.UseReasonForUnreadableRest();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapGrpcService<Education.EducationService>();
        app.MapGrpcService<Apprenticeships.ApprenticeshipService>();
        app.MapGrpcService<Applications.ApplicationsService>();
        app.MapGrpcService<Documents.DocumentsService>();
        app.MapGrpcService<Identity.IdentityService>();
        app.MapGrpcService<Registration.RegistrationService>();
        app.MapGrpcService<Registration.ParticularsService>();
        app.MapGrpcService<Renewal.RenewalService>();
        app.MapGrpcService<FitnessToPractise.FitnessToPractiseService>();
        app.MapGrpcService<Practice.PracticeService>();
        app.MapGrpcService<Practice.PreceptorshipService>();
        app.MapGrpcService<Evidence.EvidenceService>();
        app.MapGrpcService<Verification.VerificationService>();
        app.MapGrpcService<ReadLogService>();
        app.MapGrpcService<Audit.AuditService>();
        app.MapGrpcService<OperationsService>();
        app.MapGrpcService<RelayService>();
        app.MapGrpcService<LedgerService>();
        app.MapGrpcReflectionService().AllowAnonymous();
        app.MapHealth();
        LocalIssuer.Map(app);
    }

    // Calls share a connection: one that gets little of it for a while, because others fill it, must not end them all.
    private static readonly MinDataRate Patient = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(30));

    private static void ListenOn(this WebApplicationBuilder builder, RegisterOptions options) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var address = IPAddress.Parse(options.ListenAddress);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinRequestBodyDataRate = Patient;
            kestrel.Limits.MinResponseDataRate = Patient;
            kestrel.Limits.MaxRequestBodySize = LargestMessage;
            kestrel.Listen(address, options.HttpPort, http => http.Protocols = HttpProtocols.Http1);
            kestrel.Listen(address, options.GrpcPort, grpc => grpc.Protocols = HttpProtocols.Http2);
        });

    private static void AddLedgerAndViews(this WebApplicationBuilder builder)
    {
        var store = builder.Services.AddMarten(services =>
            {
                var marten = new StoreOptions();
                marten.UseLedger(services.GetRequiredService<EventForm>());
                marten.UseViews();
                return marten;
            })
            .UseLightweightSessions()
            .UseNpgsqlDataSource()
            .ApplyAllDatabaseChangesOnStartup();
        builder.RefuseCopies();
        builder.Services.AddHostedService<Verification.PublicTables>(); // after the tables, before the views are built
        builder.Services.AddKeepingOfViews(Importing.IsConfigured(builder.Configuration));
        store.AddAsyncDaemon(DaemonMode.Solo)
            .IntegrateWithWolverine(wolverine => wolverine.MessageStorageSchemaName = "messages")
            .ProcessEventsWithWolverineHandlersInStrictOrder("reactions", reactions =>
            {
                foreach (var type in ReactionHandlers.Events)
                    reactions.IncludeType(type);
            });
        builder.AddLedger(Importing.IsConfigured(builder.Configuration));
        builder.Services.AddSingleton<IEventStore, LedgerEventStore>();
        builder.Services.AddSingleton<Audit.StoredHistory>();
        builder.Services.AddSingleton<StreamStates>(services => new(services.GetRequiredService<IEventStore>()));
        builder.Services.AddSingleton<ViewRebuilds>();
        builder.Services.AddSingleton<ViewReader>();
        builder.Services.AddSingleton<ViewPositions>();
        builder.Services.AddSingleton<NameSearch>();
        builder.Services.AddSingleton<PublishedEntries>();
        builder.Services.AddSingleton<Registration.OwnRecords>();
    }

    private static void AddCommandsAndReactions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CommandExecutor>();
        builder.Services.AddScoped<CommandBus>();
        builder.Services.AddScoped<Reaction>();
        builder.Services.AddIdentityClaims();
        builder.Services.AddDocuments();
        builder.Services.AddSingleton<Applications.Erasures>();
        builder.Services.AddSingleton<ReadLog>();
        builder.Services.AddSingleton<Readers>();
        builder.Host.UseWolverine(wolverine =>
        {
            wolverine.ApplicationAssembly = typeof(RegisterHost).Assembly;
            wolverine.Durability.Mode = DurabilityMode.Solo;
            wolverine.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            wolverine.Discovery.DisableConventionalDiscovery().IncludeType(typeof(RunCommandHandler));
            foreach (var handler in ReactionHandlers.All)
                wolverine.Discovery.IncludeType(handler);
            wolverine.Policies.OnException<ConflictException>().RetryWithCooldown(ConflictCooldowns);
        });
    }
}
