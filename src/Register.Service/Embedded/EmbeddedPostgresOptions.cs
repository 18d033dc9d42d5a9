namespace Register.Service.Embedded;

/// <param name="Durable">False gives up surviving a power cut (no fsync) for speed: for tests, never for a register.</param>
/// <param name="MaxConnections">Connections the server accepts in all, from every pool and every database together.</param>
/// <param name="DeleteWhenStopped">Removes the cluster after it has been stopped: for clusters that belong to one run.</param>
public sealed record EmbeddedPostgresOptions(bool Durable = true, int MaxConnections = 200, bool DeleteWhenStopped = false);
