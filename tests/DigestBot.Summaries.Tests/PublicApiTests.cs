using System.Reflection;
using System.Runtime.CompilerServices;

namespace DigestBot.Summaries.Tests;

/// <summary>Others build on the library: what they see changes only on purpose.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void What_is_public_is_what_the_file_says()
    {
        string[] actual = [.. typeof(SentenceSplitter).Assembly.GetExportedTypes().SelectMany(Members).Order(StringComparer.Ordinal)];
        string file = PathOfList();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllLines(file, actual);
        }

        Assert.Equal(File.ReadAllLines(file), actual);
    }

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(Declared)
            .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && member is not MethodInfo { IsSpecialName: true })
            .Select(member => $"{type.Name}: {member}")
            .Append($"{type.Name}: {Kind(type)} {(type.IsValueType ? "struct" : "class")}");

    private static string Kind(Type type) => type.IsAbstract && type.IsSealed ? "static" : type.IsSealed ? "sealed" : "open";

    private static string PathOfList([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "PublicApi.txt");
}
