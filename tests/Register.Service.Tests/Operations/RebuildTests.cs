using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Npgsql;
using Register.Service.Tests.Running;
using Register.Views;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Operations;

/// <summary>Every view can be built anew from the events alone.</summary>
public sealed class RebuildTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    private readonly OperationsService.OperationsServiceClient _operator = new(register.InRole("operator"));

    [Fact]
    public async Task A_rebuild_of_every_view_gives_identical_rows()
    {
        var people = new People(register);
        var number = await people.Registered("rebuilt");
        await people.Concern(number);
        await Educated(people);
        await CaughtUp();
        var before = await Rows();
        Assert.True(before.Count >= ViewRebuilds.Names.Count);

        await Stray();
        var answers = await _operator.RebuildViews(new()).ResponseStream.ReadAllAsync().ToListAsync();

        Assert.Equal((ViewRebuilds.Names.Count, ViewRebuilds.Names.Count), (answers[^1].DoneCount, answers[^1].TotalCount));
        await CaughtUp();
        Assert.Equal(before, await Rows());

        // The views go on from where they were built to.
        await people.Accredited();
        await people.Registered("after-the-rebuild");
        await CaughtUp();
        await Eventually.Get(async () => (await register.Http.GetAsync("/health/ready")).StatusCode, s => s == HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_a_view_is_rebuilt_nobody_on_the_register_is_said_not_to_be()
    {
        var people = new People(register);
        var number = await people.Registered("checked-meanwhile");
        var codes = new ConcurrentBag<StatusCode>();
        using var stop = new CancellationTokenSource();
        var checks = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                codes.Add(await CodeOf(people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number }, cancellationToken: CancellationToken.None)));
        });

        await Eventually.Get(() => Task.FromResult(codes.Contains(StatusCode.OK)), answered => answered);
        for (var i = 0; i < 3; i++)
            await _operator.RebuildViews(new() { Views = { "register-entry" } }).ResponseStream.ReadAllAsync().ToListAsync();
        await stop.CancelAsync();
        await checks;

        Assert.DoesNotContain(StatusCode.NotFound, codes); // R33
        Assert.Contains(StatusCode.OK, codes);
    }

    [Fact]
    public async Task A_view_that_there_is_not_is_an_invalid_argument()
    {
        var call = _operator.RebuildViews(new() { Views = { "nonsense" } }).ResponseStream;
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.MoveNext());
        Assert.Equal((StatusCode.InvalidArgument, "UNKNOWN_VIEW"), (refusal.StatusCode, refusal.Reason()));
    }

    // Accreditation that was renewed and withdrawn, awards that were corrected and ratified, and an apprentice.
    private async Task Educated(People people)
    {
        var degree = People.AProgramme("Rebuilt");
        (degree.Award, degree.AcademicLevel) = ("BSc (Hons)", 6);
        degree = (await people.Accreditor.AccreditProgrammeAsync(new() { RequestId = People.NewRequest(), Programme = degree })).Programme;
        await people.Accreditor.RenewAccreditationAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = degree.Name,
            AccreditedFrom = People.Date(2036, 9, 1),
            AccreditedTo = People.Date(2041, 8, 31),
        });
        await people.Accreditor.WithdrawAccreditationAsync(
            new() { RequestId = People.NewRequest(), Programme = degree.Name, WithdrawnFrom = People.Date(2038, 9, 1), Reason = "It closes." });

        var award = await people.Listed(degree, "Misspelt");
        award.FullName = "Spelt";
        await people.ProviderOffice.SubmitPassListAsync(new()
        {
            RequestId = People.NewRequest(),
            Programme = degree.Name,
            CohortStart = People.Day(-900),
            CorrectionReason = "A name.",
            Awards = { award },
        });
        var office = new ApprenticeshipService.ApprenticeshipServiceClient(register.InRole("education-provider", "office", People.Provider));
        await office.EnrolApprenticeAsync(new()
        {
            RequestId = People.NewRequest(),
            Apprenticeship = new()
            {
                Programme = degree.Name,
                FullName = "Nadia Rahman",
                DateOfBirth = People.Date(2001, 5, 30),
                Employer = "RR8",
                StartedOn = People.Day(-30),
            },
        });
    }

    private static async Task<StatusCode> CodeOf(AsyncUnaryCall<VerifyRegistrationResponse> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    // What no event leads to, as after a ledger was put back to an older day.
    private async Task Stray()
    {
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var write = source.CreateCommand("""
            insert into published.entry (id, sort_key, name, entry) values ('registrant-SON999999', 'z', 'z', '{}');
            insert into published.line values ('registrant-SON999999', 0, '2026-01-01', '2026-01-01', '{}')
            """);
        await write.ExecuteNonQueryAsync();
    }

    private Task<ListViewsResponse> CaughtUp() => Eventually.Get(
        () => _operator.ListViewsAsync(new()).ResponseAsync, r => r.Views.All(v => v.Position == v.LedgerPosition));

    private async Task<IReadOnlyList<string>> Rows()
    {
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        var rows = new List<string>();
        string[] documents = ["programmeview", "apprenticeshipview", "applicationview", "registerentry", "caseview", "auditentry"];
        foreach (var select in documents.Select(d => $"select '{d} ' || data::text from register.mt_doc_{d} order by id")
            .Append("select 'published ' || e::text from published.entry as e order by id")
            .Append("select 'line ' || l::text from published.line as l order by entry, position"))
        {
            await using var command = source.CreateCommand(select);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
