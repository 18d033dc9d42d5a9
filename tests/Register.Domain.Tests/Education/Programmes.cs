using System.Collections.Immutable;
using Register.Domain.Education;
using static Register.Domain.Education.ProgrammeEvent;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Education;

/// <summary>A programme at Leeds and a candidate of its 2021 cohort.</summary>
internal static class Programmes
{
    public static readonly ProgrammeId Id = new(Guid.Parse("0b6f1a52-8f0f-4c55-9a5e-2f3f0d1c7a10"));

    public static readonly ImmutableArray<PracticeArea> Areas = [PracticeArea.Obstetric, PracticeArea.Gynaecology];

    public static readonly Accredited Accredited = new(
        "LEEDS",
        "University of Leeds",
        "Medical Ultrasound",
        "PgDip",
        7,
        AwardKind.Programme,
        Areas,
        Day("2020-09-01"),
        Day("2025-08-31"));

    public static readonly DateOnly Ratified = Day("2023-07-14");

    public static readonly ListedAward Award = new("C-1001", "Amara Okafor", Day("1996-04-12"), Areas, Day("2021-09-20"), Ratified);

    public static Scenario<ProgrammeState, ProgrammeEvent> Given(params ProgrammeEvent[] events) => new(events);

    public static AwardListed Listed(ListedAward award) => new(award);

    public static SubmitPassList PassList(params ListedAward[] awards) => new(Id, [.. awards]);
}
