using Google.Rpc;
using Microsoft.Net.Http.Headers;

namespace Register.Service.Edge;

/// <summary>Refuses a body in a character set nobody knows, before the transcoding of REST meets it and can only fail.</summary>
public static class KnownCharset
{
    /// <summary>Answers 400 where the content type names an unknown charset.</summary>
    public static void UseKnownCharset(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Problems.Json.Format(
                Problems.Of(Code.InvalidArgument, "UNKNOWN_CHARSET", "The content type names a character set that is not known: use UTF-8.")));
            return;
        }
        await next(context);
    });
}
