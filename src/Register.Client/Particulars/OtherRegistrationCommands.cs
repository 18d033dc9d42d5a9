using Register.Client.Input;
using Register.Client.Officer;

namespace Register.Client.Particulars;

/// <summary>Registrations with other bodies: declared by the registrant, looked up by an officer, ended by either (R14, R23).</summary>
internal static class OtherRegistrationCommands
{
    public static RegisterCommand OtherRegistration(Whose whose)
    {
        var body = Typed.Word<StatutoryBody>("--body", "The other body", required: true);
        var number = Typed.Text("--number", "The number it gave", "NUMBER", required: true);
        var from = Typed.Date("--from", "The first day of the registration");
        var ended = Typed.Date("--ended", "The first day without it: records its end");
        var status = Typed.Word<OtherRegistrationStatus>("--status", "What the other register says");
        var checkedOn = Typed.Date("--checked-on", "The day you looked it up [default: today]");
        var looked = whose == Whose.Own ? Array.Empty<Option>() : [status, checkedOn];
        var said = whose == Whose.Own ? "" : " --status registered";
        var command = whose.With(new RegisterCommand("other-registration",
            $"Records a registration with another body, or its end. {whose.Roles}",
            whose.Example("other-registration", $"--body hcpc --number RA12345 --from 2020-02-29{said}"),
            whose.Example("other-registration", "--body hcpc --number RA12345 --ended 2027-03-01"))
        {
            body, number, from, ended,
        });
        foreach (var option in looked)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(from) is null == result.GetResult(ended) is null)
                result.AddError("Give --from to record the registration, or --ended to record its end.");
        });
        return command.Changes(async session =>
        {
            var name = await whose.Name(session);
            var registrant = session.Get(ended) is { } end
                ? (await session.Particulars.EndOtherRegistrationAsync(
                    new() { RequestId = session.Change(), Name = name, Body = session.Get(body)!.Value, Number = session.Get(number), EndDate = end },
                    session.Call())).Registrant
                : (await session.Particulars.RecordOtherRegistrationAsync(
                    new()
                    {
                        RequestId = session.Change(),
                        Name = name,
                        Body = session.Get(body)!.Value,
                        Number = session.Get(number),
                        Status = looked.Length == 0 ? OtherRegistrationStatus.Unspecified : session.Get(status) ?? OtherRegistrationStatus.Unspecified,
                        StartDate = session.Get(from),
                        CheckDate = looked.Length == 0 ? null : session.Get(checkedOn),
                    },
                    session.Call())).Registrant;
            session.Output.Show(registrant, RegistrantPresentation.Registrant);
        });
    }
}
