using Register.Client.Input;

namespace Register.Client.Education;

/// <summary>What the accreditor does to an accreditation after it was first given.</summary>
internal static class AccreditationCommands
{
    public static RegisterCommand Renew()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        var from = Typed.Date("--accredited-from", "The first day of the further interval", required: true);
        var to = Typed.Date("--accredited-to", "Its last day", required: true);
        return new RegisterCommand("renew",
            "Accredits a programme for a further interval, right after the last one or after a gap. Role: accreditor.",
            "register programme renew programmes/1f0c --accredited-from 2027-09-01 --accredited-to 2032-08-31")
        {
            programme, from, to,
        }.Changes(async session =>
        {
            var request = new RenewAccreditationRequest
            {
                RequestId = session.Change(),
                Programme = session.Get(programme),
                AccreditedFrom = session.Get(from),
                AccreditedTo = session.Get(to),
            };
            var response = await session.Education.RenewAccreditationAsync(request, session.Call());
            session.Output.Show(response.Programme, EducationPresentations.Programme);
        });
    }

    public static RegisterCommand SetConditions()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        var texts = new Option<string[]>("--condition") { Description = "A condition to meet; may be given several times", HelpName = "TEXT", Required = true };
        var due = Typed.Date("--due-on", "The last day to meet them [default: none]");
        return new RegisterCommand("set-conditions",
            "Sets conditions that the provider has to meet; the accreditation stands meanwhile. Role: accreditor.",
            "register programme set-conditions programmes/1f0c --condition \"Two more placements\" --due-on 2027-06-30")
        {
            programme, texts, due,
        }.Changes(async session =>
        {
            var request = new SetAccreditationConditionsRequest
            {
                RequestId = session.Change(),
                Programme = session.Get(programme),
                Conditions = { session.Get(texts)!.Select(text => new AccreditationCondition { Text = text, DueOn = session.Get(due) }) },
            };
            var response = await session.Education.SetAccreditationConditionsAsync(request, session.Call());
            session.Output.Show(response.Programme, EducationPresentations.Programme);
        });
    }

    public static RegisterCommand LiftCondition()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        var number = Typed.Count("--number", "The condition's number", "N");
        number.Required = true;
        var outcome = Typed.Word<ConditionOutcome>("--outcome", "How it ends", required: true);
        var note = Typed.Text("--note", "What was seen, or why it is lifted", "TEXT");
        return new RegisterCommand("lift-condition",
            "Ends a condition of accreditation: it was met, or is lifted without. Role: accreditor.",
            "register programme lift-condition programmes/1f0c --number 1 --outcome met --note \"Placements visited\"")
        {
            programme, number, outcome, note,
        }.Changes(async session =>
        {
            var request = new LiftAccreditationConditionRequest
            {
                RequestId = session.Change(),
                Programme = session.Get(programme),
                Number = session.Get(number),
                Outcome = session.Get(outcome) ?? default,
                Note = session.Get(note) ?? "",
            };
            var response = await session.Education.LiftAccreditationConditionAsync(request, session.Call());
            session.Output.Show(response.Programme, EducationPresentations.Programme);
        });
    }

    public static RegisterCommand Withdraw()
    {
        var programme = Typed.Resource("PROGRAMME", ResourceNames.Programmes, "The programme");
        var from = Typed.Date("--from", "The first day it is no longer accredited: today or later", required: true);
        var reason = Typed.Text("--reason", "Why", "TEXT", required: true);
        return new RegisterCommand("withdraw",
            "Withdraws accreditation from a day on; cohorts that have started keep it. Role: accreditor.",
            "register programme withdraw programmes/1f0c --from 2027-01-01 --reason \"No clinical placements\"")
        {
            programme, from, reason,
        }.Changes(async session =>
        {
            var request = new WithdrawAccreditationRequest
            {
                RequestId = session.Change(),
                Programme = session.Get(programme),
                WithdrawnFrom = session.Get(from),
                Reason = session.Get(reason),
            };
            var response = await session.Education.WithdrawAccreditationAsync(request, session.Call());
            session.Output.Show(response.Programme, EducationPresentations.Programme);
        });
    }
}
