namespace Register.Views;

/// <summary>One row of a view: what the events of one stream come to, with what it is found and ordered by.</summary>
public interface IView
{
    /// <summary>The stream's name.</summary>
    string Id { get; }

    /// <summary>What a list is in order of; unique, because it ends with the id.</summary>
    string SortKey { get; }

    /// <summary>The version of the stream this row was computed from.</summary>
    long Version { get; }
}
