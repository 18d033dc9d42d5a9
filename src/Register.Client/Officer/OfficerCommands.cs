using Register.Client.Documents;
using Register.Client.Particulars;

namespace Register.Client.Officer;

/// <summary>What a registration officer does.</summary>
internal static class OfficerCommands
{
    public static Command Group() => RegisterCommand.Holding("officer", "The registration officer's work: checks, decisions, registrants.",
        Assessment.Worklist(),
        Assessment.Show(),
        Assessment.Check(),
        Decisions.Grant(),
        Decisions.Refuse(),
        Decisions.Erase(),
        OfficerSteps.Ask(),
        OfficerSteps.Appoint(),
        OfficerSteps.Assess(),
        OfficerSteps.Compare(),
        OfficerSteps.Measure(),
        OfficerSteps.AppealOutcome(),
        DistinctPerson.Record(),
        DocumentCommands.List("officer"),
        DocumentCommands.Fetch("officer"),
        Registrants.Show(),
        Registrants.List(),
        Renewals.Dashboard(),
        Renewals.Notices(),
        Removals.Group(),
        NameCommands.Rename(),
        NameCommands.Correct(),
        AnnotationCommands.Annotate(),
        AnnotationCommands.Revoke(),
        AnnotationCommands.Correct(),
        PlaceCommands.Address(Whose.Registrants),
        PlaceCommands.Contact(Whose.Registrants),
        PlaceCommands.Town(Whose.Registrants),
        OtherRegistrationCommands.OtherRegistration(Whose.Registrants));
}
