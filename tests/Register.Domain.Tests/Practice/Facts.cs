using Register.Domain.Practice;
using Register.Domain.Registration;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Practice;

/// <summary>Amara's practice, and her department at Leeds.</summary>
internal static class Facts
{
    public static readonly PracticeOwner Owner = new(new RegistrationNumber(12), Amara.Subject);

    public static readonly OdsCode LeedsTeaching = OdsCode.Parse("RR8", null);

    public static readonly Actor LeedsSupervisor = new("leeds-supervisor", Roles.Employer, "RR8");

    public static Scenario<PracticeState, PracticeEvent> Given(params IEnumerable<PracticeEvent> events) => new(events);

    public static DeclaredBy By(Actor actor, string on) => new(actor.Subject, actor.Role, NoonOf(on));

    public static DeclareEmployment AtLeeds(string from, string? to = null, decimal wte = 1m) => new(
        Owner, LeedsTeaching, null, null, PracticeSetting.NhsAcute, wte, Day(from), to is null ? null : Day(to), "Contract.");

    public static PracticeEvent.EmploymentDeclared Employed(
        string from, string? to = null, decimal wte = 1m, string code = "RR8", PracticeSetting setting = PracticeSetting.NhsAcute)
    {
        var organisation = Organisations.Find(OdsCode.Parse(code, null))!;
        return new(
            new(organisation.Code, organisation.Name, organisation.Region, setting, wte, Day(from), to is null ? null : Day(to)),
            "Contract.", By(Amara, "2026-06-01"));
    }
}
