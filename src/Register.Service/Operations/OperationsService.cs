using Grpc.Core;
using Marten.Events.Daemon.Coordination;
using Register.Domain;
using Register.Service.Edge;
using Register.Service.FallingDue;
using Register.Service.Hosting;
using Register.Service.Keys;
using Register.Service.Leadership;
using Register.Service.Reads;
using Register.Service.Relaying;
using Register.Service.Security;
using Register.Views;
using Sonographer.Register.V1;
using Clock = Sonographer.Register.V1.Clock;

namespace Register.Service.Operations;

/// <summary>For those who run the register: how far the views are, building them anew, and the clock.</summary>
public sealed partial class OperationsService(
    ViewPositions views,
    IProjectionCoordinator coordinator,
    ViewRebuilds rebuilds,
    ViewShapes shapes,
    KeepingViews keeping,
    IHostApplicationLifetime lifetime,
    DueWork due,
    Settling settling,
    TimeProvider time,
    Backups backups,
    KeyRotation rotation,
    SimulatedClock? simulated = null,
    CatchingUp? catchingUp = null)
    : Sonographer.Register.V1.OperationsService.OperationsServiceBase
{
    [Allow(Roles.Operator)]
    [ReadsNobody("How far views have come.")]
    public override async Task<ListViewsResponse> ListViews(ListViewsRequest request, ServerCallContext context)
    {
        var (positions, end) = await views.Positions(context.CancellationToken);
        return new()
        {
            Views =
            {
                ViewRebuilds.Names.Select(name => new View
                {
                    Name = name,
                    Position = positions.GetValueOrDefault(name),
                    LedgerPosition = end,
                }),
            },
        };
    }

    [Allow(Roles.Operator)]
    [ReadsNobody("Views are built anew, nobody reads them.")]
    public override async Task RebuildViews(RebuildViewsRequest request, IServerStreamWriter<RebuildViewsResponse> responseStream, ServerCallContext context)
    {
        var read = new RequestReader();
        var wanted = request.Views.Count == 0 ? ViewRebuilds.Names : [.. request.Views.Distinct()];
        if (wanted.Except(ViewRebuilds.Names).Any())
            read.Wrong("views", "UNKNOWN_VIEW", $"The views are {string.Join(", ", ViewRebuilds.Names)}.");
        read.Done();
        if (keeping.Part != Part.Keeper)
            throw Problems.Unavailable("VIEWS_KEPT_ELSEWHERE", "Another instance keeps the views and builds them anew: this one stands by.").ToRpcException();

        // Built of a copy that lacks something, they would be on record as whole.
        if (catchingUp is { IsDone: false })
            throw new ViewBehindException();

        var daemon = coordinator.DaemonForMainDatabase();
        for (var i = 0; i < wanted.Count; i++)
        {
            await Report(wanted[i], done: false, i);
            await Rebuild(wanted[i]);
            await Report(wanted[i], done: true, i + 1);
        }

        async Task Rebuild(string view)
        {
            using var gate = rebuilds.Begin(view);
            await shapes.Forget([view], lifetime.ApplicationStopping);
            try
            {
                // A caller who goes away does not leave a view half built.
                await daemon.RebuildProjectionAsync(view, lifetime.ApplicationStopping);
                await shapes.Record(view, lifetime.ApplicationStopping);
            }
            finally
            {
                await daemon.StartAgentAsync($"{view}:All", lifetime.ApplicationStopping);
            }
        }

        Task Report(string view, bool done, int count) => responseStream.WriteAsync(
            new() { View = view, Done = done, DoneCount = count, TotalCount = wanted.Count }, context.CancellationToken);
    }

    [Allow(Roles.Operator)]
    [ReadsNobody("What time it is.")]
    public override Task<GetClockResponse> GetClock(GetClockRequest request, ServerCallContext context) =>
        Task.FromResult(new GetClockResponse { Clock = Clock() });

    [Allow(Roles.Operator)]
    [ReadsNobody("It sets what time it is.")]
    public override async Task<MoveClockResponse> MoveClock(MoveClockRequest request, ServerCallContext context)
    {
        var read = new RequestReader();
        var day = read.Date("to", request.To);
        read.Done();
        if (simulated is null)
            throw Problems.Rejected([Rejection.Of("CLOCK_IS_REAL", "The register runs on the real time.")]);
        if (day < CivilTime.DateIn(time.GetUtcNow()))
            throw Problems.Rejected([Rejection.Of("CLOCK_RUNS_FORWARD", "The register's clock is past that day already.", "to")]);

        simulated.MoveTo(day);
        // What is done leads to reactions, and they may make more fall due.
        do
            await settling.Wait(context.CancellationToken);
        while (await due.Run(context.CancellationToken) > 0);
        return new() { Clock = Clock() };
    }

    [Allow(Roles.Operator)]
    [ReadsNobody("A copy of the whole register is for nobody to read; the log says who took it.")]
    public override Task BackUpRegister(BackUpRegisterRequest request, IServerStreamWriter<BackUpRegisterResponse> responseStream, ServerCallContext context) =>
        backups.BackUp(responseStream, context);

    [Allow(Roles.Operator)]
    [ReadsNobody("A copy comes in.")]
    public override async Task<RestoreRegisterResponse> RestoreRegister(IAsyncStreamReader<RestoreRegisterRequest> requestStream, ServerCallContext context) =>
        new() { Backup = await backups.Restore(requestStream, context) };

    private Clock Clock()
    {
        var now = time.GetUtcNow();
        return new() { Now = now.ToProto(), Today = CivilTime.DateIn(now).ToProto(), Simulated = simulated is not null };
    }
}
