using Register.Client.Input;

namespace Register.Client.Evidence;

/// <summary>The evidence for Recommendation 84, on a date or as a trend.</summary>
internal static class EvidenceCommand
{
    public static RegisterCommand Declare()
    {
        var by = Typed.Word<EvidenceDimension>("--by", "What the rows are [default: other registration]");
        var and = Typed.Word<EvidenceDimension>("--and", "What the columns are");
        var subject = Typed.Word<EvidenceSubject>("--subject", "What is counted [default: sonographers]");
        var asAt = Typed.Date("--as-at", "The date [default: today]");
        var trend = new Option<bool>("--trend") { Description = "Count on many dates: with --from, --to and --every" };
        var from = Typed.Date("--from", "The first date of a trend");
        var to = Typed.Date("--to", "No date of the trend is after this one");
        var every = Typed.Count("--every", "From one date of the trend to the next, in months", "MONTHS", unlessTold: 12);
        var csv = new Option<bool>("--csv") { Description = "Answer in CSV" };
        var output = Typed.File("--output", "Write the answer to this file, in CSV");
        var command = new RegisterCommand("evidence",
            "Counts registered sonographers, or concerns: who would be unregulated without this register? Roles: analyst, auditor.",
            "register evidence --by other-registration --and region --as-at 2027-03-01",
            "register evidence --by other-registration --subject concerns",
            "register evidence --trend --from 2026-03-01 --to 2028-03-01 --every 6 --output trend.csv")
        {
            by, and, subject, asAt, trend, from, to, every, csv, output,
        };
        command.Validators.Add(result =>
        {
            var isTrend = result.GetValue(trend);
            if (isTrend && (result.GetResult(from) is null || result.GetResult(to) is null))
                result.AddError("A trend needs --from and --to.");
            if (isTrend && (result.GetResult(and) is not null || result.GetResult(asAt) is not null))
                result.AddError("A trend is of one dimension, on many dates: --and and --as-at do not go with it.");
            if (!isTrend && (result.GetResult(from) is not null || result.GetResult(to) is not null))
                result.AddError("--from and --to are of a trend: add --trend.");
        });
        return command.Does(async session =>
        {
            var rows = session.Get(by) ?? EvidenceDimension.OtherRegistration;
            var counted = session.Get(subject) ?? EvidenceSubject.Sonographers;
            var isCsv = session.Get(csv);
            if (session.Get(trend))
            {
                var request = new QueryEvidenceTrendRequest
                {
                    Subject = counted,
                    RowsBy = rows,
                    From = session.Get(from),
                    To = session.Get(to),
                    StepMonths = session.Get(every),
                };
                var response = await session.Evidence.QueryEvidenceTrendAsync(request, session.Call());
                await EvidenceOutput.Show(session, response, EvidenceGrid.Of(response.Points), isCsv, session.Get(output));
            }
            else
            {
                var request = new QueryEvidenceRequest
                {
                    Subject = counted,
                    RowsBy = rows,
                    ColumnsBy = session.Get(and) ?? EvidenceDimension.Unspecified,
                    AsAt = session.Get(asAt),
                };
                var response = await session.Evidence.QueryEvidenceAsync(request, session.Call());
                await EvidenceOutput.Show(session, response, EvidenceGrid.Of(response.Table), isCsv, session.Get(output));
            }
        });
    }
}
