using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Views.Registration;
using Sonographer.Register.V1;

namespace Register.Service.Verification;

/// <summary>Answers the rows of a roster, each on its own, from one read of the register for many (R33).</summary>
internal sealed class Roster(PublishedEntries register, ReadLog log, Reader reader, TimeProvider time)
{
    /// <summary>Answers a chunk of rows, true of the instant it was asked for; whose entries it tells of is logged first (R34).</summary>
    public async Task<IReadOnlyList<VerifyRosterResponse>> Answer(IReadOnlyList<VerifyRosterRequest> requests, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = CivilTime.DateIn(now);
        var rows = requests.Select(request => new Row(request, today)).ToList();
        var entries = await register.GetMany([.. rows.Where(r => r.IsWellFormed).Select(r => r.Id)], today);
        await log.Write(reader, [.. entries.Values.Select(e => e.Entry.Number)], cancellation);
        return [.. rows.Select(row => row.Answer(entries.GetValueOrDefault(row.Id), now))];
    }

    private sealed class Row
    {
        private readonly VerifyRosterRequest _request;
        private readonly DateOnly _asAt;

        public Row(VerifyRosterRequest request, DateOnly today)
        {
            var read = new RequestReader();
            _request = request;
            _asAt = read.OptionalDate("as_at", request.AsAt) ?? today;
            if (request.FullName.Length > 0)
                read.Line("full_name", request.FullName);
            IsWellFormed = RegistrationNumber.TryParse(request.RegistrationNumber, null, out var number) && !read.HasProblems;
            Id = number.Stream.ToString();
        }

        public bool IsWellFormed { get; }

        public string Id { get; }

        public VerifyRosterResponse Answer(PublishedEntry? entry, DateTimeOffset now)
        {
            var answer = new VerifyRosterResponse { RegistrationNumber = _request.RegistrationNumber, Result = RosterResult.Malformed, AnswerTime = now.ToProto() };
            if (!IsWellFormed)
                return answer;
            if (entry is null)
                answer.Result = RosterResult.NoSuchEntry;
            else if (_request.FullName.Length > 0 && !SearchName.IsSame(_request.FullName, entry.Entry.FullName))
                answer.Result = RosterResult.NameMismatch;
            else
            {
                answer.Entry = PublicEntryMapping.ToProto(entry, _asAt, now);
                answer.Result = answer.Entry.Status == RegistrationStatus.NotRegistered ? RosterResult.NotRegistered : RosterResult.Found;
            }
            return answer;
        }
    }
}
