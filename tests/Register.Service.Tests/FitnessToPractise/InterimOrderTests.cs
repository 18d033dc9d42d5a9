using Grpc.Core;
using Register.Domain;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.FitnessToPractise;

/// <summary>An interim order and its two clocks (R24).</summary>
public sealed class InterimOrderTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R2, R24
    public async Task An_order_is_reviewed_is_extended_by_the_court_and_ends_by_itself()
    {
        var registrant = await OnTheRegister.Enter(register, "interim");
        var work = CaseWork.In(register);
        await work.Raised(registrant.Number);
        var start = CivilTime.DateIn(register.Clock.GetUtcNow());
        var last = start.AddMonths(18).AddDays(-1);
        Assert.Equal(Of(start.AddMonths(6)), (await work.Imposed("panel-io", last.DayNumber - start.DayNumber)).InterimOrder.ReviewBy);

        // Overdue is shown, found by the list, and ends nothing.
        register.Clock.MoveTo(start.AddMonths(6).AddDays(1));
        var overdue = await Eventually.Get(work.Now, c => c.InterimOrder is not null);
        Assert.Equal((true, true), (overdue.InterimOrder.InForce, overdue.InterimOrder.ReviewOverdue));
        Assert.Contains(work.Name, await Due(work, 0));

        var review = new ReviewInterimOrderRequest { RequestId = People.NewRequest(), Name = work.Name, Outcome = InterimReviewOutcome.Continue, Reasons = "The same." };
        var reviewed = (await work.Panel("panel-io").ReviewInterimOrderAsync(review)).Case;
        Assert.Equal((false, Of(Today.AddMonths(3))), (reviewed.InterimOrder.ReviewOverdue, reviewed.InterimOrder.ReviewBy));
        await Eventually.Get(() => Due(work, 0), due => !due.Contains(work.Name));

        // Its last day, then the court's.
        register.Clock.MoveTo(last);
        var extend = new ExtendInterimOrderRequest { RequestId = People.NewRequest(), Name = work.Name, CourtReference = "CO/17/2027", Until = Of(last.AddYears(1).AddDays(1)) };
        await work.Officer.ExtendInterimOrderAsync(extend).Refused(StatusCode.FailedPrecondition, "EXTENSION_TOO_LONG");
        extend.Until = Of(last.AddDays(60));
        var extended = (await work.Officer.ExtendInterimOrderAsync(extend)).Case;
        Assert.Equal(extend.Until, extended.InterimOrder.Until);
        Assert.Equal("CO/17/2027", Assert.Single(extended.InterimOrder.Extensions).CourtReference);

        register.Clock.MoveTo(last.AddDays(60));
        Assert.True((await Eventually.Get(work.Now, c => c.InterimOrder is { Extensions.Count: 1 })).InterimOrder.InForce);
        register.Clock.MoveTo(last.AddDays(61));
        var ended = await work.Now();
        Assert.Equal((false, CaseState.Open), (ended.InterimOrder.InForce, ended.State));
        await work.Panel("panel-io").RevokeInterimOrderAsync(new() { RequestId = People.NewRequest(), Name = work.Name })
            .Refused(StatusCode.FailedPrecondition, "NO_INTERIM_ORDER");
    }

    private DateOnly Today => CivilTime.DateIn(register.Clock.GetUtcNow());

    private static Google.Type.Date Of(DateOnly day) => People.Date(day.Year, day.Month, day.Day);

    private static async Task<IReadOnlyList<string>> Due(CaseWork work, int days) =>
        [.. (await work.Officer.ListCasesAsync(new() { PageSize = 1000, InterimReviewBefore = work.Day(days) })).Cases.Select(c => c.Name)];
}
