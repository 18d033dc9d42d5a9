using Register.Domain.Practice;
using static Register.Domain.Practice.PreceptorshipEvent;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Practice.Facts;

namespace Register.Domain.Tests.Practice;

public sealed class Preceptorships
{
    private static readonly PreceptorshipId Id = new(Guid.Parse("ee000000-0000-4000-8000-000000000001"));

    private static readonly Planned Plan =
        new(Owner.Number, LeedsTeaching, ["Obstetric dating", "Abdominal aorta"], Day("2026-03-02"), true, By(LeedsSupervisor, "2026-03-02"));

    private static readonly CapabilitySignedOff Dating = new("Obstetric dating", Day("2026-05-01"), By(LeedsSupervisor, "2026-05-01"));

    private static readonly CapabilitySignedOff Aorta = new("Abdominal aorta", Day("2026-06-01"), By(LeedsSupervisor, "2026-06-01"));

    private static readonly CompletePreceptorship Complete = new(Id, Day("2026-06-01"), Amara.Subject);

    [Fact]
    public void A_department_plans_one_for_its_new_sonographer() =>
        Given().When(Planning(), LeedsSupervisor.On("2026-03-02")).Then(Plan);

    [Fact]
    public void A_registrant_plans_their_own_and_nobody_elses()
    {
        Given().When(Planning(), Amara.On("2026-03-02")).Then(Plan with { By = By(Amara, "2026-03-02") });
        Given().When(Planning(), Bryn.On("2026-03-02")).ThenRejected("REGISTRANT_NOT_FOUND").As(RejectionKind.NotFound);
    }

    [Fact]
    public void An_employer_plans_in_its_own_department_only() =>
        Given().When(Planning(), (LeedsSupervisor with { Organisation = "RJ1" }).On("2026-03-02")).ThenRejected("NOT_YOUR_DEPARTMENT").As(RejectionKind.Forbidden);

    [Fact]
    public void A_plan_names_each_capability_once() =>
        Given().When(Planning() with { Capabilities = ["A", "A"] }, LeedsSupervisor.On("2026-03-02")).ThenRejected("TWICE").About("preceptorship.capabilities");

    [Fact]
    public void A_supervisor_of_the_department_signs_off_one_by_one() =>
        Given(Plan, Dating).When(new SignOffCapability(Id, "Abdominal aorta", Day("2026-06-01"), Amara.Subject), LeedsSupervisor.On("2026-06-01")).Then(Aorta);

    [Fact]
    public void A_capability_is_signed_off_once() =>
        Given(Plan, Dating).When(new SignOffCapability(Id, "Obstetric dating", Day("2026-06-01"), Amara.Subject), LeedsSupervisor.On("2026-06-01")).ThenNothing();

    [Fact]
    public void For_another_department_it_does_not_exist() =>
        Given(Plan).When(new SignOffCapability(Id, "Obstetric dating", Day("2026-05-01"), Amara.Subject), (LeedsSupervisor with { Organisation = "RJ1" }).On("2026-05-01"))
            .ThenRejected("PRECEPTORSHIP_NOT_FOUND").As(RejectionKind.NotFound);

    [Fact]
    public void Nobody_signs_off_their_own() =>
        Given(Plan).When(new SignOffCapability(Id, "Obstetric dating", Day("2026-05-01"), LeedsSupervisor.Subject), LeedsSupervisor.On("2026-05-01"))
            .ThenRejected("OWN_PRECEPTORSHIP").As(RejectionKind.Forbidden);

    [Fact]
    public void What_the_plan_does_not_name_is_not_signed_off_nor_before_it_begins() =>
        Given(Plan).When(new SignOffCapability(Id, "Cardiac", Day("2026-03-01"), Amara.Subject), LeedsSupervisor.On("2026-05-01"))
            .ThenRejected("TOO_EARLY", "CAPABILITY_NOT_PLANNED").About("on", "capability");

    [Fact]
    public void A_preceptorship_with_capabilities_outstanding_cannot_be_completed() =>
        Given(Plan, Dating).When(Complete, LeedsSupervisor.On("2026-06-01")).ThenRejected("CAPABILITIES_OUTSTANDING").Naming("Abdominal aorta");

    [Fact]
    public void When_all_are_signed_off_it_can_be_completed_on_the_day_of_the_last_and_not_the_day_before()
    {
        Given(Plan, Dating, Aorta).When(Complete, LeedsSupervisor.On("2026-06-01")).Then(new Completed(Day("2026-06-01"), By(LeedsSupervisor, "2026-06-01")));
        Given(Plan, Dating, Aorta).When(Complete with { On = Day("2026-05-31") }, LeedsSupervisor.On("2026-06-01")).ThenRejected("TOO_EARLY");
    }

    [Fact]
    public void A_completed_one_is_not_completed_again() =>
        Given(Plan, Dating, Aorta, new Completed(Day("2026-06-01"), By(LeedsSupervisor, "2026-06-01"))).When(Complete, LeedsSupervisor.On("2026-07-01")).ThenNothing();

    [Fact]
    public void What_was_never_planned_is_neither_signed_off_nor_completed()
    {
        Given().When(new SignOffCapability(Id, "A", Day("2026-05-01"), null), FirstOfficer.On("2026-05-01")).ThenRejected("PRECEPTORSHIP_NOT_FOUND");
        Given().When(Complete, FirstOfficer.On("2026-06-01")).ThenRejected("PRECEPTORSHIP_NOT_FOUND");
    }

    private static Scenario<PreceptorshipState, PreceptorshipEvent> Given(params IEnumerable<PreceptorshipEvent> events) => new(events);

    private static PlanPreceptorship Planning() => new(Id, Owner, LeedsTeaching, Plan.Capabilities, Plan.On, DepartmentEndorsed: true);
}
