using Register.Client.Input;

namespace Register.Client.Applications;

/// <summary>Options of `apply` that say something else than the file does.</summary>
internal sealed class ApplicationOverrides
{
    private readonly Option<EntryRoute?> _route = Typed.Word<EntryRoute>("--route", "The entry route");
    private readonly Option<string> _name = Typed.Text("--name", "Your name, in any script", "NAME");
    private readonly Option<Date?> _dateOfBirth = Typed.Date("--date-of-birth", "Your date of birth");
    private readonly Option<string> _email = Typed.Text("--email", "Where the register writes to", "EMAIL");
    private readonly Option<string> _town = Typed.Text("--town", "Town or area of practice, which the public entry shows", "TOWN");
    private readonly Option<string?> _programme =
        Typed.ResourceOption("--programme", ResourceNames.Programmes, "The programme of your award");
    private readonly Option<string> _candidateNumber =
        Typed.Text("--candidate-number", "Your number on the programme's pass list", "NUMBER");
    private readonly Option<string> _feeReference = Typed.Text("--fee-reference", "The reference of the fee you paid", "REFERENCE");

    public IEnumerable<Option> Options => [_route, _name, _dateOfBirth, _email, _town, _programme, _candidateNumber, _feeReference];

    public void Apply(Session session, Application application)
    {
        application.Route = session.Get(_route) ?? application.Route;
        application.FullName = session.Get(_name) ?? application.FullName;
        application.DateOfBirth = session.Get(_dateOfBirth) ?? application.DateOfBirth;
        application.Email = session.Get(_email) ?? application.Email;
        application.PracticeTown = session.Get(_town) ?? application.PracticeTown;
        application.Programme = session.Get(_programme) ?? application.Programme;
        application.CandidateNumber = session.Get(_candidateNumber) ?? application.CandidateNumber;
        application.FeeReference = session.Get(_feeReference) ?? application.FeeReference;
    }
}
