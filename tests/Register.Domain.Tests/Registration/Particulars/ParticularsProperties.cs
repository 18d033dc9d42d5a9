using CsCheck;
using Register.Domain.Education;
using Register.Domain.Registration;
using Register.Domain.Tests.Education;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.Registration.Entries;
using Command = Register.Domain.ICommand<Register.Domain.Registration.RegistrantState, Register.Domain.Registration.RegistrantEvent>;
using Step = Register.Domain.Tests.Step<Register.Domain.Registration.RegistrantState, Register.Domain.Registration.RegistrantEvent>;

namespace Register.Domain.Tests.Registration.Particulars;

public sealed class ParticularsProperties
{
    private static readonly EnterRegister Enter = new(
        Number, Registered.Application, Amara.Subject, Registered.Person, Registered.PracticeTown, Registered.PracticeAreas, Day("2026-01-01"));

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 400].Select(n => Day("2026-01-01").AddDays(n));
    private static readonly Gen<DateOnly?> MaybeDays = Gen.Int[-400, 400].Select(n => n < 0 ? (DateOnly?)null : Day("2026-01-01").AddDays(n));
    private static readonly Gen<string> Texts = Gen.OneOf("Amara Okafor", "Amara Obi", "Amara Obie");
    private static readonly Gen<AnnotationId> Ids = Gen.Byte[1, 6].Select(n => new AnnotationId(new Guid(n, 0, 0, new byte[8])));
    private static readonly ProgrammeState Course = Annotated.Course(Annotated.Award with { RatifiedOn = Day("2026-03-01") });

    private static readonly Gen<Command> Names = Gen.OneOf(
        from name in Texts
        from first in MaybeDays
        select (Command)new ChangeName(Number, name, "deed poll", first),
        from name in Texts
        from recorded in Days
        from first in MaybeDays
        select (Command)new CorrectName(Number, recorded, name, first, "Misread."));

    private static readonly Gen<Command> Places = Gen.OneOf(
        from town in Texts
        from first in MaybeDays
        select (Command)new ChangePracticeTown(Number, town, first),
        from line in Texts
        select (Command)new ChangeAddress(Number, new(line, null, "Kendal", null, "GB")),
        from email in Texts
        from phone in Gen.OneOf<string?>(null, "", "+44 1632 960001")
        select (Command)new ChangeContact(Number, email, phone));

    private static readonly Gen<Command> Others = Gen.OneOf(
        from body in Gen.Enum<StatutoryBody>()
        from status in Gen.Enum<OtherRegistrationStatus>()
        from number in Gen.OneOf("A1", "A2")
        from first in Days
        from checkedOn in MaybeDays
        select (Command)new RecordOtherRegistration(Number, body, number, status, first, checkedOn),
        from body in Gen.Enum<StatutoryBody>()
        from number in Gen.OneOf("A1", "A2")
        from end in Days
        select (Command)new EndOtherRegistration(Number, body, number, end));

    private static readonly Gen<Command> Annotations = Gen.Frequency(
        (4, from id in Ids
            from reporting in Gen.Bool
            from byAward in Gen.Bool
            from first in MaybeDays
            select (Command)new GrantAnnotation(
                Number,
                id,
                reporting ? AnnotationKind.Reporting : AnnotationKind.PracticeArea,
                reporting ? null : PracticeArea.Vascular,
                byAward ? Annotated.Granted.Award : null,
                byAward ? null : "letter",
                first,
                Course)),
        (2, from id in Ids
            from end in MaybeDays
            select (Command)new RevokeAnnotation(Number, id, "Not kept up.", end)),
        (2, from id in Ids
            from evidence in Gen.OneOf<string?>(null, "letter 2")
            from first in MaybeDays
            select (Command)new CorrectAnnotation(Number, id, null, evidence, first, "Wrong.", Course)));

    private static readonly Gen<Step[]> Lives =
        from steps in (
            from command in Gen.OneOf(Names, Places, Others, Annotations)
            from days in Gen.Int[0, 40]
            from actor in Gen.OneOf(Amara, FirstOfficer, SecondOfficer)
            select new Step(command, days, actor)).Array[0, 30]
        select (Step[])[new Step(Enter, 0, FirstOfficer), .. steps];

    [Fact]
    public void An_accepted_command_run_again_on_its_own_outcome_does_nothing() =>
        Lives.Sample(Histories.AcceptedCommandsRunAgainDoNothing);

    [Fact]
    public void What_is_stored_folds_to_the_state_that_decided() =>
        Lives.Sample(Histories.StoredEventsFoldToTheStateThatDecided);

    [Fact] // R22
    public void An_entry_never_carries_the_same_annotation_twice_on_a_day() =>
        Lives.Sample(life =>
        {
            foreach (var accepted in Histories.Run(life))
            {
                var annotations = accepted.Outcome.Particulars.Annotations;
                Assert.All(annotations, a => Assert.DoesNotContain(annotations, b => a.Id != b.Id && a.Overlaps(b)));
                Assert.Equal(annotations.Length, annotations.Select(a => a.Id).Distinct().Count());
            }
        });

    [Fact] // R23
    public void Each_day_of_an_entry_has_one_name_and_no_name_begins_before_it_has_come() =>
        Lives.Sample(life =>
        {
            foreach (var accepted in Histories.Run(life))
            {
                var names = accepted.Outcome.Particulars.Names;
                Assert.Equal(names.Select(n => n.From).Distinct().Order(), names.Select(n => n.From));
                Assert.Equal(accepted.Outcome.Entry!.From, names[0].From);
                Assert.True(names[^1].From <= accepted.Context.Today);
            }
        });
}
