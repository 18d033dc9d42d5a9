using Grpc.Core;
using Register.Domain;
using Register.Service.Edge;

namespace Register.Service.Reads;

/// <summary>Who reads, by what call and what for.</summary>
/// <param name="Method">The service and the RPC: "RegistrationService.GetRegistrant".</param>
public sealed record Reader(Actor Actor, string Method, string Purpose);

/// <summary>Knows readers and their purposes. A purpose is said in a header; by configuration some roles have to say it.</summary>
public sealed class Readers(IConfiguration configuration)
{
    /// <summary>The header: percent-encoded UTF-8, one line.</summary>
    public const string PurposeHeader = "x-purpose";

    private const int LongestPurpose = 200;

    private readonly HashSet<string> _mustSay = [.. configuration.GetSection("ReadLog:PurposeRequiredOf").Get<string[]>() ?? []];

    /// <summary>Who is calling.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the purpose cannot be read, or is missing where the role has to say it.</exception>
    public Reader Of(ServerCallContext context)
    {
        var actor = context.Actor();
        return new(actor, context.Method.Split('/') is [_, var service, var method] ? $"{service.Split('.')[^1]}.{method}" : context.Method, Purpose(context, actor.Role));
    }

    private string Purpose(ServerCallContext context, string role)
    {
        var said = Uri.UnescapeDataString(context.GetHttpContext().Request.Headers[PurposeHeader].ToString());
        if (said.Length == 0 && !_mustSay.Contains(role))
            return Usual(role);
        var read = new RequestReader();
        var purpose = read.Line(PurposeHeader, said, LongestPurpose);
        read.Done();
        return purpose;
    }

    private static string Usual(string role) => role switch
    {
        Roles.Registrar => "registration",
        Roles.FtpOfficer or Roles.Panel => "fitness to practise",
        Roles.Accreditor or Roles.EducationProvider => "education",
        Roles.Employer => "employment",
        Roles.Auditor => "audit",
        Roles.Analyst => "statistics",
        _ => "operation of the register",
    };
}
