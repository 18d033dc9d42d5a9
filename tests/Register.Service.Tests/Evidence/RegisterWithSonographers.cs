using Microsoft.Extensions.DependencyInjection;
using Register.Domain;
using Register.Domain.Applications;
using Register.Domain.Education;
using Register.Domain.FitnessToPractise;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Service.Commands;
using Register.Service.Tests.Running;

namespace Register.Service.Tests.Evidence;

/// <summary>
/// A register of 31 people who entered on 2 March 2026, seen from 1 April 2028: 12 with the HCPC at Leeds, 8 with the NMC at Manchester, 2 with the GMC in
/// London, 9 with none, of whom 6 work in London and 3 have not said where. About each of the 9 there was a concern, and about one with the HCPC.
/// </summary>
public sealed class RegisterWithSonographers : RunningRegister
{
    private static readonly Actor Officer = new("ada", Roles.Registrar);
    private static readonly DateOnly Entered = new(2026, 3, 2);

    protected override DateOnly? Today => Entered;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var number = 0;
        await Enter(12, StatutoryBody.Hcpc, "RR8");
        await Enter(8, StatutoryBody.Nmc, "R0A");
        await Enter(2, StatutoryBody.Gmc, "RJ1");
        await Enter(6, null, "RJ1");
        await Enter(3, null, null);
        for (var about = 23; about <= 31; about++)
            await Concern(about);
        await Concern(1);
        Clock.MoveTo(new DateOnly(2028, 4, 1));

        async Task Enter(int count, StatutoryBody? body, string? employer)
        {
            for (var i = 0; i < count; i++)
                await EnterOne(new RegistrationNumber(++number), body, employer);
        }
    }

    private async Task EnterOne(RegistrationNumber number, StatutoryBody? body, string? employer)
    {
        var person = new PersonDetails($"Person {number}", new DateOnly(1990, 1, 1), "person@example.org");
        PracticeArea[] areas = number.Value % 2 == 0 ? [PracticeArea.Obstetric] : [PracticeArea.Obstetric, PracticeArea.Vascular];
        await Send(new EnterRegister(number, new(Guid.NewGuid()), $"person-{number}", person, "Leeds", [.. areas], Entered, EntryRoute.UkApproved));
        if (body is { } other)
            await Send(new RecordOtherRegistration(number, other, "X1", OtherRegistrationStatus.Registered, Entered, Entered));
        if (employer is not null)
        {
            await Send(new DeclareEmployment(
                new(number, $"person-{number}"), OdsCode.Parse(employer, null), null, null, PracticeSetting.NhsAcute, 1m, Entered, null, "Contract."));
        }
    }

    private Task Concern(int about) => Send(new RaiseConcern(
        new(Guid.NewGuid()), new(new RegistrationNumber(about), $"person-{about}"), Ground.Misconduct, "Reported.", Entered));

    private async Task Send<TState, TEvent>(ICommand<TState, TEvent> command)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var origin = new CommandOrigin(Guid.NewGuid(), Officer, "test");
        var outcome = await Services.GetRequiredService<CommandExecutor>().Execute(command, origin, CancellationToken.None);
        Assert.Empty(outcome.Rejections);
    }
}
