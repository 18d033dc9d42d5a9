using Register.Client.Input;

namespace Register.Client.Documents;

/// <summary>The documents of an application, for its owner and for officers.</summary>
internal static class DocumentCommands
{
    /// <param name="group">The group of commands it stands in.</param>
    public static RegisterCommand List(string group)
    {
        var application = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");
        return new RegisterCommand("documents", "Lists the documents of an application. Roles: applicant (own), registrar, auditor.",
            $"register {group} documents applications/9a2b")
        {
            application,
        }.Does(async session =>
        {
            var response = await session.Documents.ListDocumentsAsync(new ListDocumentsRequest { Parent = session.Get(application) }, session.Call());
            session.Output.List(response.Documents, DocumentPresentation.Document);
        });
    }

    /// <param name="group">The group of commands it stands in.</param>
    public static RegisterCommand Fetch(string group)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The document", HelpName = "applications/ID/documents/ID" };
        var output = Typed.File("--output", "Where to write it; a file that is there already is not overwritten", required: true);
        return new RegisterCommand("document", "Fetches a document into a file. Roles: applicant (own), registrar, auditor.",
            $"register {group} document applications/9a2b/documents/77aa --output passport.pdf")
        {
            document, output,
        }.Does(session => Download.To(session.Get(output)!, session.Get(document)!, session));
    }
}
