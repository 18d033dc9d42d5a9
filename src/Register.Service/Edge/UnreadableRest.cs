using Google.Protobuf;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace Register.Service.Edge;

/// <summary>Says of a REST request that could not be read what is said of every other wrong input: a reason, in the register's words.</summary>
/// <remarks>Transcoding answers such a request by itself, before any interceptor, with a bare status in the words of its JSON reader.</remarks>
public static class UnreadableRest
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(Problems.Details));

    /// <summary>Adds the reason where a REST answer says INVALID_ARGUMENT without one.</summary>
    public static void UseReasonForUnreadableRest(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type != MethodType.Unary
            || context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status400BadRequest && Bare(answer))
        {
            context.Response.ContentLength = null;
            await context.Response.WriteAsync(Problems.Json.Format(
                Problems.Of(Code.InvalidArgument, "UNREADABLE_REQUEST", "The request cannot be read: it is not what this method takes, in field names, types or form.")));
            return;
        }
        await body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
    });

    private static bool Bare(MemoryStream answer) =>
        Parser.Parse<Google.Rpc.Status>(new StreamReader(new MemoryStream(answer.GetBuffer(), 0, (int)answer.Length)).ReadToEnd()).Details.Count == 0;
}
