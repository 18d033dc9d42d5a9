using Grpc.Core;
using Register.Service.Tests.Running;
using Sonographer.Register.V1;
using Caller = Sonographer.Register.V1.ParticularsService.ParticularsServiceClient;

namespace Register.Service.Tests.Registration;

/// <summary>Who may change what, and whose.</summary>
public sealed class ParticularsAccessTests(RegisterInSimulatedTime register) : IClassFixture<RegisterInSimulatedTime>
{
    private static readonly Dictionary<string, Func<Caller, string, Task>> Calls = new()
    {
        ["ChangeName"] = async (c, name) => await c.ChangeNameAsync(
            new() { RequestId = People.NewRequest(), Name = name, FullName = "Another", EvidenceReference = "deed poll" }),
        ["CorrectName"] = async (c, name) => await c.CorrectNameAsync(
            new() { RequestId = People.NewRequest(), Name = name, FullName = "Another", RecordedStartDate = People.Date(2026, 3, 2), Reason = "Wrong." }),
        ["ChangeAddress"] = async (c, name) => await c.ChangeAddressAsync(
            new() { RequestId = People.NewRequest(), Name = name, Address = new() { Line1 = "1 High Street", Town = "Kendal" } }),
        ["ChangeContact"] = async (c, name) => await c.ChangeContactAsync(
            new() { RequestId = People.NewRequest(), Name = name, Phone = "01632 960001" }),
        ["ChangePracticeTown"] = async (c, name) => await c.ChangePracticeTownAsync(
            new() { RequestId = People.NewRequest(), Name = name, PracticeTown = "Kendal" }),
        ["RecordOtherRegistration"] = async (c, name) => await c.RecordOtherRegistrationAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = name,
            Body = StatutoryBody.Hcpc,
            Number = "RA12345",
            Status = OtherRegistrationStatus.Registered,
            StartDate = People.Date(2020, 2, 29),
        }),
        ["EndOtherRegistration"] = async (c, name) => await c.EndOtherRegistrationAsync(
            new() { RequestId = People.NewRequest(), Name = name, Body = StatutoryBody.Hcpc, Number = "RA12345", EndDate = People.Date(2026, 3, 1) }),
        ["GrantAnnotation"] = async (c, name) => await c.GrantAnnotationAsync(
            new() { RequestId = People.NewRequest(), Name = name, Kind = AnnotationKind.Reporting, EvidenceReference = "letter" }),
        ["RevokeAnnotation"] = async (c, name) => await c.RevokeAnnotationAsync(
            new() { RequestId = People.NewRequest(), Name = name, AnnotationId = Guid.NewGuid().ToString("D"), Reason = "No." }),
        ["CorrectAnnotation"] = async (c, name) => await c.CorrectAnnotationAsync(new()
        {
            RequestId = People.NewRequest(),
            Name = name,
            AnnotationId = Guid.NewGuid().ToString("D"),
            EvidenceReference = "letter 2",
            Reason = "Wrong.",
        }),
        ["GetOwnRecord"] = async (c, _) => await c.GetOwnRecordAsync(new()),
    };

    private static readonly string[] OfRegistrantsToo =
        ["ChangeAddress", "ChangeContact", "ChangePracticeTown", "RecordOtherRegistration", "EndOtherRegistration", "GetOwnRecord"];

    public static TheoryData<string> Rpcs => [.. Calls.Keys];

    [Fact]
    public void Every_rpc_of_particulars_is_tried_here() =>
        Assert.Equal(Calls.Keys, ParticularsService.Descriptor.Methods.Select(m => m.Name));

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Only_its_own_roles_call_it(string rpc)
    {
        string[] others = ["accreditor", "auditor", "ftp-officer", "panel", "analyst", "operator"];
        string[] further = OfRegistrantsToo.Contains(rpc) ? [] : ["applicant"];
        foreach (var role in others.Concat(further).Concat(rpc == "GetOwnRecord" ? ["registrar"] : []))
            await Refused(rpc, new(register.InRole(role)), "registrants/SON1", StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await Refused(rpc, new(register.Anyone), "registrants/SON1", StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    [Fact] // R23
    public async Task For_another_applicant_the_registrant_does_not_exist_and_no_officer_changes_their_own_entry()
    {
        var zoe = await OnTheRegister.Enter(register, "owner");
        foreach (var rpc in Calls.Keys.Except(["GetOwnRecord"]))
        {
            if (OfRegistrantsToo.Contains(rpc))
                await Refused(rpc, new(register.InRole("applicant", "curious")), zoe.Name, StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
            await Refused(rpc, new(register.InRole("registrar", zoe.Subject)), zoe.Name, StatusCode.PermissionDenied, "OWN_ENTRY");
            await Refused(rpc, zoe.Officer, "registrants/SON999999", StatusCode.NotFound, "REGISTRANT_NOT_FOUND");
        }
    }

    private static async Task Refused(string rpc, Caller client, string name, StatusCode code, string reason)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Calls[rpc](client, name));
        Assert.Equal((rpc, code, reason), (rpc, refusal.StatusCode, refusal.Reason()));
    }
}
