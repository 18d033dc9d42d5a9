using System.Globalization;
using Register.Domain.Practice;
using static Register.Service.Audit.Narrative.InWords;

namespace Register.Service.Audit.Narrative;

/// <summary>What was declared of a registrant's practice, of preceptorships and of departments.</summary>
internal static class PracticeDeeds
{
    public static string? Of(PracticeEvent e) => e switch
    {
        PracticeEvent.TierDeclared t => $"declared the career tier {InWords.Of(t.Tier)} from {InWords.Of(t.From)}{Because(t.Evidence)}",
        PracticeEvent.BandDeclared b => $"declared the Agenda for Change {InWords.Of(b.Band)} from {InWords.Of(b.From)}{Because(b.Evidence)}",
        PracticeEvent.JobTitleDeclared j => $"declared the job title {Quoted(j.Title)} from {InWords.Of(j.From)}{Because(j.Evidence)}",
        PracticeEvent.EmploymentDeclared d => $"declared {Work(d.Employment)}{Because(d.Evidence)}",
        PracticeEvent.CpdRecorded c =>
            $"recorded {Number(c.Record.Hours)} hours of {InWords.Of(c.Record.Kind)} development on {InWords.Of(c.Record.On)}{Because(c.Record.Reflection)}",
        _ => null,
    };

    public static string? Of(PreceptorshipEvent e) => e switch
    {
        PreceptorshipEvent.Planned p =>
            $"planned a preceptorship of {p.Registrant} in the {(p.DepartmentEndorsed ? "endorsed" : "not endorsed")} department {p.Department} from {InWords.Of(p.On)}, with the capabilities {Joined(p.Capabilities)}",
        PreceptorshipEvent.CapabilitySignedOff s => $"signed off the capability {Quoted(s.Capability)} on {InWords.Of(s.On)}",
        PreceptorshipEvent.Completed c => $"completed the preceptorship on {InWords.Of(c.On)}",
        _ => null,
    };

    public static string? Of(DepartmentEvent e) => e switch
    {
        DepartmentEvent.Endorsed d => $"endorsed the department {d.Department} for preceptorship from {InWords.Of(d.From)} to {InWords.Of(d.To)}",
        DepartmentEvent.EndorsementWithdrawn w => $"withdrew the endorsement of the department with effect from {InWords.Of(w.On)}{Because(w.Reasons)}",
        _ => null,
    };

    private static string Work(Employment work) =>
        $"work for {work.EmployerName} ({work.Employer}), {Number(work.WholeTimeEquivalent)} of whole time, from {InWords.Of(work.From)}{(work.To is { } last ? $" to {InWords.Of(last)}" : "")}";

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
