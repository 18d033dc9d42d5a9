using Register.Domain;
using Register.Domain.Practice;
using Register.Service.Edge;
using Register.Views.Practice;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Practice;

/// <summary>Preceptorships and departments as the contract shows them.</summary>
internal static class PreceptorshipMapping
{
    public static Proto.Preceptorship ToProto(PreceptorshipView row) => ToProto(StreamId.Parse(row.Id), row.State, row.Version);

    public static Proto.Preceptorship ToProto(StreamId stream, PreceptorshipState state, long version)
    {
        var plan = state.Plan!;
        return new()
        {
            Name = $"preceptorships/{stream.Id}",
            Registrant = $"registrants/{plan.Registrant}",
            Department = plan.Department.ToString(),
            Capabilities = { plan.Capabilities },
            From = plan.On.ToProto(),
            DepartmentEndorsed = plan.DepartmentEndorsed,
            SignOffs = { state.SignedOff.Select(s => new Proto.SignOff { Capability = s.Capability, On = s.On.ToProto(), SignedBy = s.By.Subject }) },
            OutstandingCapabilities = { state.Outstanding() },
            CompletedOn = state.Completion?.On.ToProto(),
            Version = version,
        };
    }

    public static Proto.Department ToProto(OdsCode department, DepartmentState state, long version, DateOnly today) => new()
    {
        Name = $"departments/{department}",
        OrganisationName = Organisations.Find(department)?.Name ?? "",
        Endorsements = { state.Endorsements.Select(e => new Proto.EndorsementPeriod { From = e.From.ToProto(), To = e.To.ToProto() }) },
        Endorsed = state.IsEndorsedOn(today),
        Version = version,
    };
}
