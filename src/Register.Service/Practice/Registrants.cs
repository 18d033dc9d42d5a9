using Grpc.Core;
using Register.Domain;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Edge;

namespace Register.Service.Practice;

/// <summary>Whose record a call is about, asked of the ledger: the answer takes as long whether it is the caller's or another's.</summary>
internal static class Registrants
{
    /// <summary>The owner of a practice, as the register has it now.</summary>
    public static async Task<PracticeOwner> OwnerOf(this StreamStates streams, RegistrationNumber number, ServerCallContext context)
    {
        var registrant = await streams.Load<RegistrantState, RegistrantEvent>(number.Stream, assumeNew: false, context.CancellationToken);
        return new(number, registrant.State.Entry?.Applicant);
    }

    /// <summary>Lets an applicant see their own and nothing else.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is no such registrant, or it is another and the caller an applicant.</exception>
    public static void MustBeVisible(PracticeOwner owner, ServerCallContext context)
    {
        if (owner.Holder is null || (context.Is(Roles.Applicant) && owner.Holder != context.Actor().Subject))
            throw Problems.Rejected([PracticeDecider.NoSuchRegistrant]);
    }
}
