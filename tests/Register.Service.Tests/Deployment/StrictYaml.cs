using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Register.Service.Tests.Deployment;

/// <summary>YAML into types; a key that the type has not is an error.</summary>
internal static class StrictYaml
{
    public static T Read<T>(string yaml, INamingConvention? names = null) => new DeserializerBuilder()
        .WithNamingConvention(names ?? CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build()
        .Deserialize<T>(new MergingParser(new Parser(new StringReader(yaml))));
}
