using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Register.Service.Edge;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Applications;

/// <summary>The text that a draft is kept as.</summary>
internal static class DraftForm
{
    private const int Longest = 60_000;

    private static readonly FieldDescriptor[] OutputOnly =
    [
        .. Proto.Application.Descriptor.Fields.InDeclarationOrder()
            .Where(field => field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(FieldBehavior.OutputOnly) ?? false),
    ];

    /// <summary>What the applicant filled in, without what the register alone says; a form that could not be read back is a violation.</summary>
    public static string Of(RequestReader read, Proto.Application? application)
    {
        var filledIn = application?.Clone() ?? new();
        foreach (var field in OutputOnly)
            field.Accessor.Clear(filledIn);
        var form = filledIn.ToString();
        if (form.Length > Longest)
            read.Wrong("application", "TOO_LONG", "A draft has at most 60,000 characters.");
        else if (!ReadsBack(form))
            read.Wrong("application", "NOT_READABLE", "The draft has a value that cannot be kept.");
        return form;
    }

    private static bool ReadsBack(string form)
    {
        try
        {
            Proto.Application.Parser.ParseJson(form);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }
}
