using JasperFx.Events;

namespace Register.Service.Reactions;

/// <summary>Every reaction there is: a class here whose Handle methods take events; what they take is what is delivered to them, in order.</summary>
public static class ReactionHandlers
{
    /// <summary>The classes; a new one also wants its code generated (README).</summary>
    public static IReadOnlyList<Type> All { get; } =
        [typeof(ToAssessment), typeof(ToConcern), typeof(ToEntry), typeof(ToErasure), typeof(ToGrant), typeof(ToIdentity), typeof(ToSubmission), typeof(ToTenure)];

    /// <summary>The kinds of event that a reaction follows.</summary>
    public static IEnumerable<Type> Events { get; } =
    [
        .. All.SelectMany(handler => handler.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEvent<>))
            .Select(type => type.GetGenericArguments()[0])
            .Distinct(),
    ];
}
