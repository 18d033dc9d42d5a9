using Grpc.Core;
using Register.Client.Input;
using Register.Client.Terminal;

namespace Register.Client.Operations;

/// <summary>The keys of persons and the register's own.</summary>
internal static class KeyCommands
{
    private static readonly IReadOnlyList<Fact<Keys>> Facts =
    [
        new("Keys", k => $"{k.KeyCount}"),
        new("Destroyed", k => $"{k.DestroyedCount}"),
        new("Register's own", k => $"{k.OwnKeyCount}"),
        new("Master key", k => k.CurrentMasterKey),
        new("Wrapped by", k => string.Join(", ", k.MasterKeys.Select(m => $"{m.MasterKey}: {m.KeyCount}"))),
    ];

    public static Command Group() => RegisterCommand.Holding("keys", "The keys that personal data in the ledger is sealed with, and identities are hashed with.", Show(), Rotate());

    private static Presentation<Keys> Presentation { get; } = new(k => k.CurrentMasterKey, Facts, Facts);

    private static RegisterCommand Show() =>
        new RegisterCommand("show", "Says how many keys of persons there are, how many are destroyed, how many the register has for itself, and which master keys wrap them.",
            "register admin keys show")
            .Does(async session => session.Output.Show((await session.Operations.GetKeysAsync(new GetKeysRequest(), session.Call())).Keys, Presentation));

    private static RegisterCommand Rotate() =>
        new RegisterCommand("rotate",
            "Puts a new master key in the place of the one that wraps the keys of persons and the register's own, and wraps them all with it. Broken off, it goes on when called again.",
            "register admin keys rotate")
            .Does(async session =>
            {
                using var call = session.Operations.RotateMasterKey(new RotateMasterKeyRequest(), session.Stream());
                Keys? keys = null;
                await Screen.WithProgress("Wrapping keys", total: null, async done =>
                {
                    await foreach (var step in call.ResponseStream.ReadAllAsync(session.Cancelled))
                    {
                        done((int)step.WrappedCount);
                        keys = step.Keys ?? keys;
                    }
                });
                session.Output.Show(keys!, Presentation);
            });
}
