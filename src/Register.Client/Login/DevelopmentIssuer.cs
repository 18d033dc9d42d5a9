using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Register.Client.Errors;

namespace Register.Client.Login;

internal sealed record TokenRequest(string Role, string Subject, string? Organisation);

internal sealed record TokenResponse(string AccessToken, string TokenType, int ExpiresIn);

/// <summary>RFC 9457.</summary>
internal sealed record Problem(string? Title, string? Detail);

/// <summary>The issuer that a register in Development brings along. Elsewhere tokens come from an identity provider.</summary>
internal static class DevelopmentIssuer
{
    public static async Task<TokenResponse> Issue(Session session, TokenRequest request)
    {
        if (!Uri.TryCreate(session.HttpAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw CommandFailure.WrongInput($"The address '{session.HttpAddress}' is not one: http://host:port or https://host:port.");
        try
        {
            using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
            using var response =
                await http.PostAsJsonAsync("/development/token", request, IssuerJson.Default.TokenRequest, session.Cancelled);
            if (!response.IsSuccessStatusCode)
                throw await Refusal(response, session);
            return await response.Content.ReadFromJsonAsync(IssuerJson.Default.TokenResponse, session.Cancelled)
                ?? throw new JsonException("an empty answer");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException
            && !session.Cancelled.IsCancellationRequested)
        {
            throw new CommandFailure(ExitCode.Unreachable, "UNAVAILABLE", $"The register at {session.HttpAddress} does not answer.")
            {
                Hint = $"is the register running at {session.HttpAddress}? --http-address or REGISTER_HTTP_ADDRESS name another place",
            };
        }
        catch (JsonException)
        {
            throw new CommandFailure(ExitCode.Unreachable, "UNEXPECTED", $"What answers at {session.HttpAddress} is not a register.");
        }
    }

    private static async Task<CommandFailure> Refusal(HttpResponseMessage response, Session session)
    {
        var problem = response.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/json"
            ? await response.Content.ReadFromJsonAsync(IssuerJson.Default.Problem, session.Cancelled)
            : null;
        var message = problem?.Detail ?? problem?.Title ?? $"HTTP status {(int)response.StatusCode}.";
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => new(ExitCode.NotFound, "NO_ISSUER", "This register does not issue development tokens.")
            {
                Hint = "get a token from your identity provider and give it with --token or REGISTER_TOKEN",
            },
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(ExitCode.NotAllowed, "NOT_ALLOWED", message),
            >= HttpStatusCode.InternalServerError => new(ExitCode.Unreachable, "UNAVAILABLE", message),
            _ => new(ExitCode.WrongInput, "INVALID_ARGUMENT", message),
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class IssuerJson : JsonSerializerContext;
