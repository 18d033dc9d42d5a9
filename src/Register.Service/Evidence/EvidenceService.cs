using Grpc.Core;
using Register.Domain;
using Register.Domain.Evidence;
using Register.Service.Edge;
using Register.Service.Reads;
using Register.Service.Security;
using Register.Views;
using Sonographer.Register.V1;
using By = Register.Domain.Evidence.EvidenceDimension;
using Subject = Register.Domain.Evidence.EvidenceSubject;

namespace Register.Service.Evidence;

/// <summary>The evidence for Recommendation 84: who would be unregulated without this register? (R35)</summary>
public sealed class EvidenceService(ViewReader views, TimeProvider time) : Sonographer.Register.V1.EvidenceService.EvidenceServiceBase
{
    private const int StepUnlessTold = 12, LongestStep = 120;

    private readonly EvidenceCounts _counts = new(views);

    [Allow(Roles.Analyst, Roles.Auditor)]
    [ReadsNobody("Published counts, with small ones suppressed (R35).")]
    public override async Task<QueryEvidenceResponse> QueryEvidence(QueryEvidenceRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var subject = SubjectOf(read, request.Subject);
        var asAt = read.OptionalDate("as_at", request.AsAt) ?? Today;
        NotInFuture(read, "as_at", asAt);
        var rows = read.Word<By>("rows_by", request.RowsBy);
        By? columns = request.ColumnsBy == Sonographer.Register.V1.EvidenceDimension.Unspecified ? null : read.Word<By>("columns_by", request.ColumnsBy);
        if (rows == columns)
            read.Wrong("columns_by", "SAME_DIMENSION", "A dimension is not crossed with itself: choose another, or none.");
        read.Done();

        var table = (await _counts.Count(subject, [asAt], rows, columns, context.CancellationToken))[0];
        return new() { Table = EvidenceMapping.ToProto(DisclosureControl.Protect(table, Smallest), subject, asAt, rows, columns, Smallest) };
    }

    [Allow(Roles.Analyst, Roles.Auditor)]
    [ReadsNobody("Published counts, with small ones suppressed (R35).")]
    public override async Task<QueryEvidenceTrendResponse> QueryEvidenceTrend(QueryEvidenceTrendRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var subject = SubjectOf(read, request.Subject);
        var from = read.Date("from", request.From);
        var to = read.Date("to", request.To);
        NotInFuture(read, "to", to);
        if (to < from)
            read.Wrong("to", "INTERVAL_EMPTY", "The trend ends before it starts.");
        if (request.StepMonths is < 0 or > LongestStep)
            read.Wrong("step_months", "NOT_A_STEP", $"A step is 1 to {LongestStep} months.");
        var rows = read.Word<By>("rows_by", request.RowsBy);
        read.Done();

        var dates = EvidenceTrend.Points(from, to, request.StepMonths == 0 ? StepUnlessTold : request.StepMonths);
        if (dates.Length > EvidenceTrend.MostPoints)
            read.Wrong("step_months", "TOO_MANY_POINTS", $"A trend has at most {EvidenceTrend.MostPoints} dates: take a longer step.");
        read.Done();

        var points = DisclosureControl.ProtectTrend(await _counts.Count(subject, dates, rows, null, context.CancellationToken), Smallest);
        return new() { Points = { points.Zip(dates, (point, date) => EvidenceMapping.ToProto(point, subject, date, rows, null, Smallest)) } };
    }

    private static Subject SubjectOf(RequestReader read, Sonographer.Register.V1.EvidenceSubject subject) =>
        subject == Sonographer.Register.V1.EvidenceSubject.Unspecified ? Subject.Sonographers : read.Word<Subject>("subject", subject);

    private void NotInFuture(RequestReader read, string field, DateOnly date)
    {
        if (date > Today)
            read.Wrong(field, "IN_THE_FUTURE", "Nobody can be counted on a date in the future.");
    }

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());

    private int Smallest => LegalRegime.On(Today).SmallestPublishedCount;
}
