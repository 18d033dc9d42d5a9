using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Register.Service.Tests.Running;

/// <summary>A register that users can call, each in their role.</summary>
public interface IRegister
{
    /// <summary>gRPC without a token.</summary>
    CallInvoker Anyone { get; }

    /// <summary>gRPC in a role, with a token from the local issuer.</summary>
    CallInvoker InRole(string role, string? subject = null, string? organisation = null);
}

/// <summary>Logs in at the local issuer, as the client does.</summary>
public static class LoggedIn
{
    /// <summary>Calls in a role; the token is fetched at the first call.</summary>
    public static CallInvoker InRole(CallInvoker anyone, HttpClient http, string role, string? subject, string? organisation)
    {
        var token = new Lazy<Task<string>>(() => Token(http, role, subject ?? $"{role}-1", organisation));
        return anyone.Intercept(new Bearer(token));
    }

    /// <summary>A token from the local issuer.</summary>
    public static async Task<string> Token(HttpClient http, string role, string subject, string? organisation)
    {
        var response = await http.PostAsJsonAsync("/development/token", new { role, subject, organisation });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }

    private sealed class Bearer(Lazy<Task<string>> token) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, With(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, With(context));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(With(context));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(With(context));

        private ClientInterceptorContext<TRequest, TResponse> With<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            var headers = new Metadata { { "authorization", $"Bearer {token.Value.GetAwaiter().GetResult()}" } };
            foreach (var header in context.Options.Headers ?? [])
                headers.Add(header);
            return new(context.Method, context.Host, context.Options.WithHeaders(headers));
        }
    }
}
