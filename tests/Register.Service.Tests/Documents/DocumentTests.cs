using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Documents;

/// <summary>Evidence documents: what is attached is what was sent, and nothing else is kept (R9).</summary>
public sealed class DocumentTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private const int Chunk = 256 * 1024;

    private readonly People _people = new(register);

    private DocumentsService.DocumentsServiceClient Officer => new(register.InRole("registrar", "ada"));

    [Theory]
    [InlineData(6)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(20_000_000)]
    public async Task A_document_comes_back_as_it_was_sent(int size)
    {
        var application = await _people.Applied($"size-{size}");
        var content = Pdf(size);
        var document = await Upload($"size-{size}", Header(application, content), content);

        Assert.Equal((EvidenceKind.Identity, MediaType.Pdf, (long)size), (document.Evidence, document.MediaType, document.Size));
        Assert.Equal(content, await Content(Officer, document));
        Assert.Equal(content, await Content(Applicant($"size-{size}"), document));
        Assert.Equal([document], (await Officer.ListDocumentsAsync(new() { Parent = application.Name })).Documents);
    }

    [Fact]
    public async Task The_same_request_attaches_once_and_gets_the_same_answer()
    {
        var application = await _people.Applied("twice");
        var content = Pdf(1000);
        var header = Header(application, content);
        var first = await Upload("twice", header, content);

        Assert.Equal(first, await Upload("twice", header, content));
        var history = await _people.Auditor.ListEventsAsync(new() { Parent = application.Name });
        Assert.Single(history.Events, e => e.Type == "document-attached");
    }

    [Fact]
    public async Task The_same_content_of_many_applications_is_stored_once()
    {
        var content = Pdf(5000);
        var documents = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var application = await _people.Applied($"shared-{i}");
            return await Upload($"shared-{i}", Header(application, content), content);
        }));

        Assert.Equal(8, documents.Select(d => d.Name).Distinct().Count());
        Assert.Equal(1, await Stored(content));
    }

    [Fact]
    public async Task A_request_id_that_attached_another_document_is_refused()
    {
        var application = await _people.Applied("reused");
        var (one, other) = (Pdf(10), Pdf(20));
        var header = Header(application, one);
        await Upload("reused", header, one);
        await Refused("reused", With(Header(application, other), h => h.RequestId = header.RequestId), [other], StatusCode.InvalidArgument, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task What_is_not_as_its_header_says_is_refused_and_not_kept()
    {
        var application = await _people.Applied("liar");
        var content = Pdf(1000);
        var header = Header(application, content);

        await Refused("liar", With(header, h => h.Sha256 = new string('0', 64)), [content], StatusCode.InvalidArgument, "HASH_MISMATCH");
        await Refused("liar", With(header, h => h.MediaType = MediaType.Png), [content], StatusCode.InvalidArgument, "MEDIA_TYPE_MISMATCH");
        await Refused("liar", With(header, h => h.Size = 999), [content], StatusCode.InvalidArgument, "SIZE_MISMATCH");
        await Refused("liar", With(header, h => h.Size = 1001), [content], StatusCode.InvalidArgument, "SIZE_MISMATCH");
        await Refused("liar", header, [], StatusCode.InvalidArgument, "SIZE_MISMATCH");

        Assert.Empty((await Officer.ListDocumentsAsync(new() { Parent = application.Name })).Documents);
        Assert.Equal(0, await Stored(content));
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_refused_before_it_is_sent()
    {
        var application = await _people.Applied("large");
        var header = With(Header(application, Pdf(10)), h => h.Size = 20_000_001);
        await Refused("large", header, [], StatusCode.InvalidArgument, "TOO_LARGE");
    }

    [Fact]
    public async Task A_chunk_that_is_too_large_is_refused()
    {
        var application = await _people.Applied("chunky");
        var content = Pdf((1024 * 1024) + 1);
        await Refused("chunky", Header(application, content), [content], StatusCode.InvalidArgument, "CHUNK_TOO_LARGE");
    }

    [Fact]
    public async Task Everything_wrong_with_a_header_is_said_at_once()
    {
        using var call = Applicant("headless").UploadDocument();
        await call.RequestStream.WriteAsync(new() { Header = new() });
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal(
            ["request_id", "header.parent", "header.evidence", "header.media_type", "header.sha256", "header.size"], refusal.Fields());
    }

    [Fact]
    public async Task An_upload_begins_with_its_header_and_has_one()
    {
        using var none = Applicant("headless").UploadDocument();
        await none.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(Pdf(10)) });
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () => await none)).StatusCode);

        using var nothing = Applicant("headless").UploadDocument();
        await nothing.RequestStream.CompleteAsync();
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () => await nothing)).StatusCode);

        var application = await _people.Applied("two-headed");
        var header = Header(application, Pdf(10));
        using var two = Applicant("two-headed").UploadDocument();
        await two.RequestStream.WriteAsync(new() { Header = header });
        await two.RequestStream.WriteAsync(new() { Header = header });
        Assert.Equal("HEADER_TWICE", (await Assert.ThrowsAsync<RpcException>(async () => await two)).Reason());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_attaches_nothing_and_can_be_sent_again()
    {
        var application = await _people.Applied("broken");
        var content = Pdf(20_000_000);
        var header = Header(application, content);
        for (var i = 0; i < 12; i++) // more often than there is room for at once: it is given back
        {
            using var stop = new CancellationTokenSource();
            using var call = Applicant("broken").UploadDocument(cancellationToken: stop.Token);
            await call.RequestStream.WriteAsync(new() { Header = header });
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(content, 0, 50_000) });
            await stop.CancelAsync();
            Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        }

        Assert.Empty((await Officer.ListDocumentsAsync(new() { Parent = application.Name })).Documents);
        Assert.Equal(0, await Stored(content));
        Assert.Equal(content.Length, (await Upload("broken", header, content)).Size);
        Assert.DoesNotContain(register.Log.Lines, line => line.Contains("UploadDocument failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_uploads_at_once_do_not_hold_each_other_up()
    {
        var uploads = Enumerable.Range(0, 24).Select(async i =>
        {
            var application = await _people.Applied($"many-{i}");
            var content = Pdf(2_000_000);
            return await Content(Officer, await Upload($"many-{i}", Header(application, content), content)) is var back && back.SequenceEqual(content);
        });
        Assert.All(await Task.WhenAll(uploads), Assert.True);
    }

    [Fact]
    public async Task When_there_is_no_room_for_another_upload_it_is_told_to_come_back_and_then_there_is()
    {
        await using var own = new Own();
        await own.Register.InitializeAsync();
        var people = new People(own.Register);
        var client = new DocumentsService.DocumentsServiceClient(own.Register.InRole("applicant", "crowd"));
        var application = await people.Applied("crowd");
        using var leave = new CancellationTokenSource();
        var content = Pdf(20_000_000);
        var one = Pdf(1000); // the same each time, which is one document however often it is sent
        var open = new List<AsyncClientStreamingCall<UploadDocumentRequest, UploadDocumentResponse>>();

        // There is room for ten; a small one that comes in between may cost some of them their place.
        for (var i = 0; i < 20; i++)
        {
            var call = client.UploadDocument(cancellationToken: leave.Token);
            await call.RequestStream.WriteAsync(new() { Header = With(Header(application, content), h => h.Evidence = EvidenceKind.Fee) });
            open.Add(call);
        }

        Assert.Equal("UPLOADS_BUSY", await Eventually.Get(Outcome, outcome => outcome != "attached"));
        await leave.CancelAsync();
        Assert.Equal("attached", await Eventually.Get(Outcome, outcome => outcome == "attached"));
        open.ForEach(call => call.Dispose());

        async Task<string?> Outcome()
        {
            using var call = client.UploadDocument();
            await Send(call, Header(application, one), [one]);
            try
            {
                await call;
                return "attached";
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                return e.Reason();
            }
        }
    }

    [Fact]
    public async Task For_an_applicant_another_applicants_documents_do_not_exist()
    {
        var application = await _people.Applied("document-owner");
        var content = Pdf(100);
        var document = await Upload("document-owner", Header(application, content), content);

        await Refused("document-thief", Header(application, content), [content], StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        await Applicant("document-thief").ListDocumentsAsync(new() { Parent = application.Name }).Refused(StatusCode.NotFound, "APPLICATION_NOT_FOUND");
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Content(Applicant("document-thief"), document));
        Assert.Equal((StatusCode.NotFound, "APPLICATION_NOT_FOUND"), (refusal.StatusCode, refusal.Reason()));

        // Nor by way of an application of one's own.
        var own = await _people.Applied("document-thief");
        var elsewhere = new Document { Name = document.Name.Replace(application.Name, own.Name, StringComparison.Ordinal) };
        refusal = await Assert.ThrowsAsync<RpcException>(() => Content(Applicant("document-thief"), elsewhere));
        Assert.Equal((StatusCode.NotFound, "DOCUMENT_NOT_FOUND"), (refusal.StatusCode, refusal.Reason()));
    }

    [Fact]
    public async Task Nothing_is_attached_to_an_application_that_has_ended()
    {
        var application = await _people.Applied("ended");
        await _people.Applicant("ended").WithdrawApplicationAsync(new() { RequestId = People.NewRequest(), Name = application.Name });
        var content = Pdf(10);
        await Refused("ended", Header(application, content), [content], StatusCode.FailedPrecondition, "APPLICATION_CLOSED");
        Assert.Equal(0, await Stored(content));
    }

    [Theory]
    [InlineData("accreditor")]
    [InlineData("panel")]
    [InlineData("analyst")]
    public async Task Documents_are_for_their_owner_registrars_and_auditors(string role)
    {
        var client = new DocumentsService.DocumentsServiceClient(register.InRole(role));
        await client.ListDocumentsAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Content(client, new Document()));
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        using var upload = client.UploadDocument();
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await upload)).StatusCode);
    }

    [Fact]
    public async Task A_document_that_is_named_wrongly_is_an_invalid_argument()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Content(Officer, new Document { Name = "documents/1" }));
        Assert.Equal((StatusCode.InvalidArgument, "NOT_A_NAME"), (refusal.StatusCode, refusal.Reason()));
    }

    private sealed class Own : IAsyncDisposable
    {
        public RunningRegister Register { get; } = new();

        public async ValueTask DisposeAsync() => await Register.DisposeAsync();
    }

    private static byte[] Pdf(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        "%PDF-"u8.CopyTo(content);
        return content;
    }

    private static UploadHeader Header(Application application, byte[] content) => new()
    {
        RequestId = People.NewRequest(),
        Parent = application.Name,
        Evidence = EvidenceKind.Identity,
        MediaType = MediaType.Pdf,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        Size = content.Length,
    };

    private static UploadHeader With(UploadHeader header, Action<UploadHeader> change)
    {
        var changed = header.Clone();
        changed.RequestId = People.NewRequest();
        change(changed);
        return changed;
    }

    private static async Task<byte[]> Content(DocumentsService.DocumentsServiceClient client, Document document)
    {
        using var call = client.DownloadDocument(new() { Name = document.Name });
        var content = new MemoryStream();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            part.Chunk.WriteTo(content);
        return content.ToArray();
    }

    private DocumentsService.DocumentsServiceClient Applicant(string subject) => new(register.InRole("applicant", subject));

    private async Task<Document> Upload(string subject, UploadHeader header, byte[] content)
    {
        using var call = Applicant(subject).UploadDocument();
        await Send(call, header, [.. content.Chunk(Chunk)]);
        return (await call).Document;
    }

    private async Task Refused(string subject, UploadHeader header, IReadOnlyList<byte[]> chunks, StatusCode code, string reason)
    {
        using var call = Applicant(subject).UploadDocument();
        await Send(call, header, chunks);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal((code, reason), (refusal.StatusCode, refusal.Reason()));
    }

    private static async Task Send(AsyncClientStreamingCall<UploadDocumentRequest, UploadDocumentResponse> call, UploadHeader header, IEnumerable<byte[]> chunks)
    {
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = header });
            foreach (var chunk in chunks)
                await call.RequestStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // Answered before the end.
        }
    }

    private async Task<long> Stored(byte[] content)
    {
        await using var database = NpgsqlDataSource.Create(register.ConnectionString);
        await using var exists = database.CreateCommand("select to_regclass('documents.content') is not null");
        if (!(bool)(await exists.ExecuteScalarAsync())!)
            return 0;
        await using var count = database.CreateCommand("select count(*) from documents.content where sha256 = $1");
        count.Parameters.Add(new() { Value = SHA256.HashData(content) });
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
