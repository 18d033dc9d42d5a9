using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.EventStore.Ledger;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using static Register.Service.Tests.Running.People;

namespace Register.Service.Tests.Keys;

/// <summary>The erasure of what an application that led to no registration says of its person (R36), in either ledger.</summary>
public abstract class ErasureTests<TRegister>(TRegister register) : IAsyncLifetime
    where TRegister : RunningRegister
{
    private const string Name = "Zoë O'Brien-Forgotten";

    private People People => new(register);

    private AuditService.AuditServiceClient Auditor => new(register.InRole(Roles.Auditor));

    private static DateOnly Today { get; } = CivilTime.DateIn(DateTimeOffset.UtcNow);

    public async Task InitializeAsync()
    {
        await register.InitializeAsync();
        register.Clock.MoveTo(Today);
    }

    public Task DisposeAsync() => register.DisposeAsync();

    protected TRegister Register => register;

    /// <summary>Builds the views anew.</summary>
    protected abstract Task Rebuild();

    [Fact]
    public async Task An_application_that_led_to_nothing_is_erased_after_its_time_and_every_reading_says_so() // R36
    {
        var application = await Refused();
        var document = await Attached(application);
        var stored = await StoredBytes();

        await Erase(application).Refused(StatusCode.FailedPrecondition, "RETENTION_PERIOD");
        register.Clock.MoveTo(Today.AddYears(6).AddDays(-1));
        await Erase(application).Refused(StatusCode.FailedPrecondition, "RETENTION_PERIOD");
        register.Clock.MoveTo(Today.AddYears(6));

        var request = NewRequest();
        var erased = (await Erase(application, request)).Application;
        Assert.Equal(erased, (await Erase(application, request)).Application);
        Assert.Equal((ApplicationState.Erased, "[erased]", "[erased]"), (erased.State, erased.FullName, erased.Email));
        Assert.Null(erased.DateOfBirth);

        var row = await Shown(erased);
        Assert.Equal(erased, row);
        await ShowsNothing(erased, document);

        // What is stored is the same bytes as before, and more.
        Assert.Equal(stored, (await StoredBytes())[..stored.Count]);

        // Nothing that was kept in memory is needed for that, and a view built anew has the same row.
        await register.Restart();
        await ShowsNothing(erased, document);
        await Rebuild();
        Assert.Equal(row, await Shown(erased));
        Assert.DoesNotContain(register.Log.Lines, line => line.Contains("Forgotten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_led_to_a_registration_is_not_erased() // R36
    {
        var application = await People.Applied("statutory");
        await Erase(application).Refused(StatusCode.FailedPrecondition, "APPLICATION_OPEN");
        await People.CheckedByAda(application);
        await People.Grace.GrantApplicationAsync(new() { RequestId = NewRequest(), Name = application.Name, Reasons = "All evidence satisfactory." });
        register.Clock.MoveTo(Today.AddYears(20));
        await Erase(application).Refused(StatusCode.FailedPrecondition, "STATUTORY_RECORD");
    }

    [Fact]
    public async Task A_draft_that_nobody_went_on_with_for_six_years_is_erased() // R36
    {
        var mine = People.Applicant("given-up");
        var draft = (await mine.SaveDraftAsync(new() { RequestId = NewRequest(), Application = new() { FullName = Name } })).Application;
        await Erase(draft).Refused(StatusCode.FailedPrecondition, "RETENTION_PERIOD");
        register.Clock.MoveTo(Today.AddYears(6));
        Assert.DoesNotContain("Forgotten", (await Erase(draft)).ToString(), StringComparison.Ordinal);
        var left = (await mine.GetApplicationAsync(new() { Name = draft.Name, MinimumVersion = 2 })).Application;
        Assert.Equal((ApplicationState.Erased, ""), (left.State, left.FullName));
    }

    private AsyncUnaryCall<EraseApplicationResponse> Erase(Application application, string? request = null) =>
        People.Grace.EraseApplicationAsync(new() { RequestId = request ?? NewRequest(), Name = application.Name });

    private async Task<Application> Refused()
    {
        var application = await People.Applied("forgotten", Name);
        await People.CheckedByAda(application);
        return application;
    }

    private async Task<Document> Attached(Application application)
    {
        var content = Encoding.UTF8.GetBytes("%PDF-1.4\nA receipt.\n%%EOF\n");
        using var call = new DocumentsService.DocumentsServiceClient(register.InRole(Roles.Applicant, "forgotten")).UploadDocument();
        await call.RequestStream.WriteAsync(new()
        {
            Header = new()
            {
                RequestId = NewRequest(),
                Parent = application.Name,
                Evidence = EvidenceKind.Fee,
                MediaType = MediaType.Pdf,
                Size = content.Length,
                Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)),
            },
        });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(content) });
        await call.RequestStream.CompleteAsync();
        var document = (await call).Document;
        await People.Grace.RefuseApplicationAsync(new() { RequestId = NewRequest(), Name = application.Name, Reasons = $"{Name} is not on the pass list." });
        return document;
    }

    private async Task<Application> Shown(Application application) => await Eventually.Get(
        async () => (await People.Grace.GetApplicationAsync(new() { Name = application.Name, MinimumVersion = application.Version })).Application, a => a.State == ApplicationState.Erased);

    private async Task ShowsNothing(Application application, Document document)
    {
        var texts = new List<string>
        {
            (await Shown(application)).ToString(),
            (await People.Grace.ListApplicationsAsync(new())).ToString(),
            (await Auditor.ListEventsAsync(new() { Parent = application.Name })).ToString(),
            (await Auditor.GetStateAsync(new() { Name = application.Name })).ToString(),
        };
        using (var everything = Auditor.ReadEvents(new()))
        {
            await foreach (var e in everything.ResponseStream.ReadAllAsync())
            {
                if (e.Event.ToString().Contains(application.Name, StringComparison.Ordinal))
                    texts.Add(e.ToString());
            }
        }
        Assert.All(texts, text => Assert.DoesNotContain("Forgotten", text, StringComparison.Ordinal));
        Assert.Contains("[erased]", texts[2], StringComparison.Ordinal);
        Assert.Contains("[erased]", texts[3], StringComparison.Ordinal);

        var download = new DocumentsService.DocumentsServiceClient(register.InRole(Roles.Registrar, "grace")).DownloadDocument(new() { Name = document.Name });
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => download.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
        Assert.Equal(0L, await register.Ask("select count(*) from documents.content"));
    }

    private async Task<List<string>> StoredBytes() => await register.Services.GetRequiredService<ILedger>()
        .ReadAll(0, CancellationToken.None).Select(e => Encoding.UTF8.GetString(e.Event.Data.Span)).ToListAsync();
}

/// <inheritdoc />
public sealed class ErasureInPostgresTests() : ErasureTests<RegisterInSimulatedTime>(new())
{
    protected override async Task Rebuild()
    {
        using var call = new OperationsService.OperationsServiceClient(Register.InRole(Roles.Operator)).RebuildViews(new() { Views = { "application-worklist" } });
        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
        }
    }
}

/// <inheritdoc />
public sealed class ErasureInEventStoreDbTests() : ErasureTests<RegisterOnEventStoreDb>(new() { FirstDay = RegisterInSimulatedTime.FirstDay })
{
    protected override async Task Rebuild()
    {
        await Register.RestartWithLedgerAlone();
        await Register.Readiness(isReady: true);
    }
}
