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
        Registrants.Show(),
        Registrants.List(),
        Renewals.Dashboard(),
        Renewals.Notices(),
        Removals.Group());
}
