using Register.Client.Applications;
using Register.Client.Input;

namespace Register.Client.Officer;

/// <summary>The steps between a submission and a decision, and the appeal after it.</summary>
internal static class OfficerSteps
{
    private static readonly Argument<string?> Name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");
    private static readonly Option<string> Reasons = Typed.Text("--reasons", "Reasons", "TEXT", required: true);

    public static RegisterCommand Ask()
    {
        var question = Typed.Text("--question", "What the applicant has to answer", "TEXT", required: true);
        var due = Typed.Date("--due", "The last day for the answer", required: true);
        return new RegisterCommand("ask", "Asks the applicant something. Role: registrar.",
            "register officer ask applications/9a2b --question \"Which hospital was it?\" --due 2027-03-31")
        {
            Name, question, due,
        }.Changes(async session => Show(session, (await session.Applications.RequestInformationAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Question = session.Get(question), DueOn = session.Get(due) },
            session.Call())).Application));
    }

    public static RegisterCommand Appoint()
    {
        var assessor = Typed.Text("--assessor", "The subject of the assessor's login", "SUBJECT", required: true);
        return new RegisterCommand("appoint", "Appoints an assessor of a grandparenting application: two, and a third when they disagree. Role: registrar.",
            "register officer appoint applications/9a2b --assessor ada")
        {
            Name, assessor,
        }.Changes(async session => Show(session, (await session.Applications.AppointAssessorAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Assessor = session.Get(assessor) }, session.Call())).Application));
    }

    public static RegisterCommand Assess()
    {
        var finding = Typed.Word<Finding>("--finding", "What you found", required: true);
        return new RegisterCommand("assess", "Records your finding as an appointed assessor. Role: registrar.",
            "register officer assess applications/9a2b --finding meets-standard --reasons \"Four years of broad practice.\"")
        {
            Name, finding, Reasons,
        }.Changes(async session => Show(session, (await session.Applications.RecordFindingAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Finding = session.Get(finding) ?? Finding.Unspecified, Reasons = session.Get(Reasons) },
            session.Call())).Application));
    }

    public static RegisterCommand Compare()
    {
        var measure = Typed.Word<CompensationMeasure>("--shortfall", "What a shortfall takes [default: comparable]");
        return new RegisterCommand("compare", "Records how the qualification of an international application compares. Role: registrar.",
            "register officer compare applications/9a2b --reasons \"Equal in content and level.\"",
            "register officer compare applications/9a2b --shortfall adaptation-period --reasons \"No gynaecology.\"")
        {
            Name, measure, Reasons,
        }.Changes(async session => Show(session, (await session.Applications.AssessComparabilityAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Measure = session.Get(measure) ?? CompensationMeasure.Unspecified, Reasons = session.Get(Reasons) },
            session.Call())).Application));
    }

    public static RegisterCommand Measure()
    {
        var failed = new Option<bool>("--failed") { Description = "It was not passed" };
        var note = Typed.Text("--note", "What you noted", "TEXT");
        return new RegisterCommand("measure", "Records how the adaptation period or the aptitude test ended. Role: registrar.",
            "register officer measure applications/9a2b --note \"Signed off by the supervisor.\"")
        {
            Name, failed, note,
        }.Changes(async session => Show(session, (await session.Applications.RecordMeasureOutcomeAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Passed = !session.Get(failed), Note = session.Get(note) ?? "" },
            session.Call())).Application));
    }

    public static RegisterCommand AppealOutcome()
    {
        var outcome = Typed.Word<AppealOutcome>("--outcome", "How the appeal ends", required: true);
        return new RegisterCommand("appeal-outcome", "Decides an appeal. Role: registrar, not the one who refused.",
            "register officer appeal-outcome applications/9a2b --outcome remitted --reasons \"The new evidence has to be seen.\"")
        {
            Name, outcome, Reasons,
        }.Changes(async session => Show(session, (await session.Applications.DecideAppealAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Outcome = session.Get(outcome) ?? default, Reasons = session.Get(Reasons) },
            session.Call())).Application));
    }

    private static void Show(Session session, Application application) => session.Output.Show(application, ApplicationPresentation.Application);
}
