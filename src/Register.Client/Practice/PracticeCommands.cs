namespace Register.Client.Practice;

/// <summary>How registrants practise: facts, continuing professional development, preceptorship.</summary>
internal static class PracticeCommands
{
    public static Command Group() => RegisterCommand.Holding("practice", "Tier, band, job title, employers, CPD and preceptorship.",
        ShowPractice.Declare(),
        Facts.Tier(),
        Facts.Band(),
        Facts.Title(),
        Employers.Declare(),
        Cpd.Declare(),
        PreceptorshipCommands.Group(),
        DepartmentCommands.Group(),
        Organisations.Declare());
}
