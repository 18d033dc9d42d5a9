using Register.Client.Input;

namespace Register.Client.Apprenticeships;

/// <summary>The steps of an apprenticeship after enrolment.</summary>
internal static class ApprenticeshipProgress
{
    public static RegisterCommand Hours()
    {
        var name = Typed.Resource("APPRENTICESHIP", ResourceNames.Apprenticeships, "The apprenticeship");
        var from = Typed.Date("--period-start", "The first day of the period", required: true);
        var to = Typed.Date("--period-end", "Its last day", required: true);
        var worked = Typed.Count("--working-hours", "All hours worked in it", "HOURS");
        worked.Required = true;
        var off = new Option<int>("--off-the-job-hours") { Description = "How many of them were off the job", HelpName = "HOURS", Required = true };
        return new RegisterCommand("hours", "Records the hours of a period. Role: education-provider (own programmes).",
            "register apprenticeship hours apprenticeships/3a7d --period-start 2025-09-01 --period-end 2025-12-31 --working-hours 600 --off-the-job-hours 130")
        {
            name, from, to, worked, off,
        }.Changes(async session =>
        {
            var request = new RecordHoursRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                PeriodStart = session.Get(from),
                PeriodEnd = session.Get(to),
                WorkingHours = session.Get(worked),
                OffTheJobHours = session.Get(off),
            };
            var response = await session.Apprenticeships.RecordHoursAsync(request, session.Call());
            session.Output.Show(response.Apprenticeship, ApprenticeshipPresentation.Apprenticeship);
        });
    }

    public static RegisterCommand Gateway()
    {
        var name = Typed.Resource("APPRENTICESHIP", ResourceNames.Apprenticeships, "The apprenticeship");
        var on = Typed.Date("--passed-on", "The day of the gateway", required: true);
        return new RegisterCommand("gateway",
            "Passes the gateway to the end-point assessment, if enough of the hours were off the job. Role: education-provider (own programmes).",
            "register apprenticeship gateway apprenticeships/3a7d --passed-on 2028-05-12")
        {
            name, on,
        }.Changes(async session =>
        {
            var request = new PassGatewayRequest { RequestId = session.Change(), Name = session.Get(name), PassedOn = session.Get(on) };
            var response = await session.Apprenticeships.PassGatewayAsync(request, session.Call());
            session.Output.Show(response.Apprenticeship, ApprenticeshipPresentation.Apprenticeship);
        });
    }

    public static RegisterCommand Assess()
    {
        var name = Typed.Resource("APPRENTICESHIP", ResourceNames.Apprenticeships, "The apprenticeship");
        var outcome = Typed.Word<AssessmentOutcome>("--outcome", "How it came out", required: true);
        var on = Typed.Date("--assessed-on", "The day of the outcome", required: true);
        var candidate = Typed.Text("--candidate", "The candidate number for the programme's pass list, when passed", "NUMBER");
        return new RegisterCommand("assess",
            "Records an end-point assessment; once passed, the award goes on the pass list to be ratified. Role: education-provider (own programmes).",
            "register apprenticeship assess apprenticeships/3a7d --outcome passed --assessed-on 2028-06-30 --candidate A-2001",
            "register apprenticeship assess apprenticeships/3a7d --outcome not-passed --assessed-on 2028-06-30")
        {
            name, outcome, on, candidate,
        }.Changes(async session =>
        {
            var request = new RecordAssessmentRequest
            {
                RequestId = session.Change(),
                Name = session.Get(name),
                Outcome = session.Get(outcome) ?? default,
                AssessedOn = session.Get(on),
                CandidateNumber = session.Get(candidate) ?? "",
            };
            var response = await session.Apprenticeships.RecordAssessmentAsync(request, session.Call());
            session.Output.Show(response.Apprenticeship, ApprenticeshipPresentation.Apprenticeship);
        });
    }
}
