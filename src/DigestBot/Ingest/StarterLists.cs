using System.Diagnostics.CodeAnalysis;

namespace DigestBot.Ingest;

/// <summary>Lists of public news feeds that ship with the program, one for each region; nothing is read of them before somebody chooses one.</summary>
internal static class StarterLists
{
    /// <summary>What stands before the name of a list in place of an address.</summary>
    public const string Scheme = "starter:";

    private const string Folder = "DigestBot.Ingest.Starters.";
    private const string Extension = ".opml";

    /// <summary>In alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(StarterLists).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsStarter(string location) => location.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The list of this name, as OPML.</summary>
    /// <param name="location">As <c>starter:world</c>.</param>
    /// <param name="content">Null where there is no such list.</param>
    public static bool TryRead(string location, [NotNullWhen(true)] out byte[]? content)
    {
        string wanted = location[Scheme.Length..].Trim();
        string? name = Names.FirstOrDefault(name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase));
        content = name is null ? null : Read($"{Folder}{name}{Extension}");
        return content is not null;
    }

    private static byte[] Read(string resource)
    {
        using Stream stream = typeof(StarterLists).Assembly.GetManifestResourceStream(resource)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
