using Grpc.Core;
using Npgsql;
using Register.Service.Tests.Running;
using Register.Views;
using Register.Views.Registration;

namespace Register.Service.Tests.Operations;

/// <summary>Rows that another version of the register wrote are not read: their view is built anew at the start.</summary>
public sealed class OutdatedViewsTests(RunningRegister register) : IClassFixture<RunningRegister>
{
    [Fact]
    public async Task A_view_whose_rows_have_another_shape_is_built_anew_at_the_start_and_nobody_is_said_not_to_be_on_the_register_meanwhile()
    {
        var number = await new People(register).Registered("of-old");
        await AsAnOlderVersionLeftIt();
        await register.Restart();

        var people = new People(register);
        var code = await Eventually.Get(
            async () =>
            {
                var answer = await Code(people, number);
                Assert.NotEqual(StatusCode.NotFound, answer); // R33
                return answer;
            },
            answer => answer == StatusCode.OK);
        Assert.Equal(StatusCode.OK, code);
        Assert.Equal(StatusCode.NotFound, await Code(people, "SON999998"));
        await Eventually.Get(() => Shape("register-entry"), shape => shape == ViewShape.Of(typeof(RegisterEntry)));

        // A view of the right shape is left as it is.
        await Execute("update register.mt_doc_registerentry set mt_dotnet_type = 'left alone'");
        await register.Restart();
        await Eventually.Get(() => Code(new People(register), number), answer => answer == StatusCode.OK);
        await using var database = NpgsqlDataSource.Create(register.ConnectionString);
        await using var left = database.CreateCommand("select bool_and(mt_dotnet_type = 'left alone') from register.mt_doc_registerentry");
        Assert.True((bool?)await left.ExecuteScalarAsync());
    }

    [Fact]
    public void Two_views_have_two_shapes_and_a_view_always_the_same() =>
        Assert.Equal(ViewRebuilds.All.Count, ViewRebuilds.All.Keys.Select(ViewShape.Of).Concat(ViewRebuilds.All.Keys.Select(ViewShape.Of)).Distinct().Count());

    private async Task AsAnOlderVersionLeftIt()
    {
        await Eventually.Get(() => Shape("register-entry"), shape => shape == ViewShape.Of(typeof(RegisterEntry)));
        await Execute("update operations.view_shape set shape = 'older' where view = 'register-entry'");
        await Execute("""update register.mt_doc_registerentry set data = '{"state":"of another shape"}'""");
        await Execute("insert into published.entry (id, sort_key, name, entry) select 'registrant-SON999998', 'z', 'z', entry from published.entry limit 1");
    }

    private static async Task<StatusCode> Code(People people, string number)
    {
        try
        {
            await people.Public.VerifyRegistrationAsync(new() { RegistrationNumber = number });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    private async Task<string?> Shape(string view)
    {
        await using var database = NpgsqlDataSource.Create(register.ConnectionString);
        await using var select = database.CreateCommand("select shape from operations.view_shape where view = $1");
        select.Parameters.Add(new() { Value = view });
        return (string?)await select.ExecuteScalarAsync();
    }

    private async Task Execute(string statement)
    {
        await using var database = NpgsqlDataSource.Create(register.ConnectionString);
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
