using Register.Domain.Apprenticeships;
using Register.Domain.Education;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Apprenticeships;

/// <summary>An apprentice at Leeds who started on 20 September 2021, and the degree they work for.</summary>
internal static class Apprentices
{
    public static readonly ApprenticeshipId Id = new(Guid.Parse("5b8f3c1e-2f0b-4c0a-9d61-7a4f2f7f9d10"));

    public static readonly DateOnly Start = Day("2021-09-20");

    public static readonly DecisionContext Today = Leeds.On("2024-07-01");

    public static readonly ProgrammeEvent.Accredited Degree = Programmes.Accredited with { Award = "BSc (Hons)", AcademicLevel = 6 };

    public static readonly ApprenticeshipEvent.Enrolled Enrolled =
        new("Nadia Rahman", Day("2001-05-30"), "RR8", Programmes.Id, "LEEDS", Start, NoonOf("2021-09-01"));

    public static readonly ApprenticeshipEvent.GatewayPassed Gateway = new(Day("2024-05-10"), 1000, 200, Today.Now);

    public static Scenario<ApprenticeshipState, ApprenticeshipEvent> Given(params ApprenticeshipEvent[] events) => new(events);

    /// <summary>Hours of the first hundred days.</summary>
    public static ApprenticeshipEvent.HoursRecorded Hours(int working, int offTheJob) => Hours(Start, Start.AddDays(99), working, offTheJob);

    public static ApprenticeshipEvent.HoursRecorded Hours(DateOnly from, DateOnly to, int working, int offTheJob) =>
        new(from, to, working, offTheJob, Today.Now);

    public static RecordHours Record(ApprenticeshipEvent.HoursRecorded hours) =>
        new(Id, hours.From, hours.To, hours.WorkingHours, hours.OffTheJobHours);

    public static ProgrammeState Programme(params ProgrammeEvent[] events) => Programmes.Given([Degree, .. events]).State;
}
