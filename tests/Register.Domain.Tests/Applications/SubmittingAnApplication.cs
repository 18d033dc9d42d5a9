using Register.Domain.Applications;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class SubmittingAnApplication
{
    private static readonly DecisionContext Today = Amara.On("2026-03-02");

    [Fact]
    public void An_application_is_submitted_by_the_applicant_for_themself() =>
        Given().When(Application, Today).Then(Submitted);

    [Fact] // R1
    public void An_application_late_on_a_summer_evening_UTC_is_of_the_next_day_in_London() =>
        Given()
            .When(Application, new DecisionContext(new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero), Amara))
            .Then(Submitted with { On = Day("2026-07-02"), At = new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero) });

    [Fact]
    public void The_same_applicant_submitting_again_changes_nothing() =>
        Given(Submitted).When(Application with { PracticeTown = "York" }, Amara.On("2026-03-03")).ThenNothing();

    [Fact] // R37
    public void An_application_of_somebody_else_does_not_exist_for_an_applicant() =>
        Given(Submitted).When(Application, Bryn.On("2026-03-03")).ThenRejected("APPLICATION_NOT_FOUND").As(RejectionKind.NotFound);

    [Theory]
    [InlineData("2010-03-02", "2026-03-02")]
    [InlineData("2008-02-29", "2024-02-29")]
    [InlineData("2008-02-29", "2025-02-28")]
    public void An_applicant_may_turn_sixteen_on_the_day(string born, string today) =>
        Given()
            .When(Born(born), Amara.On(today))
            .Then(SubmittedOn(today) with { Person = Born(born).Person });

    [Theory]
    [InlineData("2010-03-03", "2026-03-02")]
    [InlineData("2008-02-29", "2024-02-28")]
    public void An_applicant_who_turns_sixteen_tomorrow_is_too_young(string born, string today) =>
        Given()
            .When(Born(born), Amara.On(today))
            .ThenRejected("TOO_YOUNG").As(RejectionKind.Invalid).About("application.date_of_birth");

    [Fact] // R9
    public void Professional_indemnity_has_to_be_declared() =>
        Given()
            .When(Application with { Declarations = Application.Declarations with { Indemnity = false } }, Today)
            .ThenRejected("INDEMNITY_NOT_DECLARED").As(RejectionKind.Refused).About("application.declarations.indemnity");

    [Fact] // R9
    public void Declarations_have_to_be_declared_true() =>
        Given()
            .When(Application with { Declarations = Application.Declarations with { Truthful = false } }, Today)
            .ThenRejected("NOT_DECLARED_TRUE").As(RejectionKind.Refused).About("application.declarations.truthful");

    [Fact] // R9
    public void A_declared_conviction_or_condition_does_not_keep_anyone_from_applying()
    {
        var declarations = Application.Declarations with { Character = "A caution in 2019.", Health = "Type 1 diabetes." };
        Given().When(Application with { Declarations = declarations }, Today).Then(Submitted with { Declarations = declarations });
    }

    [Fact]
    public void Everything_wrong_with_an_application_is_said_at_once() =>
        Given()
            .When(Born("2012-01-01") with { Declarations = new Declarations("", "", Indemnity: false, Truthful: false) }, Today)
            .ThenRejected("TOO_YOUNG", "INDEMNITY_NOT_DECLARED", "NOT_DECLARED_TRUE");

    private static SubmitApplication Born(string day) => Application with { Person = Application.Person with { DateOfBirth = Day(day) } };
}
