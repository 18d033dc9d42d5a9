namespace Register.Service.Tests.Running;

/// <summary>Waits for a condition, with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The first answer that meets the condition.</summary>
    /// <param name="within">How long it may take; 30 seconds unless told.</param>
    /// <param name="pause">How long to wait before asking again; 20 milliseconds unless told.</param>
    public static async Task<T> Get<T>(Func<Task<T>> ask, Predicate<T> until, TimeSpan? within = null, TimeSpan? pause = null)
    {
        var deadline = within ?? Deadline;
        var end = DateTimeOffset.UtcNow + deadline;
        while (true)
        {
            var answer = await ask();
            if (until(answer))
                return answer;
            Assert.True(DateTimeOffset.UtcNow < end, $"Not within {deadline.TotalSeconds} s; the last answer was {answer}");
            await Task.Delay(pause ?? Pause);
        }
    }
}
