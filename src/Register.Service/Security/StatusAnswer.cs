using System.Globalization;
using Google.Protobuf;
using Register.Service.Edge;
using Status = Google.Rpc.Status;

namespace Register.Service.Security;

/// <summary>Answers a call before it has reached its method: with a status, by gRPC or by REST as it was made.</summary>
internal static class StatusAnswer
{
    public static async Task Write(HttpContext context, Status status, int httpStatus)
    {
        var response = context.Response;
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
        {
            // A gRPC response that has no messages says its status in its headers ("Trailers-Only").
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = "application/grpc";
            response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
            response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
            response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
            return;
        }
        response.StatusCode = httpStatus;
        response.ContentType = "application/json";
        await response.WriteAsync(Problems.Json.Format(status));
    }
}
