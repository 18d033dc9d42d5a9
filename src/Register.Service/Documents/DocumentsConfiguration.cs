namespace Register.Service.Documents;

/// <summary>What documents need.</summary>
internal static class DocumentsConfiguration
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<ContentStore>();
        services.AddSingleton<Uploads>();
    }
}
