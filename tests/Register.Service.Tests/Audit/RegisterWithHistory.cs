using Microsoft.Extensions.DependencyInjection;
using Register.Service.FallingDue;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;

namespace Register.Service.Tests.Audit;

/// <summary>A register on which something has happened already: one person's way onto it, and a concern.</summary>
public sealed class RegisterWithHistory : RunningRegister
{
    /// <summary>Few enough that the history takes several files.</summary>
    public const int EventsPerFile = 7;

    /// <summary>The position up to which the tests export: what they record themselves comes after it.</summary>
    public long End { get; private set; }

    /// <summary>The number of the registrant.</summary>
    public string Number { get; private set; } = "";

    public AuditService.AuditServiceClient Auditor => new(InRole("auditor"));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var people = new People(this);
        Number = await people.Registered("of-history", "Zoë O’Brien-李");
        await people.Concern(Number);
        // What follows from it, and what is due at once, is of the history, too.
        do
            await Services.GetRequiredService<Settling>().Wait(CancellationToken.None);
        while (await Services.GetRequiredService<DueWork>().Run(CancellationToken.None) > 0);
        End = (await Auditor.GetLedgerAsync(new())).Ledger.LastPosition;
    }
}
