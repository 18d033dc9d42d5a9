using Grpc.Core;
using Npgsql;
using Register.Service.Tests.EventStore.StandIn;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Relaying;

/// <summary>A register whose ledger can be kept from flowing, and whose PostgreSQL can be emptied or made older.</summary>
public abstract class BehindTheLedger : IAsyncLifetime
{
    protected const string Reason = "have not caught up yet with the ledger";
    protected const long LockOfTheKeeper = 0x534F4E_4C454144;

    /// <summary>The first instance.</summary>
    protected RegisterOnEventStoreDb Register { get; } = new();

    /// <summary>Whether the ledger sends what it has to the relays.</summary>
    protected ManualResetEventSlim Flows { get; } = new(initialState: true);

    public async Task InitializeAsync()
    {
        // A database that is older has the keys of all who came since.
        Register.KeysConnectionString = await PostgresOfTheRun.NewDatabase();
        await Register.InitializeAsync();
        Register.Cluster.OnDelivery = () =>
        {
            Flows.Wait();
            return DeliveryFault.None;
        };
    }

    public async Task DisposeAsync()
    {
        Flows.Set();
        await Register.DisposeAsync();
        Flows.Dispose();
    }

    protected Task KeepCopyOfDatabase() => Administer($"create database {Database}_older template {Database}");

    protected Task BringBackCopyOfDatabase() =>
        Administer($"alter database {Database} rename to {Database}_lost", $"alter database {Database}_older rename to {Database}");

    private string Database => new NpgsqlConnectionStringBuilder(Register.ConnectionString).Database!;

    /// <summary>The ledger answers, and still nobody is told anything.</summary>
    /// <returns>What the instance says of its readiness.</returns>
    protected static async Task<string> IsBehind(RunningRegister register, string number)
    {
        await Eventually.Get(() => Relay(register), relay => relay.LedgerPosition > 0 && relay.LedgerProblem == "");
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(StatusCode.Unavailable, await Code(register, number));
            var (isReady, said) = await Readiness(register);
            Assert.False(isReady, said);
            Assert.Contains(Reason, said, StringComparison.Ordinal);
        }
        return (await Readiness(register)).Said;
    }

    /// <summary>Waits until an instance is ready. Until then it says of nobody that they are not there, and then it answers.</summary>
    protected static Task<bool> CatchesUp(RunningRegister register, string number) => Eventually.Get(
        async () =>
        {
            var (isReady, _) = await Readiness(register);
            var code = await Code(register, number);
            Assert.NotEqual(StatusCode.NotFound, code); // R33
            Assert.False(isReady && code != StatusCode.OK, "It was ready before it answered.");
            return isReady;
        },
        isReady => isReady);

    protected static async Task<StatusCode> Code(RunningRegister register, string number)
    {
        try
        {
            await new VerificationService.VerificationServiceClient(register.Anyone).VerifyRegistrationAsync(new() { RegistrationNumber = number });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    protected static async Task<(bool IsReady, string Said)> Readiness(RunningRegister register)
    {
        using var answer = await register.Http.GetAsync("/health/ready");
        return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    protected static async Task<Relay> Relay(RunningRegister register) =>
        (await new RelayService.RelayServiceClient(register.InRole("operator")).GetRelayAsync(new())).Relay;

    /// <summary>How many views are on record as whole.</summary>
    protected Task<long> ViewsOnRecord() => Ask<long>("select count(*) from operations.view_shape where shape <> ''");

    /// <summary>PostgreSQL without anything: the keys, and what people sent in, have backups of their own.</summary>
    protected Task Empty() =>
        Ask<object?>("drop schema register, published, names, relay, operations, messages cascade");

    protected async Task<T> Ask<T>(string question)
    {
        await using var source = NpgsqlDataSource.Create(Register.ConnectionString);
        await using var command = source.CreateCommand(question);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task Administer(params string[] statements)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Register.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
