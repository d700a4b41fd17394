using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>Folders in folders as one text, "Europe/Alps". A slash in a folder's own name is written "\/", so that it leads nowhere.</summary>
internal static class FolderPath
{
    private const int MaxDepth = 8;
    private const int MaxName = 100;
    private const char Separator = '/';
    private const char Escape = '\\';

    /// <summary>A folder in another; one that lies too deep is the one around it. Names are cut where nobody would read on.</summary>
    public static string Into(string? parent, string name)
    {
        if (parent is null)
        {
            return Written(name);
        }

        return Names(parent).Count < MaxDepth ? $"{parent}{Separator}{Written(name)}" : parent;
    }

    /// <summary>The names, from the outermost.</summary>
    public static IReadOnlyList<string> Names(string? path)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        bool isEscaped = false;
        foreach (char letter in path ?? "")
        {
            if (letter == Separator && !isEscaped)
            {
                Add(names, name);
                continue;
            }

            isEscaped = letter == Escape && !isEscaped;
            if (!isEscaped)
            {
                name.Append(letter);
            }
        }

        Add(names, name);
        return names;
    }

    private static void Add(List<string> names, StringBuilder name)
    {
        if (name.Length > 0)
        {
            names.Add(name.ToString());
            name.Clear();
        }
    }

    private static string Written(string name)
    {
        int end = char.IsHighSurrogate(name[Math.Min(name.Length, MaxName) - 1]) ? MaxName - 1 : MaxName;
        string cut = name.Length > MaxName ? name[..end].TrimEnd() : name;
        return cut.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal);
    }
}
