namespace Register.Domain;

/// <summary>Says who a person is, or tells of them: in the ledger it is readable only with the key of the person (R36, R37). On texts and dates.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;

/// <summary>What stands where personal data was, once the person's key is destroyed (R36).</summary>
public static class Erased
{
    /// <summary>In place of a text.</summary>
    public const string Text = "[erased]";

    /// <summary>In place of a date.</summary>
    public static readonly DateOnly Date = DateOnly.MinValue;
}

/// <summary>An event after which nothing personal of its stream can be read any more (R36).</summary>
public interface IErasure;
