namespace Register.Service.Tests.Running;

/// <summary>Waits for a condition, with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>The first answer that meets the condition.</summary>
    public static async Task<T> Get<T>(Func<Task<T>> ask, Predicate<T> until)
    {
        var end = DateTimeOffset.UtcNow + Deadline;
        while (true)
        {
            var answer = await ask();
            if (until(answer))
                return answer;
            Assert.True(DateTimeOffset.UtcNow < end, $"Not within {Deadline.TotalSeconds} s; the last answer was {answer}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
