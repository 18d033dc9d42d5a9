namespace Register.EventStore.EventStoreDb;

/// <summary>No node to talk to was found this time.</summary>
internal sealed class NoNodeException(string message, Exception? inner) : Exception(message, inner);
