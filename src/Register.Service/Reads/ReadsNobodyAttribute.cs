namespace Register.Service.Reads;

/// <summary>An RPC that reads no registrant's record, and why that is so. Every other read that is not public is logged (R34).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadsNobodyAttribute(string reason) : Attribute
{
    /// <summary>Why no registrant's record is read.</summary>
    public string Reason { get; } = reason;
}

/// <summary>An RPC that logs its reads by itself, because only it knows whose record an answer tells of (R34).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LogsItsReadsAttribute : Attribute;
