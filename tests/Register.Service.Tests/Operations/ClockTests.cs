using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Operations;

public sealed class ClockTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private readonly OperationsService.OperationsServiceClient _operator = new(register.InRole("operator"));

    [Fact]
    public async Task A_simulated_clock_is_moved_on_and_never_back_not_even_by_a_restart()
    {
        Assert.True((await _operator.GetClockAsync(new())).Clock.Simulated);
        Assert.Equal(People.Date(2028, 3, 1), (await _operator.MoveClockAsync(new() { To = People.Date(2028, 3, 1) })).Clock.Today);
        await _operator.MoveClockAsync(new() { To = People.Date(2028, 2, 29) }).Refused(StatusCode.FailedPrecondition, "CLOCK_RUNS_FORWARD");

        // The day of the last event is the day on which a register that is started again goes on.
        var programme = (await new EducationService.EducationServiceClient(register.InRole("accreditor")).AccreditProgrammeAsync(
            new() { RequestId = People.NewRequest(), Programme = People.AProgramme() })).Programme;
        await register.Restart();
        var again = new OperationsService.OperationsServiceClient(register.InRole("operator"));
        Assert.Equal(People.Date(2028, 3, 1), (await again.GetClockAsync(new())).Clock.Today);
        Assert.Equal(1, programme.Version);
    }
}

public sealed class RealClockTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task The_real_time_is_not_moved()
    {
        var client = new OperationsService.OperationsServiceClient(register.InRole("operator"));
        Assert.False((await client.GetClockAsync(new())).Clock.Simulated);
        await client.MoveClockAsync(new() { To = People.Day(1) }).Refused(StatusCode.FailedPrecondition, "CLOCK_IS_REAL");
    }
}
