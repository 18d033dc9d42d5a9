using Grpc.Core;
using Register.Domain;
using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.EventStore.Streams;
using Register.Service.Commands;
using Register.Service.Edge;
using Register.Service.Security;
using Register.Views;
using Register.Views.Practice;
using Sonographer.Register.V1;
using Kind = Register.Domain.Practice.CpdKind;
using Pay = Register.Domain.Practice.AgendaForChangeBand;
using Place = Register.Domain.Practice.PracticeSetting;
using Tier = Register.Domain.Practice.CareerTier;
using Where = Register.Domain.Practice.Region;

namespace Register.Service.Practice;

/// <summary>How registrants practise: facts with dates and evidence, and what they do to keep up (R23).</summary>
public sealed class PracticeService(CommandBus commands, ViewReader views, StreamStates streams, TimeProvider time)
    : Sonographer.Register.V1.PracticeService.PracticeServiceBase
{
    [Allow(Roles.Applicant, Roles.Registrar, Roles.Auditor)]
    public override async Task<GetPracticeResponse> GetPractice(GetPracticeRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var number = read.Registrant(request.Registrant);
        var asAt = read.OptionalDate("as_at", request.AsAt);
        var version = read.MinimumVersion(request.MinimumVersion);
        read.Done();

        Registrants.MustBeVisible(await streams.OwnerOf(number, context), context);
        var row = await views.Get<PracticeView>(PracticeState.StreamOf(number), version, context.CancellationToken);
        return new() { Practice = PracticeMapping.ToProto(number, row?.State ?? PracticeState.None, row?.Version ?? 0, asAt ?? Today) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<DeclareTierResponse> DeclareTier(DeclareTierRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number, fact) = (read.RequestId(request.RequestId), read.Registrant(request.Registrant), request.Fact ?? new());
        var tier = read.Word<Tier>("fact.tier", fact.Tier);
        var from = read.Date("fact.from", fact.From);
        var evidence = read.Prose("fact.evidence", fact.Evidence);
        read.Done();

        return new() { Practice = await Send(number, requestId, context, owner => new DeclareTier(owner, tier, from, evidence)) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<DeclareBandResponse> DeclareBand(DeclareBandRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number, fact) = (read.RequestId(request.RequestId), read.Registrant(request.Registrant), request.Fact ?? new());
        var band = read.Word<Pay>("fact.band", fact.Band);
        var from = read.Date("fact.from", fact.From);
        var evidence = read.Prose("fact.evidence", fact.Evidence);
        read.Done();

        return new() { Practice = await Send(number, requestId, context, owner => new DeclareBand(owner, band, from, evidence)) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<DeclareJobTitleResponse> DeclareJobTitle(DeclareJobTitleRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number, fact) = (read.RequestId(request.RequestId), read.Registrant(request.Registrant), request.Fact ?? new());
        var title = read.Line("fact.title", fact.Title);
        var from = read.Date("fact.from", fact.From);
        var evidence = read.Prose("fact.evidence", fact.Evidence);
        read.Done();

        return new() { Practice = await Send(number, requestId, context, owner => new DeclareJobTitle(owner, title, from, evidence)) };
    }

    [Allow(Roles.Applicant, Roles.Registrar)]
    public override async Task<DeclareEmploymentResponse> DeclareEmployment(DeclareEmploymentRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number, job) = (read.RequestId(request.RequestId), read.Registrant(request.Registrant), request.Employment ?? new());
        var employer = read.OdsCode("employment.employer", job.Employer);
        var name = job.EmployerName.Length > 0 ? read.Line("employment.employer_name", job.EmployerName) : null;
        Where? region = job.Region == Sonographer.Register.V1.Region.Unspecified ? null : read.Word<Where>("employment.region", job.Region);
        var setting = read.Word<Place>("employment.setting", job.Setting);
        var share = read.Decimal("employment.whole_time_equivalent", job.WholeTimeEquivalent);
        var from = read.Date("employment.from", job.From);
        var to = read.OptionalDate("employment.to", job.To);
        var evidence = read.Prose("employment.evidence", job.Evidence);
        read.Done();

        return new()
        {
            Practice = await Send(number, requestId, context, owner => new DeclareEmployment(owner, employer, name, region, setting, share, from, to, evidence)),
        };
    }

    [Allow(Roles.Applicant)]
    public override async Task<RecordCpdResponse> RecordCpd(RecordCpdRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var (requestId, number, done) = (read.RequestId(request.RequestId), read.Registrant(request.Registrant), request.Record ?? new());
        var record = new Domain.Practice.CpdRecord(
            read.Date("record.on", done.On),
            read.Decimal("record.hours", done.Hours),
            read.Word<Kind>("record.kind", done.Kind),
            read.Prose("record.reflection", done.Reflection));
        read.Done();

        return new() { Practice = await Send(number, requestId, context, owner => new RecordCpd(owner, record)) };
    }

    [Public]
    public override Task<ListOrganisationsResponse> ListOrganisations(ListOrganisationsRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var size = read.PageSize(request.PageSize);
        var after = read.PageToken(request.PageToken);
        read.Done();

        var page = Organisations.All.Where(o => after is null || string.CompareOrdinal(o.Code.ToString(), after) > 0).Take(size + 1).ToList();
        return Task.FromResult(new ListOrganisationsResponse
        {
            Organisations = { page.Take(size).Select(PracticeMapping.ToProto) },
            NextPageToken = RequestReader.NextToken(page.Count > size ? page[size - 1].Code.ToString() : null),
        });
    }

    private async Task<Sonographer.Register.V1.Practice> Send(
        RegistrationNumber number, Guid requestId, ServerCallContext context, Func<PracticeOwner, ICommand<PracticeState, PracticeEvent>> command)
    {
        var owner = await streams.OwnerOf(number, context);
        var done = await commands.Send(command(owner), requestId, context);
        return PracticeMapping.ToProto(number, done.State, done.Version, Today);
    }

    private DateOnly Today => CivilTime.DateIn(time.GetUtcNow());
}
