using Register.Domain.Applications;
using Register.Domain.Documents;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Documents;

/// <summary>Documents between the contract and the domain.</summary>
internal static class DocumentMapping
{
    public static AttachDocument Header(RequestReader read, Proto.UploadHeader header)
    {
        var id = read.Resource<ApplicationId>("header.parent", header.Parent, "applications");
        var evidence = read.Word<EvidenceKind>("header.evidence", header.Evidence);
        var mediaType = read.Word<MediaType>("header.media_type", header.MediaType);
        if (!ContentHash.TryParse(header.Sha256, null, out var hash))
            read.Wrong("header.sha256", header.Sha256.Length == 0 ? "REQUIRED" : "NOT_A_SHA256", "A SHA-256 is 64 small hexadecimal digits.");
        if (header.Size <= 0)
            read.Wrong("header.size", "REQUIRED", "The size of the content in bytes is required.");
        if (header.Size > Uploads.LargestContent)
            read.Wrong("header.size", "TOO_LARGE", $"A document is at most {Uploads.LargestContent} bytes.");
        return new(id, evidence, hash, mediaType, header.Size);
    }

    public static (ApplicationId, DocumentId) Name(RequestReader read, string name)
    {
        if (name.Split('/') is ["applications", var application, "documents", var document]
            && ApplicationId.TryParse(application, null, out var id) && DocumentId.TryParse(document, null, out var documentId))
            return (id, documentId);
        read.Wrong("name", name.Length == 0 ? "REQUIRED" : "NOT_A_NAME", "The name of a document is applications/…/documents/….");
        return default;
    }

    public static Proto.Document ToProto(ApplicationId application, DocumentEvent.Attached document) => new()
    {
        Name = $"applications/{application}/documents/{document.Document}",
        Evidence = (Proto.EvidenceKind)(int)document.Evidence,
        MediaType = (Proto.MediaType)(int)document.MediaType,
        Sha256 = document.Content.ToString(),
        Size = document.Size,
        AttachTime = document.At.ToProto(),
    };
}
