using Register.Domain.Evidence;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Evidence;

/// <summary>Published tables as the contract shows them.</summary>
internal static class EvidenceMapping
{
    private const string Total = "TOTAL";

    public static Proto.EvidenceTable ToProto(
        PublishedTable table, EvidenceSubject subject, DateOnly asAt, EvidenceDimension rows, EvidenceDimension? columns, int smallest) => new()
        {
            Subject = (Proto.EvidenceSubject)(int)subject,
            AsAt = asAt.ToProto(),
            RowsBy = (Proto.EvidenceDimension)(int)rows,
            ColumnsBy = (Proto.EvidenceDimension)(int)(columns ?? 0),
            Columns = { table.Columns.Append(Total) },
            Rows = { table.Rows.Append(Total).Select((category, r) => Row(table, category, r)) },
            HiddenCount = table.HiddenCount,
            SmallestPublishedCount = smallest,
            CountsAreas = rows == EvidenceDimension.PracticeArea || columns == EvidenceDimension.PracticeArea,
        };

    private static Proto.EvidenceRow Row(PublishedTable table, string category, int row) => new()
    {
        Category = category,
        Counts = { Enumerable.Range(0, table.Columns.Length + 1).Select(c => Count(table[row, c])) },
    };

    private static Proto.EvidenceCount Count(int? published)
    {
        var count = new Proto.EvidenceCount();
        if (published is { } value)
            count.Value = value;
        return count;
    }
}
