using Npgsql;
using Register.Domain;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Keys;

/// <summary>The keys of persons in a database of their own, so that who has the register's has none of them.</summary>
public sealed class KeysElsewhereTests(KeysElsewhereTests.Stage register) : IClassFixture<KeysElsewhereTests.Stage>
{
    [Fact]
    public async Task The_keys_are_in_the_database_that_is_named_for_them_and_in_no_other() // R37
    {
        var number = await new People(register).Registered("elsewhere", "Zoë Elsewhere");
        Assert.Null(await Ask(register.ConnectionString, "select to_regclass('keys.person')::text"));
        Assert.Equal(true, await Ask(register.KeysConnectionString, "select count(*) > 0 from keys.person"));

        await register.Restart();
        var history = await new AuditService.AuditServiceClient(register.InRole(Roles.Auditor)).ListEventsAsync(new() { Parent = $"registrants/{number}" });
        Assert.Contains("Zoë Elsewhere", history.ToString(), StringComparison.Ordinal);
    }

    private static async Task<object?> Ask(string database, string question)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var select = new NpgsqlCommand(question, connection);
        return await select.ExecuteScalarAsync() is var answer && answer is DBNull ? null : answer;
    }

    public sealed class Stage : RunningRegister
    {
        public string KeysConnectionString { get; private set; } = "";

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ConnectionStrings:Keys"] = KeysConnectionString };

        public override async Task InitializeAsync()
        {
            KeysConnectionString = await PostgresOfTheRun.NewDatabase();
            await base.InitializeAsync();
        }
    }
}
