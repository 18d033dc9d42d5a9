namespace Register.Service.Tests.Running;

/// <summary>Waits for a condition, with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>The first answer that meets the condition.</summary>
    /// <param name="within">How long it may take; 30 seconds unless told.</param>
    public static async Task<T> Get<T>(Func<Task<T>> ask, Predicate<T> until, TimeSpan? within = null)
    {
        var deadline = within ?? Deadline;
        var end = DateTimeOffset.UtcNow + deadline;
        while (true)
        {
            var answer = await ask();
            if (until(answer))
                return answer;
            Assert.True(DateTimeOffset.UtcNow < end, $"Not within {deadline.TotalSeconds} s; the last answer was {answer}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
