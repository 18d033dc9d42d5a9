using JasperFx;
using Microsoft.AspNetCore.Connections;
using Register.EventStore.Keys;
using Register.Service.Embedded;
using Register.Service.Hosting;

try
{
    while (true)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddRegister();
        await using var database = await builder.AddDatabase();

        await using var app = builder.Build();
        app.MapRegister();
        if (args is ["codegen", ..])
            return await app.RunJasperFxCommands(args); // writes Internal/Generated anew: see README.md
        await app.CatchUpWithLedger();
        var restart = app.Services.GetRequiredService<Restart>();
        await app.RunAsync();
        if (!restart.IsAskedFor)
            return 0;
    }
}
catch (Exception e) when (e is ConfigurationException or EmbeddedPostgresException or MasterKeyException)
{
    await Console.Error.WriteLineAsync($"register: {e.Message}");
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"register: {e.Message} Choose other ports with Register:HttpPort and Register:GrpcPort.");
    return 1;
}
