using Register.Client.Input;
using Register.Client.Officer;

namespace Register.Client.Particulars;

/// <summary>Annotations: granted by an award or by evidence, revoked with a reason, put right with a reason (R3, R22).</summary>
internal static class AnnotationCommands
{
    private static readonly Argument<string?> Number = Typed.Resource("NUMBER", ResourceNames.Registrants, "The registration number");
    private static readonly Argument<string> Id = new("ANNOTATION") { Description = "The id of the annotation, as the entry shows it", HelpName = "ID" };
    private static readonly Option<string> Reason = Typed.Text("--reason", "Why", "TEXT", required: true);
    private static readonly Option<string?> Programme =
        Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme of the supporting award");
    private static readonly Option<string> Candidate = Typed.Text("--candidate-number", "The candidate number of the supporting award", "NUMBER");
    private static readonly Option<string> Evidence = Typed.Text("--evidence", "The reference of the supporting evidence", "REFERENCE");

    public static RegisterCommand Annotate()
    {
        var kind = Typed.Word<AnnotationKind>("--kind", "What the entry is annotated with", required: true);
        var area = Typed.Word<PracticeArea>("--area", "The practice area added, where the kind is practice-area");
        var from = Typed.Date("--from", "The first day of the annotation [default: today]");
        return new RegisterCommand("annotate", "Annotates an entry, by an award or by evidence (R22). Role: registrar.",
            "register officer annotate SON123 --kind practice-area --area vascular --programme programmes/1f0c --candidate-number C-0042",
            "register officer annotate SON123 --kind preceptorship-completed --evidence \"sign-off 4\" --from 2027-03-01")
        {
            Number, kind, area, Programme, Candidate, Evidence, from,
        }.Changes(async session =>
        {
            var request = new GrantAnnotationRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                Kind = session.Get(kind)!.Value,
                PracticeArea = session.Get(area) ?? PracticeArea.Unspecified,
                Programme = session.Get(Programme) ?? "",
                CandidateNumber = session.Get(Candidate) ?? "",
                EvidenceReference = session.Get(Evidence) ?? "",
                StartDate = session.Get(from),
            };
            var response = await session.Particulars.GrantAnnotationAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }

    public static RegisterCommand Revoke()
    {
        var on = Typed.Date("--on", "The first day without it [default: today]");
        return new RegisterCommand("revoke-annotation", "Takes an annotation away (R22). Role: registrar.",
            "register officer revoke-annotation SON123 7c1e --reason \"Not kept up.\" --on 2027-03-01")
        {
            Number, Id, Reason, on,
        }.Changes(async session =>
        {
            var request = new RevokeAnnotationRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                AnnotationId = session.Get(Id),
                Reason = session.Get(Reason),
                EndDate = session.Get(on),
            };
            var response = await session.Particulars.RevokeAnnotationAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }

    public static RegisterCommand Correct()
    {
        var from = Typed.Date("--from", "The first day it really had [default: as recorded]");
        return new RegisterCommand("correct-annotation",
            "Puts right what was recorded wrongly of an annotation; what was known before stays known (R3). Role: registrar.",
            "register officer correct-annotation SON123 7c1e --from 2027-04-01 --reason \"The award was dated wrongly.\"")
        {
            Number, Id, Reason, Programme, Candidate, Evidence, from,
        }.Changes(async session =>
        {
            var request = new CorrectAnnotationRequest
            {
                RequestId = session.Change(),
                Name = session.Get(Number),
                AnnotationId = session.Get(Id),
                Reason = session.Get(Reason),
                Programme = session.Get(Programme) ?? "",
                CandidateNumber = session.Get(Candidate) ?? "",
                EvidenceReference = session.Get(Evidence) ?? "",
                StartDate = session.Get(from),
            };
            var response = await session.Particulars.CorrectAnnotationAsync(request, session.Call());
            session.Output.Show(response.Registrant, RegistrantPresentation.Registrant);
        });
    }
}
