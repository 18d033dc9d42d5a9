namespace Register.Client.Applications;

/// <summary>All the evidence that a grant needs.</summary>
internal static class EvidenceKinds
{
    public static readonly IReadOnlyList<EvidenceKind> All =
        [.. Enum.GetValues<EvidenceKind>().Where(kind => kind != EvidenceKind.Unspecified)];
}
