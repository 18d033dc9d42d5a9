using System.Diagnostics;
using Register.Domain.Documents;

namespace Register.Domain.Applications;

/// <summary>Documents that an applicant attached as evidence (R9). No file name: it may tell who the person is.</summary>
public abstract record DocumentEvent : ApplicationEvent
{
    /// <summary>A document was attached; its content is stored once, by its hash, apart from the events.</summary>
    /// <param name="Size">In bytes.</param>
    public sealed record Attached(
        DocumentId Document, ContentHash Content, EvidenceKind Evidence, MediaType MediaType, long Size, DateTimeOffset At) : DocumentEvent;
}

/// <summary>An application's documents, as its events made them.</summary>
public static class ApplicationDocuments
{
    /// <summary>The application after one more of these events.</summary>
    public static ApplicationState Evolve(ApplicationState state, DocumentEvent e) => e switch
    {
        DocumentEvent.Attached a => state with { Documents = state.Documents.Add(a) },
        _ => throw new UnreachableException(),
    };

    /// <summary>One document; null when the application has no such document.</summary>
    public static DocumentEvent.Attached? Document(this ApplicationState state, DocumentId id) => state.Documents.FirstOrDefault(d => d.Document == id);
}
