using System.Text;
using Register.Domain;
using Register.EventStore;
using Register.EventStore.Ledger;

namespace Register.Benchmarks;

/// <summary>Events as they are written down, of the usual size.</summary>
internal static class Samples
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("""
        {"fullName":"Zoë O'Brien","dateOfBirth":"1995-02-28","email":"zoe@example.org","practiceTown":"Carlisle",
        "programme":"0189f7ea-ae2c-7809-8aeb-b819cf5e9e7f","candidateNumber":"C1","feeReference":"FEE-1",
        "declarations":{"indemnity":true,"truthful":true},"submittedOn":"2026-11-24"}
        """);

    /// <summary>An event like all others, with an id of its own.</summary>
    public static StoredEvent Event() => new(Guid.NewGuid(), "application-submitted", Data, new EventMetadata(
        Guid.NewGuid(), "SubmitApplication", new Actor("applicant-1", Roles.Applicant, null), DateTimeOffset.UnixEpoch, "correlation"));
}
