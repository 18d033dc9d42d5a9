using Grpc.Core;
using Register.Client.Input;

namespace Register.Client.Applications;

/// <summary>What an applicant does besides applying: drafts, answers, appeals, and following it live.</summary>
internal static class ApplicantSteps
{
    private static readonly Argument<string?> Name = Typed.Resource("APPLICATION", ResourceNames.Applications, "The application");

    public static IEnumerable<Command> All() => [Draft(), Submit(), Answer(), Appeal(), Track()];

    private static RegisterCommand Draft()
    {
        var file = Typed.File("--file", "The application as JSON, as far as it is filled in", required: true);
        var draft = Typed.ResourceOption("--draft", ResourceNames.Applications, "The draft to save again [default: a new one]");
        var overrides = new ApplicationOverrides();
        var command = new RegisterCommand("draft", "Saves an application as a draft; nothing has to be complete. Role: applicant.",
            "register apply draft --file application.json",
            "register apply draft --file application.json --draft applications/9a2b")
        {
            file, draft,
        };
        foreach (var option in overrides.Options)
            command.Add(option);
        return command.Changes(async session =>
        {
            var application = await JsonInput.Read(session.Get(file)!, Application.Parser, session.Cancelled);
            overrides.Apply(session, application);
            var request = new SaveDraftRequest { RequestId = session.Change(), Name = session.Get(draft) ?? "", Application = application };
            Show(session, (await session.Applications.SaveDraftAsync(request, session.Call())).Application);
        });
    }

    private static RegisterCommand Submit() =>
        new RegisterCommand("submit", "Submits your draft as saved. Role: applicant.", "register apply submit applications/9a2b") { Name }
            .Changes(async session => Show(session, (await session.Applications.SubmitApplicationAsync(
                new() { RequestId = session.Change(), Draft = session.Get(Name) }, session.Call())).Application));

    private static RegisterCommand Answer()
    {
        var number = Typed.Count("--question", "The number of the question", "N", unlessTold: 1);
        var answer = Typed.Text("--answer", "Your answer", "TEXT", required: true);
        return new RegisterCommand("answer", "Answers a question about your application. Role: applicant.",
            "register apply answer applications/9a2b --question 1 --answer \"Leeds General Infirmary.\"")
        {
            Name, number, answer,
        }.Changes(async session => Show(session, (await session.Applications.AnswerInformationRequestAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Number = session.Get(number), Answer = session.Get(answer) },
            session.Call())).Application));
    }

    private static RegisterCommand Appeal()
    {
        var grounds = Typed.Text("--grounds", "Why the refusal is wrong", "TEXT", required: true);
        return new RegisterCommand("appeal", "Appeals against the refusal of your application, within 28 days. Role: applicant.",
            "register apply appeal applications/9a2b --grounds \"My award is on the corrected list.\"")
        {
            Name, grounds,
        }.Changes(async session => Show(session, (await session.Applications.LodgeAppealAsync(
            new() { RequestId = session.Change(), Name = session.Get(Name), Grounds = session.Get(grounds) }, session.Call())).Application));
    }

    private static RegisterCommand Track() =>
        new RegisterCommand("track", "Follows your application until it is decided or withdrawn. Role: applicant.",
            "register apply track applications/9a2b")
        {
            Name,
        }.Does(async session =>
        {
            using var call = session.Applications.TrackApplication(new() { Name = session.Get(Name) }, session.Stream());
            await foreach (var answer in call.ResponseStream.ReadAllAsync(session.Cancelled))
            {
                var a = answer.Application;
                if (session.Output.IsJson)
                    Console.Out.WriteLine(Terminal.Json.Line(a));
                else
                    session.Output.Say($"{Words.Of(a.State)}, version {a.Version}{(a.RegistrationNumber.Length > 0 ? $", {a.RegistrationNumber}" : "")}");
            }
        });

    private static void Show(Session session, Application application) => session.Output.Show(application, ApplicationPresentation.Application);
}
