using Google.Protobuf;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Documents;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views;
using Register.Views.Registration;
using Sonographer.Register.V1;
using Stage = Register.Domain.Applications.ApplicationStage;
using State = Register.Domain.Applications.ApplicationState;

namespace Register.Service.Documents;

/// <summary>Documents attached to applications as evidence (R9).</summary>
public sealed class DocumentsService(
    CommandBus commands, StreamStates streams, Uploads uploads, ContentStore contents, ViewReader views, ReadLog log, Readers readers, TimeProvider time)
    : Sonographer.Register.V1.DocumentsService.DocumentsServiceBase
{
    [Allow(Roles.Applicant)]
    public override async Task<UploadDocumentResponse> UploadDocument(IAsyncStreamReader<UploadDocumentRequest> requestStream, ServerCallContext context)
    {
        var read = new RequestReader();
        var header = await Uploads.Next(requestStream, context.CancellationToken) ? requestStream.Current.Header : null;
        if (header is null)
            read.Wrong("header", "REQUIRED", "An upload begins with its header.");
        read.Done();
        var requestId = read.RequestId(header!.RequestId);
        var command = DocumentMapping.Header(read, header);
        read.Done();

        // Nobody sends 20 MB to hear then that the application is closed.
        var objections = command.Decide(await Application(command.Id, context), new DecisionContext(time.GetUtcNow(), context.Actor())).Rejections;
        if (!objections.IsEmpty)
            throw Problems.Rejected(objections);
        var declared = new DeclaredContent(command.Content, command.MediaType, (int)command.Size);
        await uploads.Receive(
            requestStream, declared, content => contents.Put(command.Content, content, context.CancellationToken), context.CancellationToken);

        var attached = await commands.Send(command, requestId, context);
        var id = DocumentId.Of(command.Id, command.Evidence, command.Content);
        return attached.State.Document(id) is { } document
            ? new() { Document = DocumentMapping.ToProto(command.Id, document) }
            : throw Problems.Rejected([Rejection.Invalid("header.request_id", "REQUEST_ID_REUSED", "This request_id attached another document: choose a fresh one.")]);
    }

    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor), LogsItsReads]
    public override async Task DownloadDocument(
        DownloadDocumentRequest request, IServerStreamWriter<DownloadDocumentResponse> responseStream, ServerCallContext context)
    {
        var read = new RequestReader();
        var (id, documentId) = DocumentMapping.Name(read, request.Name);
        read.Done();

        var application = await Visible(id, context);
        var document = application.Document(documentId) ?? throw Problems.NotFound("DOCUMENT_NOT_FOUND", "The application has no such document.");
        if (application.Stage == Stage.Erased)
            throw Problems.NotFound("DOCUMENT_ERASED", "The documents of the application are erased (R36).");
        await responseStream.WriteAsync(new() { Document = DocumentMapping.ToProto(id, document) }, context.CancellationToken);
        await foreach (var chunk in contents.Read(document.Content, document.Size, context.CancellationToken))
            await responseStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(chunk) }, context.CancellationToken);
    }

    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor), LogsItsReads]
    public override async Task<ListDocumentsResponse> ListDocuments(ListDocumentsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var id = read.Resource<ApplicationId>("parent", request.Parent, "applications");
        read.Done();

        var application = await Visible(id, context);
        return new() { Documents = { application.Documents.Select(document => DocumentMapping.ToProto(id, document)) } };
    }

    // Another's application does not exist for an applicant.
    private async Task<State> Visible(ApplicationId id, ServerCallContext context)
    {
        var application = await Application(id, context);
        var isVisible = application.Submission is { } submission && (!context.Is(Roles.Applicant) || submission.Applicant == context.Actor().Subject);
        if (!isVisible)
            throw Problems.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");
        if (!context.Is(Roles.Applicant))
            await LogRead(id, context);
        return application;
    }

    // Whose documents they are, an application does not say: the entry does that it led to (R34).
    private async Task LogRead(ApplicationId id, ServerCallContext context)
    {
        var (reader, application) = (readers.Of(context), id.Stream.ToString());
        if (await views.First<RegisterEntry>(e => e.Application == application, context.CancellationToken) is { State.Entry: { } entry })
            await log.Write(reader, [entry.Number], context.CancellationToken);
    }

    private async Task<State> Application(ApplicationId id, ServerCallContext context) =>
        (await streams.Refresh<State, ApplicationEvent>(id.Stream, context.CancellationToken)).State;
}
