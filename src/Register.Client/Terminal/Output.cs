using Google.Protobuf;
using Spectre.Console;

namespace Register.Client.Terminal;

/// <summary>Where answers go: tables for people, JSON for programs, bare names for scripts.</summary>
internal sealed class Output
{
    private enum Style
    {
        Words,
        Json,
        Names,
    }

    private readonly Style _style;

    private Output(Style style) => _style = style;

    public bool IsJson => _style is Style.Json;
    public bool IsQuiet => _style is Style.Names;

    public static Output For(bool json, bool quiet) => new(json ? Style.Json : quiet ? Style.Names : Style.Words);

    /// <summary>Shows one resource.</summary>
    public void Show<T>(T resource, Presentation<T> presentation) where T : IMessage => Show(resource, resource, presentation);

    /// <summary>Shows one resource; as JSON the whole answer that it came in.</summary>
    public void Show<T>(IMessage answer, T resource, Presentation<T> presentation)
    {
        switch (_style)
        {
            case Style.Json:
                Console.Out.WriteLine(Json.Indented(answer));
                break;
            case Style.Names:
                Console.Out.WriteLine(presentation.Name(resource));
                break;
            default:
                var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
                foreach (var (label, text) in presentation.Details.Select(fact => (fact.Label, fact.Text(resource))))
                {
                    if (text.Length > 0)
                        grid.AddRow(Screen.Label(label), Screen.Text(text));
                }

                Screen.Out.Write(grid);
                break;
        }
    }

    /// <summary>Shows many, as a table; what the user has to know about the rest goes to standard error.</summary>
    public void List<T>(Listing<T> listing, Presentation<T> presentation) where T : IMessage
    {
        List(listing.Items, presentation);
        NoteMore(listing);
    }

    /// <summary>Tells people about many, in a sentence each; programs and scripts get the list.</summary>
    public void Tell<T>(Listing<T> listing, Func<T, string> sentence, Presentation<T> presentation) where T : IMessage
    {
        if (_style is not Style.Words)
        {
            List(listing, presentation);
            return;
        }

        foreach (var item in listing.Items)
            Console.Out.WriteLine(Screen.Printable(sentence(item)));
        NoteMore(listing);
    }

    public void List<T>(IReadOnlyCollection<T> resources, Presentation<T> presentation) where T : IMessage
    {
        switch (_style)
        {
            case Style.Json:
                Console.Out.WriteLine(Json.Array(resources));
                break;
            case Style.Names:
                foreach (var resource in resources)
                    Console.Out.WriteLine(presentation.Name(resource));
                break;
            default:
                if (resources.Count == 0)
                    Console.Out.WriteLine("None.");
                else
                    Screen.Out.Write(Screen.Table(resources, presentation.Columns));
                break;
        }
    }

    /// <summary>A sentence for people; programs and scripts are spared it.</summary>
    public void Say(string sentence)
    {
        if (_style is Style.Words)
            Console.Out.WriteLine(sentence);
    }

    private static void NoteMore<T>(Listing<T> listing)
    {
        if (listing.HasMore)
            Console.Error.WriteLine($"There are more than {listing.Items.Count}: --limit N shows more.");
    }
}
