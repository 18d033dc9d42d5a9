using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Evidence;

/// <summary>Who would be unregulated without this register, and nobody found out by counting.</summary>
public sealed class EvidenceTests(RegisterWithSonographers register) : IClassFixture<RegisterWithSonographers>
{
    private readonly EvidenceService.EvidenceServiceClient _analyst = new(register.InRole("analyst"));

    [Fact] // R35
    public async Task An_analyst_learns_how_many_are_on_no_other_register_and_small_counts_are_hidden()
    {
        var table = await Complete(EvidenceDimension.OtherRegistration);
        Assert.Equal("NONE 9, HCPC 12, NMC c, GMC c, MORE_THAN_ONE 0, TOTAL 31", OneWay(table));
        Assert.Equal((2, 5, false), (table.HiddenCount, table.SmallestPublishedCount, table.CountsAreas));
    }

    [Fact] // R35
    public async Task The_margins_of_a_crossed_table_are_the_tables_of_one_dimension()
    {
        var both = await Complete(EvidenceDimension.OtherRegistration, EvidenceDimension.Region);
        var rows = await Complete(EvidenceDimension.OtherRegistration);
        var columns = await Complete(EvidenceDimension.Region);

        Assert.Equal(rows.Rows.Select(r => r.Counts[0]), both.Rows.Select(r => r.Counts[^1]));
        Assert.Equal(columns.Rows.Select(r => r.Counts[0]), both.Rows[^1].Counts);
        Assert.Equal(columns.Rows.Select(r => r.Category), both.Columns);
        var none = both.Rows.Single(r => r.Category == "NONE");
        Assert.False(none.Counts[both.Columns.IndexOf("NOT_RECORDED")].HasValue);
        Assert.False(none.Counts[both.Columns.IndexOf("LONDON")].HasValue); // 9 less 6 would tell the 3
        Assert.Equal(12, both.Rows.Single(r => r.Category == "HCPC").Counts[both.Columns.IndexOf("NORTH_EAST_AND_YORKSHIRE")].Value);
    }

    [Fact]
    public async Task A_person_counts_in_each_practice_area_and_the_answer_says_so()
    {
        var table = await Complete(EvidenceDimension.PracticeArea, total: 47);
        Assert.True(table.CountsAreas);
        Assert.Equal((31, 16), (Value(table, "OBSTETRIC"), Value(table, "VASCULAR")));
    }

    [Fact] // R2, R21
    public async Task Nobody_is_counted_before_they_entered_or_after_they_lapsed_but_for_those_whose_case_holds_them()
    {
        await Complete(EvidenceDimension.OtherRegistration);
        await TenHeld();
        foreach (var (date, total) in new[] { (People.Date(2026, 3, 1), 0), (People.Date(2026, 3, 2), 31), (People.Date(2028, 2, 28), 31), (People.Date(2028, 2, 29), 10) })
        {
            var response = await _analyst.QueryEvidenceAsync(new() { RowsBy = EvidenceDimension.EntryRoute, AsAt = date });
            Assert.Equal(total, Value(response.Table, "TOTAL"));
        }
    }

    [Fact] // R35
    public async Task A_trend_has_a_table_for_each_date()
    {
        await Complete(EvidenceDimension.OtherRegistration);
        var trend = await _analyst.QueryEvidenceTrendAsync(new()
        {
            RowsBy = EvidenceDimension.OtherRegistration,
            From = People.Date(2026, 3, 1),
            To = People.Date(2027, 3, 1),
            StepMonths = 12,
        });
        Assert.Equal([People.Date(2026, 3, 1), People.Date(2027, 3, 1)], trend.Points.Select(p => p.AsAt));
        Assert.Equal(
            [
                "NONE 0, HCPC 0, NMC 0, GMC 0, MORE_THAN_ONE 0, TOTAL 0",
                "NONE 9, HCPC 12, NMC c, GMC c, MORE_THAN_ONE 0, TOTAL 31",
            ],
            trend.Points.Select(OneWay));
    }

    [Fact] // R35
    public async Task Concerns_that_no_other_regulator_could_have_taken_are_counted()
    {
        var table = await Eventually.Get(
            async () => (await _analyst.QueryEvidenceAsync(new() { Subject = EvidenceSubject.Concerns, RowsBy = EvidenceDimension.OtherRegistration })).Table,
            t => Value(t, "TOTAL") == 10);
        Assert.Equal("NONE c, HCPC c, NMC 0, GMC 0, MORE_THAN_ONE 0, TOTAL 10", OneWay(table));
    }

    [Fact]
    public async Task Analysts_and_auditors_count_and_nobody_else()
    {
        foreach (var role in new[] { "applicant", "registrar", "employer", "operator" })
        {
            var other = new EvidenceService.EvidenceServiceClient(register.InRole(role, organisation: role == "employer" ? "RR8" : null));
            await other.QueryEvidenceAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
            await other.QueryEvidenceTrendAsync(new()).Refused(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        }
        await new EvidenceService.EvidenceServiceClient(register.InRole("auditor")).QueryEvidenceAsync(new() { RowsBy = EvidenceDimension.Setting });
    }

    [Fact]
    public async Task Bad_questions_are_told_by_field_all_at_once()
    {
        var future = await _analyst.QueryEvidenceAsync(new() { Subject = (EvidenceSubject)9, AsAt = People.Date(2028, 4, 2) })
            .Refused(StatusCode.InvalidArgument, "UNKNOWN_VALUE");
        Assert.Equal(["subject", "as_at", "rows_by"], future.Fields());
        var same = await _analyst.QueryEvidenceAsync(new() { RowsBy = EvidenceDimension.Region, ColumnsBy = EvidenceDimension.Region })
            .Refused(StatusCode.InvalidArgument, "SAME_DIMENSION");
        Assert.Equal(["columns_by"], same.Fields());
        var backwards = await _analyst.QueryEvidenceTrendAsync(new() { From = People.Date(2028, 1, 1), To = People.Date(2027, 1, 1), StepMonths = -1 })
            .Refused(StatusCode.InvalidArgument, "INTERVAL_EMPTY");
        Assert.Equal(["to", "step_months", "rows_by"], backwards.Fields());
        await _analyst.QueryEvidenceTrendAsync(
            new() { From = People.Date(2020, 1, 1), To = People.Date(2028, 1, 1), StepMonths = 1, RowsBy = EvidenceDimension.Region })
            .Refused(StatusCode.InvalidArgument, "TOO_MANY_POINTS");
    }

    // The views come after the events: until then fewer are counted.
    private Task<EvidenceTable> Complete(EvidenceDimension rows, EvidenceDimension columns = EvidenceDimension.Unspecified, int total = 31) => Eventually.Get(
        async () =>
        {
            var others = (await _analyst.QueryEvidenceAsync(new() { RowsBy = EvidenceDimension.OtherRegistration, AsAt = People.Date(2027, 3, 1) })).Table;
            var places = (await _analyst.QueryEvidenceAsync(new() { RowsBy = EvidenceDimension.Setting, AsAt = People.Date(2027, 3, 1) })).Table;
            var table = (await _analyst.QueryEvidenceAsync(new() { RowsBy = rows, ColumnsBy = columns, AsAt = People.Date(2027, 3, 1) })).Table;
            return Value(others, "HCPC") == 12 && Value(places, "TOTAL") == 31 && places.HiddenCount == 2 ? table : null;
        },
        table => table?.Rows[^1].Counts[^1].Value == total)!;

    // The holds follow the concerns by reaction.
    private Task<EvidenceTable> TenHeld() => Eventually.Get(
        async () => (await _analyst.QueryEvidenceAsync(new() { RowsBy = EvidenceDimension.EntryRoute, AsAt = People.Date(2028, 2, 29) })).Table,
        table => Value(table, "TOTAL") == 10);

    private static int? Value(EvidenceTable table, string category) =>
        table.Rows.Single(r => r.Category == category).Counts[^1] is { HasValue: true } count ? count.Value : null;

    private static string OneWay(EvidenceTable table) =>
        string.Join(", ", table.Rows.Select(r => $"{r.Category} {(r.Counts[0].HasValue ? r.Counts[0].Value : "c")}"));
}
