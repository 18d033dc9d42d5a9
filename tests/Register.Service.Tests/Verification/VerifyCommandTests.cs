using Register.Service.Tests.FitnessToPractise;
using Register.Service.Tests.Registration;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Verification;

/// <summary>`register verify` and `register me reads`, as their help says.</summary>
public sealed class VerifyCommandTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    [Fact] // R32, R33
    public async Task One_entry_is_shown_on_any_date()
    {
        var zoe = await OnTheRegister.Enter(register, "shown", "Zoë Shown");
        Assert.Contains("Zoë Shown", (await Anybody("verify", zoe.Number)).Output, StringComparison.Ordinal);
        Assert.Contains("not yet registered", (await Anybody("verify", zoe.Number, "--as-at", "2020-03-01")).Output, StringComparison.Ordinal);
        Assert.Contains(zoe.Number, (await Anybody("verify", "--name", "shwon zoe")).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await Anybody("verify", "SON999999")).ExitCode);

        var known = await CommandLine.Run(register, "auditor", null, "verify", zoe.Number, "--as-known-at", $"{register.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}");
        Assert.Contains("Zoë Shown", known.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await Anybody("verify", zoe.Number, "--as-known-at", "2026-03-02T09:30:00Z")).ExitCode);
    }

    [Fact] // R33
    public async Task A_roster_with_names_is_answered_row_by_row_and_counted()
    {
        var zoe = await OnTheRegister.Enter(register, "on-the-rota", "Zoë Rota");
        var (roster, results) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await File.WriteAllLinesAsync(roster,
                ["registration_number,full_name", $"{zoe.Number},rota zoe", $"{zoe.Number},", $"{zoe.Number},Somebody Else", "SON999999,Somebody Else", "SON0,"]);

            var shown = await Employer("verify", "--file", roster);
            Assert.Equal((0, ""), (shown.ExitCode, shown.Errors));
            Assert.Contains("5 verified, 2 found, 1 no such entry, 1 malformed, 1 name mismatch.", shown.Output, StringComparison.Ordinal);

            Assert.Equal(0, (await Employer("verify", "--file", roster, "--output", results)).ExitCode);
            var rows = (await File.ReadAllLinesAsync(results)).Skip(1).Select(row => string.Join(',', row.Split(',').Take(3))).ToList();
            Assert.Equal(
                [$"{zoe.Number},found,Zoë Rota", $"{zoe.Number},found,Zoë Rota", $"{zoe.Number},name mismatch,", "SON999999,no such entry,", "SON0,malformed,"], rows);

            Assert.Equal(3, (await Anybody("verify", "--file", roster)).ExitCode);
        }
        finally
        {
            File.Delete(roster);
            File.Delete(results);
        }
    }

    [Fact] // R31
    public async Task A_roster_written_to_a_file_ends_each_row_with_the_hearings_that_are_published()
    {
        var (zoe, other) = (await OnTheRegister.Enter(register, "heard-on-the-rota"), await OnTheRegister.Enter(register, "not-heard"));
        var work = CaseWork.In(register);
        await work.Heard(zoe.Number);
        await Eventually.Get(() => Anybody("verify", zoe.Number), shown => shown.Output.Contains("Reported scans not made.", StringComparison.Ordinal));
        var (roster, results) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await File.WriteAllLinesAsync(roster, ["registration_number", zoe.Number, other.Number, "SON999999"]);
            Assert.Equal(0, (await Employer("verify", "--file", roster, "--output", results)).ExitCode);
            var rows = (await File.ReadAllLinesAsync(results)).Select(row => row.Split(',')).ToList();
            Assert.All(rows, row => Assert.Equal(11, row.Length));
            Assert.Equal(["answered", "hearings"], rows[0][^2..]);
            Assert.Equal([$"{Domain.CivilTime.DateIn(register.Clock.GetUtcNow()):yyyy-MM-dd}: Reported scans not made.", "", ""], rows.Skip(1).Select(row => row[^1]));
            Assert.All(rows.Skip(1), row => Assert.NotEqual("", row[^2]));
        }
        finally
        {
            File.Delete(roster);
            File.Delete(results);
        }
    }

    [Fact] // R28, R34
    public async Task The_help_says_who_sees_the_purpose()
    {
        var help = (await Anybody("officer", "registrant", "--help")).Output;
        Assert.Contains("auditors see it", help, StringComparison.Ordinal);
        Assert.Contains("unless an officer of the register says it", help, StringComparison.Ordinal);
    }

    [Fact] // R34
    public async Task A_registrant_lists_who_read_their_record_and_what_for()
    {
        var zoe = await OnTheRegister.Enter(register, "curious", "Zoë Curious");
        await CommandLine.Run(register, "registrar", "ada", "officer", "registrant", zoe.Number, "--purpose", "a letter came back");
        await CommandLine.Run(register, "auditor", "ann", "officer", "registrant", zoe.Number, "--purpose", "Prüfung");

        var own = await CommandLine.Run(register, "applicant", zoe.Subject, "me", "reads");
        Assert.Contains("Prüfung", own.Output, StringComparison.Ordinal);
        Assert.Contains("officer", own.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a letter came back", own.Output, StringComparison.Ordinal);

        var all = await CommandLine.Run(register, "auditor", "ann", "audit", "reads", zoe.Number);
        Assert.Contains("a letter came back", all.Output, StringComparison.Ordinal);
        Assert.Contains("RegistrationService.GetRegistrant", all.Output, StringComparison.Ordinal);
    }

    private Task<Ran> Anybody(params string[] arguments) => CommandLine.Run(register, null, null, arguments);

    private Task<Ran> Employer(params string[] arguments) => CommandLine.Run(register, "employer", "hr", arguments);
}
