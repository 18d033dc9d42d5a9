using System.Text;
using Register.Client;
using Register.Client.Errors;

// Names are in many scripts, whatever the locale of the terminal says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var parsed = RegisterRoot.Create().Parse(args);
return parsed.Action is System.CommandLine.Invocation.ParseErrorAction
    ? ErrorReport.WrongUsage(parsed)
    : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
