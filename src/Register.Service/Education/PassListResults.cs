using System.Collections.Immutable;
using Register.Domain;
using Register.Domain.Education;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Education;

/// <summary>The results of a pass list's rows, however often the same list is sent: they follow from the request and from what stood before it.</summary>
internal sealed class PassListResults
{
    private readonly List<Proto.PassListRow> _unreadable = [];
    private readonly List<(int Row, ListedAward Award)> _readable = [];

    /// <summary>Reads the rows, each by itself.</summary>
    public PassListResults(IReadOnlyList<Proto.Award> rows, Func<RequestReader, Proto.Award, ListedAward> read)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var reader = new RequestReader();
            var award = read(reader, rows[row]);
            if (reader.HasProblems)
                _unreadable.Add(ToProto(row, rows[row].CandidateNumber, PassListOutcome.Rejected, reader.Found));
            else
                _readable.Add((row, award));
        }
    }

    /// <summary>The awards that could be read.</summary>
    public ImmutableArray<ListedAward> Awards => [.. _readable.Select(r => r.Award)];

    /// <summary>What came of each row, in the order of the request.</summary>
    /// <exception cref="Grpc.Core.RpcException">The request id was used before, with another list.</exception>
    public async Task<IReadOnlyList<Proto.PassListRow>> Of(
        SubmitPassList list, CommandOutcome<ProgrammeState, ProgrammeEvent> done, StreamStates streams, CancellationToken cancellation)
    {
        var before = done.EventCount == 0
            ? done.State
            : (await streams.At<ProgrammeState, ProgrammeEvent>(list.Stream, done.Version - done.EventCount, cancellation)).State;
        var judged = PassListRows.Of(list, before);
        var changes = judged.Where(row => row.Changes).ToList();
        if (changes.Count != done.EventCount || changes.Any(row => done.State.Awards.GetValueOrDefault(row.Award.CandidateNumber) != row.Award))
            throw Problems.Rejected([CommandExecutor.RequestIdReused]);

        return
        [
            .. _unreadable
                .Concat(judged.Zip(_readable, (result, r) => ToProto(r.Row, r.Award.CandidateNumber, result.Outcome, result.Problems)))
                .OrderBy(row => row.Row),
        ];
    }

    private static Proto.PassListRow ToProto(int row, string candidateNumber, PassListOutcome outcome, IEnumerable<Rejection> problems) => new()
    {
        Row = row,
        CandidateNumber = candidateNumber,
        Outcome = (Proto.PassListOutcome)(int)outcome,
        Problems = { problems.Select(p => new Proto.PassListProblem { Code = p.Code, Message = p.Message, Field = p.Field ?? "" }) },
    };
}
