using System.Globalization;
using Grpc.Core;
using Register.Domain;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Edge;
using Register.Service.Security;
using Sonographer.Register.V1;

namespace Register.Service.Reads;

/// <summary>Who read a registrant's record (R34).</summary>
public sealed class ReadLogService(ReadLog log, StreamStates streams) : Sonographer.Register.V1.ReadLogService.ReadLogServiceBase
{
    private static readonly string[] OfficersOfTheRegister = [Roles.Registrar, Roles.FtpOfficer, Roles.Panel, Roles.Accreditor, Roles.Operator];

    [Allow(Roles.Applicant, Roles.Auditor)]
    public override async Task<ListReadsResponse> ListReads(ListReadsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var number = read.Resource<RegistrationNumber>("parent", request.Parent, "registrants");
        var size = read.PageSize(request.PageSize);
        var before = long.MaxValue;
        if (read.PageToken(request.PageToken) is { } token && !long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            read.Wrong("page_token", "NOT_A_TOKEN", "A page token is what the page before gave.");
        read.Done();

        var entry = (await streams.Load<RegistrantState, RegistrantEvent>(number.Stream, assumeNew: false, context.CancellationToken)).State.Entry;
        var isOwn = entry?.Applicant == context.Actor().Subject;
        if (entry is null || !(isOwn || context.Is(Roles.Auditor)))
            throw Problems.NotFound("REGISTRANT_NOT_FOUND", "There is no such registrant.");

        var reads = await log.Of(number, before, size + 1, context.CancellationToken);
        return new()
        {
            Reads = { reads.Take(size).Select(r => isOwn ? ToRegistrant(r) : ToAuditor(r)) },
            NextPageToken = RequestReader.NextToken(reads.Count > size ? reads[size - 1].Id.ToString(CultureInfo.InvariantCulture) : null),
        };
    }

    private static RecordRead ToAuditor(LoggedRead read) => new()
    {
        ReadTime = read.At.ToProto(),
        Role = read.By.Actor.Role,
        Organisation = read.By.Actor.Organisation ?? "",
        Purpose = read.By.Purpose,
        Method = read.By.Method,
        Subject = read.By.Actor.Subject,
    };

    // Which officer it was, and what for, could tell of a case that is not published (R28).
    private static RecordRead ToRegistrant(LoggedRead read) => OfficersOfTheRegister.Contains(read.By.Actor.Role)
        ? new() { ReadTime = read.At.ToProto(), Role = "officer", Purpose = "the register's own work" }
        : new()
        {
            ReadTime = read.At.ToProto(),
            Role = read.By.Actor.Role,
            Organisation = read.By.Actor.Organisation ?? "",
            Purpose = read.By.Purpose,
        };
}
