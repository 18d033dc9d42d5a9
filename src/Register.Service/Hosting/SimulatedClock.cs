namespace Register.Service.Hosting;

/// <summary>A clock that runs as the real one does, but from a day of one's choice, and can be moved on: years of the register in seconds.</summary>
public sealed class SimulatedClock(DateOnly start) : TimeProvider
{
    private readonly Lock _moving = new();
    private TimeSpan _ahead = Morning(start) - System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>Moves the clock on to the morning of a day; a day that has begun already is left as it is.</summary>
    public void MoveTo(DateOnly day) => MoveTo(Morning(day));

    /// <summary>Moves the clock on to an instant; an earlier one changes nothing, for the register's time never goes back.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        lock (_moving)
        {
            if (instant > GetUtcNow())
                _ahead = instant - System.GetUtcNow();
        }
    }

    // Nine o'clock UTC is the same civil day in London all year round.
    private static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.Zero);
}
