using Grpc.Core;
using Grpc.Net.Client;
using Register.Client.Login;
using Register.Client.Terminal;

namespace Register.Client;

/// <summary>One run of one command: what the user typed, who they are, the open channel, and where the answer goes.</summary>
internal sealed class Session : IDisposable
{
    private readonly ParseResult _parsed;
    private readonly Lazy<GrpcChannel> _channel;
    private readonly Lazy<string?> _token;

    public Session(ParseResult parsed, CancellationToken cancelled)
    {
        _parsed = parsed;
        Cancelled = cancelled;
        Output = Output.For(Get(CommonOptions.Json), Get(CommonOptions.Quiet));
        Address = Get(CommonOptions.Address) ?? Setting("REGISTER_ADDRESS") ?? "http://127.0.0.1:5081";
        HttpAddress = Get(CommonOptions.HttpAddress) ?? Setting("REGISTER_HTTP_ADDRESS") ?? "http://127.0.0.1:5080";
        _channel = new(() => Connection.Open(Address));
        _token = new(() => AccessToken.Choose(Get(CommonOptions.Token), Get(CommonOptions.As)));
    }

    public Output Output { get; }
    public string Address { get; }
    public string HttpAddress { get; }
    public CancellationToken Cancelled { get; }

    /// <summary>The id of the change this command made or tried to make; null for a command that only reads.</summary>
    public RequestId? RequestId { get; private set; }

    /// <summary>What a change of many parts has done by now; told when a later part fails.</summary>
    public string? DoneSoFar { get; set; }

    public EducationService.EducationServiceClient Education => new(_channel.Value);
    public ApprenticeshipService.ApprenticeshipServiceClient Apprenticeships => new(_channel.Value);
    public ApplicationsService.ApplicationsServiceClient Applications => new(_channel.Value);
    public DocumentsService.DocumentsServiceClient Documents => new(_channel.Value);
    public IdentityService.IdentityServiceClient Identity => new(_channel.Value);
    public RegistrationService.RegistrationServiceClient Registration => new(_channel.Value);
    public ParticularsService.ParticularsServiceClient Particulars => new(_channel.Value);
    public PracticeService.PracticeServiceClient Practice => new(_channel.Value);
    public PreceptorshipService.PreceptorshipServiceClient Preceptorships => new(_channel.Value);
    public EvidenceService.EvidenceServiceClient Evidence => new(_channel.Value);
    public RenewalService.RenewalServiceClient Renewal => new(_channel.Value);
    public VerificationService.VerificationServiceClient Verification => new(_channel.Value);
    public FitnessToPractiseService.FitnessToPractiseServiceClient FitnessToPractise => new(_channel.Value);
    public ReadLogService.ReadLogServiceClient ReadLog => new(_channel.Value);
    public AuditService.AuditServiceClient Audit => new(_channel.Value);
    public LedgerService.LedgerServiceClient Ledger => new(_channel.Value);
    public OperationsService.OperationsServiceClient Operations => new(_channel.Value);
    public RelayService.RelayServiceClient Relay => new(_channel.Value);

    private int? TimeoutInSeconds => Get(CommonOptions.Timeout) is > 0 and var seconds ? seconds : null;

    public T? Get<T>(Option<T> option) => _parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => _parsed.GetValue(argument);

    /// <summary>The request id of this change: the user's, else a fresh one that stays the same for the whole command.</summary>
    public RequestId Change() =>
        RequestId ??= new(Get(CommonOptions.RequestId) is var given && given != Guid.Empty ? given : Guid.NewGuid());

    /// <summary>For a call with one answer: the token, the purpose, and the deadline.</summary>
    public CallOptions Call() => Stream().WithDeadline(DateTime.UtcNow.AddSeconds(TimeoutInSeconds ?? 30));

    /// <summary>For a call that lasts as long as there is something to say: no deadline unless the user gives one.</summary>
    public CallOptions Stream()
    {
        var headers = new Metadata();
        if (_token.Value is { } token)
            headers.Add("authorization", $"Bearer {token}");
        if ((Get(CommonOptions.Purpose) ?? Setting("REGISTER_PURPOSE")) is { } purpose)
            headers.Add("x-purpose", Uri.EscapeDataString(purpose));
        var options = new CallOptions(headers, cancellationToken: Cancelled);
        return TimeoutInSeconds is { } seconds ? options.WithDeadline(DateTime.UtcNow.AddSeconds(seconds)) : options;
    }

    public void Dispose()
    {
        if (_channel.IsValueCreated)
            _channel.Value.Dispose();
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
