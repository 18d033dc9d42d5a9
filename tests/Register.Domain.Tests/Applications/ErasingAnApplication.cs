using Register.Domain.Applications;
using static Register.Domain.Tests.Applications.Submissions;
using static Register.Domain.Tests.Cast;

namespace Register.Domain.Tests.Applications;

public sealed class ErasingAnApplication
{
    private static readonly EraseApplication Erase = new(Id);

    private static readonly DraftEvent.Saved Draft = new(Amara.Subject, "{}", NoonOf("2026-03-10"));

    public static TheoryData<string> LedToNothing => ["refused", "withdrawn", "draft"];

    [Theory] // R36
    [MemberData(nameof(LedToNothing))]
    public void What_led_to_no_registration_is_kept_for_six_years_and_then_erased(string how)
    {
        var ended = how == "draft" ? Given(Draft) : Given(Submitted, Ending(how));
        ended.When(Erase, SecondOfficer.On("2032-03-09")).ThenRejected("RETENTION_PERIOD");
        ended.When(Erase, SecondOfficer.On("2032-03-10")).Then(new ErasureEvent.Erased(SecondOfficer.Subject, Day("2032-03-10"), NoonOf("2032-03-10")));
    }

    [Fact] // R36
    public void A_draft_that_somebody_went_on_with_is_kept_from_then_on() =>
        Given(Draft, Draft with { Form = "x", At = NoonOf("2027-01-01") }).When(Erase, SecondOfficer.On("2032-12-31")).ThenRejected("RETENTION_PERIOD");

    [Fact] // R36
    public void What_led_to_a_registration_is_a_statutory_record() =>
        Given(Submitted, Granted).When(Erase, SecondOfficer.On("2099-01-01")).ThenRejected("STATUTORY_RECORD");

    [Fact] // R36
    public void What_is_open_is_not_erased() => Given(Submitted).When(Erase, SecondOfficer.On("2099-01-01")).ThenRejected("APPLICATION_OPEN");

    [Fact] // R36
    public void Nobody_erases_their_own_application_nor_one_that_is_not_there()
    {
        Given(Submitted, Refused).When(Erase, Amara.On("2032-03-10")).ThenRejected("OWN_APPLICATION");
        Given().When(Erase, SecondOfficer.On("2032-03-10")).ThenRejected("APPLICATION_NOT_FOUND");
    }

    [Fact] // R36
    public void What_is_erased_is_not_erased_again_and_nobody_goes_on_with_it()
    {
        var erased = Given(Draft, new ErasureEvent.Erased(SecondOfficer.Subject, Day("2032-03-10"), NoonOf("2032-03-10")));
        erased.When(Erase, SecondOfficer.On("2032-03-11")).ThenNothing();
        erased.When(new SaveDraft(Id, "x", Opens: false), Amara.On("2032-03-11")).ThenRejected("NOT_A_DRAFT");
    }
}
