using Register.Domain.Documents;

namespace Register.Domain.Applications;

/// <summary>Attach a document to one's own application, its content checked and stored already.</summary>
/// <param name="Size">In bytes.</param>
public sealed record AttachDocument(ApplicationId Id, EvidenceKind Evidence, ContentHash Content, MediaType MediaType, long Size)
    : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context) => DocumentDecider.Attach(this, state, context);
}

/// <summary>Decides what is attached to an application.</summary>
public static class DocumentDecider
{
    private static readonly Rejection NotFound = Rejection.NotFound("APPLICATION_NOT_FOUND", "There is no such application.");

    private static readonly Rejection Closed = Rejection.Of(
        "APPLICATION_CLOSED", "Documents are attached while the application waits for a decision: this one does not.");

    public static Decision<ApplicationEvent> Attach(AttachDocument command, ApplicationState state, DecisionContext context)
    {
        if (state.Submission?.Applicant != context.Actor.Subject)
            return NotFound;
        var id = DocumentId.Of(command.Id, command.Evidence, command.Content);
        if (state.Document(id) is not null)
            return Decision.Nothing;
        if (!state.IsLive)
            return Closed;
        var most = context.Regime.DocumentsPerApplication;
        if (state.Documents.Length >= most)
            return Rejection.Of("TOO_MANY_DOCUMENTS", $"An application has at most {most} documents.");
        return new DocumentEvent.Attached(id, command.Content, command.Evidence, command.MediaType, command.Size, context.Now);
    }
}
