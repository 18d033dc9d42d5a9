using Npgsql;
using Register.EventStore;
using Register.Service.Tests.Running;
using Register.Views.Registration;

namespace Register.Service.Tests.Verification;

public sealed class PublicTablesTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task A_start_waits_for_nobody_who_writes_to_tables_that_are_there()
    {
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        await using var writing = await source.OpenConnectionAsync();
        await using var transaction = await writing.BeginTransactionAsync();
        await using (var taken = new NpgsqlCommand("lock table published.entry, published.line, names.word, register.mt_doc_registerentry in row exclusive mode", writing))
            await taken.ExecuteNonQueryAsync();

        await using var impatient = NpgsqlDataSource.Create($"{register.ConnectionString};Options=-c lock_timeout=1s");
        await OwnTables.Make(impatient, $"{PublishedEntries.Statements}\n{NameIndex.Statements}");
    }
}
