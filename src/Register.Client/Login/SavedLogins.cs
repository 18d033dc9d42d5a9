using System.Text.Json;
using System.Text.Json.Serialization;
using Register.Client.Errors;

namespace Register.Client.Login;

/// <summary>Someone the user logged in as, and until when the register believes it.</summary>
internal sealed record SavedLogin(string Role, string Subject, string? Organisation, string Token, DateTimeOffset ExpiresAt)
{
    public bool HasExpired => ExpiresAt <= DateTimeOffset.UtcNow;
}

/// <summary>The logins a user has saved, and which one is current. Kept in a file that only its owner can read.</summary>
internal sealed record SavedLogins(string? Current, SortedDictionary<string, SavedLogin> Logins)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [JsonIgnore]
    public SavedLogin? CurrentLogin => Current is not null && Logins.TryGetValue(Current, out var login) ? login : null;

    private static string Place => Path.Combine(Directory, "logins.json");

    private static string Directory => Environment.GetEnvironmentVariable("REGISTER_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "sonographer-register");

    public static SavedLogins Load()
    {
        try
        {
            return File.Exists(Place)
                ? JsonSerializer.Deserialize(File.ReadAllText(Place), LoginJson.Default.SavedLogins) ?? None()
                : None();
        }
        catch (JsonException exception)
        {
            throw CommandFailure.WrongInput($"{Place} cannot be read ({exception.Message}); delete it and log in again.");
        }
    }

    public SavedLogins With(string name, SavedLogin login) => new(name, new(Logins) { [name] = login });

    public SavedLogins Without(string name)
    {
        var left = new SortedDictionary<string, SavedLogin>(Logins);
        left.Remove(name);
        return new(Current == name ? null : Current, left);
    }

    /// <summary>Writes a new file and moves it into place, so that a login in another window never meets half a file.</summary>
    public void Save()
    {
        System.IO.Directory.CreateDirectory(Directory);
        var draft = $"{Place}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(draft, options))
            JsonSerializer.Serialize(file, this, LoginJson.Default.SavedLogins);
        File.Move(draft, Place, overwrite: true);
    }

    private static SavedLogins None() => new(null, []);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SavedLogins))]
internal sealed partial class LoginJson : JsonSerializerContext;
