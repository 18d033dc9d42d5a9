using CliWrap;
using Register.EventStore.Keys;

namespace Register.Service.Tests.Keys;

/// <summary>The master key in a file: what the embedded default has for a key management service.</summary>
public sealed class MasterKeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("register-test-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "keys", "master.key");

    [Fact]
    public void It_is_made_when_it_is_not_there_and_only_its_owner_reads_it()
    {
        var made = MasterKeyFile.Open(Path);
        Assert.Equal(made.Current, MasterKeyFile.Open(Path).Current);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public async Task What_one_master_key_wrapped_is_unwrapped_after_another_took_its_place_and_no_longer_when_it_is_dropped()
    {
        var file = MasterKeyFile.Open(Path);
        var key = new PersonKey(7, new byte[32]);
        var wrapped = (await file.Wrap([key], CancellationToken.None))[0];

        file.Add();
        Assert.NotEqual(wrapped.Master, file.Current);
        Assert.Equal(key.Secret, (await MasterKeyFile.Open(Path).Unwrap([wrapped], CancellationToken.None))[0].Secret);

        file.ForgetAllBut([]);
        var e = await Assert.ThrowsAsync<MasterKeyException>(async () => await MasterKeyFile.Open(Path).Unwrap([wrapped], CancellationToken.None));
        Assert.Contains($"Master key {wrapped.Master} is not in", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrapped_key_is_that_of_no_other_person()
    {
        var file = MasterKeyFile.Open(Path);
        var wrapped = await file.Wrap([new(7, new byte[32])], CancellationToken.None);
        await Assert.ThrowsAsync<MasterKeyException>(async () => await file.Unwrap([wrapped[0] with { Id = 8 }], CancellationToken.None));
    }

    // As Kubernetes mounts a Secret: master.key -> ..data/master.key, and ..data -> a directory of its own for each version.
    [Fact]
    public async Task A_secret_that_Kubernetes_has_changed_is_read_again()
    {
        var mount = Directory.CreateDirectory(System.IO.Path.Combine(_folder, "mount")).FullName;
        string At(string name) => System.IO.Path.Combine(mount, name);
        MasterKeyFile.Open(Path);
        await Change("..first", File.ReadAllText(Path));
        File.CreateSymbolicLink(At("master.key"), System.IO.Path.Combine("..data", "master.key"));
        var file = MasterKeyFile.Open(At("master.key"), mayMake: false);
        var former = file.Current;

        MasterKeyFile.Open(Path).Add();
        await Change("..second", File.ReadAllText(Path));
        Assert.Equal(MasterKeyFile.Open(Path).Current, file.Current);
        Assert.NotEqual(former, file.Current);
        Assert.True(file.Knows(former));

        async Task Change(string version, string keys)
        {
            Directory.CreateDirectory(At(version));
            File.WriteAllText(System.IO.Path.Combine(At(version), "master.key"), keys);
            Directory.CreateSymbolicLink(At("..data_tmp"), version);
            await Cli.Wrap("mv").WithArguments(["-T", At("..data_tmp"), At("..data")]).ExecuteAsync(); // File.Move renames no link to a directory
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 no-base64!")]
    [InlineData("1 dG9vIHNob3J0")]
    public void What_is_no_master_key_file_is_not_taken_for_one(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text);
        Assert.Throws<MasterKeyException>(() => MasterKeyFile.Open(Path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
