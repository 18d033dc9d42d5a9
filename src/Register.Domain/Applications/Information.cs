using System.Diagnostics;

namespace Register.Domain.Applications;

/// <summary>What an officer asks of an applicant, and the answer.</summary>
public abstract record InformationEvent : ApplicationEvent
{
    /// <summary>Asked; questions are numbered from 1 in the order they are asked.</summary>
    public sealed record Requested(int Number, [Personal] string Question, DateOnly DueOn, string Officer, DateTimeOffset At) : InformationEvent;

    /// <summary>Answered by the applicant.</summary>
    public sealed record Answered(int Number, [Personal] string Answer, DateTimeOffset At) : InformationEvent;
}

/// <summary>A question and its answer; null while it is open.</summary>
public sealed record InformationRequest(InformationEvent.Requested Asked, InformationEvent.Answered? Answer)
{
    /// <summary>Whether it waits for the applicant.</summary>
    public bool IsOpen => Answer is null;

    /// <summary>The application after one more of these events.</summary>
    public static ApplicationState Evolve(ApplicationState state, InformationEvent e)
    {
        var requests = e switch
        {
            InformationEvent.Requested r => state.Requests.Add(new(r, null)),
            InformationEvent.Answered a => [.. state.Requests.Select(r => r.Asked.Number == a.Number ? r with { Answer = a } : r)],
            _ => throw new UnreachableException(),
        };
        var asked = state with { Requests = requests };
        return asked with { Stage = asked.InHand };
    }
}

/// <summary>Ask the applicant something, to be answered by a date.</summary>
public sealed record RequestInformation(ApplicationId Id, string Question, DateOnly DueOn) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (ApplicationDecider.NotForOfficer(state, context) is { } rejection)
            return rejection;
        if (state.Requests.Any(r => r.IsOpen && r.Asked.Question == Question && r.Asked.DueOn == DueOn))
            return Decision.Nothing;
        if (DueOn < context.Today)
            return Rejection.Invalid("due_on", "DUE_IN_THE_PAST", "The answer is due today or later.");
        return new InformationEvent.Requested(state.Requests.Length + 1, Question, DueOn, context.Actor.Subject, context.Now);
    }
}

/// <summary>Answer a question about one's own application.</summary>
public sealed record AnswerInformationRequest(ApplicationId Id, int Number, string Answer) : ICommand<ApplicationState, ApplicationEvent>
{
    public StreamId Stream => Id.Stream;

    public Decision<ApplicationEvent> Decide(ApplicationState state, DecisionContext context)
    {
        if (state.Submission?.Applicant != context.Actor.Subject)
            return ApplicationDecider.NotFound;
        if (state.Requests.FirstOrDefault(r => r.Asked.Number == Number) is not { } request)
            return Rejection.Of("QUESTION_NEVER_ASKED", $"No question {Number} was asked about this application.", "number");
        if (request.Answer?.Answer == Answer)
            return Decision.Nothing;
        if (!request.IsOpen)
            return Rejection.Of("ALREADY_ANSWERED", $"Question {Number} is answered already.", "number");
        return state.IsLive ? new InformationEvent.Answered(Number, Answer, context.Now) : ApplicationDecider.AlreadyDecided(state);
    }
}
