namespace Register.Service.Tests.Running;

/// <summary>A register that starts on 2 March 2026, just after a renewal date, and whose clock a test moves on.</summary>
public sealed class RegisterInSimulatedTime : RunningRegister
{
    /// <summary>The day on which it starts.</summary>
    public static readonly DateOnly FirstDay = new(2026, 3, 2);

    protected override DateOnly? Today => FirstDay;
}
