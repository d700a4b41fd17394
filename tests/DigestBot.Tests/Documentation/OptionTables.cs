using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace DigestBot.Tests.Documentation;

/// <summary>One table for each section of settings, made from the records that the sections are bound to.</summary>
internal static class OptionTables
{
    // In the order in which news flows; a record that is missing here fails a test.
    private static readonly string[] Order = ["Chat", "Store", "Fetch", "Ingest", "WebSub", "Digests", "Answers", "Delivery", "Schedules", "Limits", "Discord", "Teams", "Web"];

    private static readonly Assembly Host = typeof(Program).Assembly;

    private static readonly Dictionary<string, XElement> Documented = XDocument
        .Load(Path.ChangeExtension(Host.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The records by the name of their section.</summary>
    public static IReadOnlyList<(string Section, Type Record)> Sections { get; } =
        [.. from type in Host.GetTypes()
            let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
            where section is { IsLiteral: true } && type.Name.EndsWith("Options", StringComparison.Ordinal)
            let name = (string)section.GetRawConstantValue()!
            orderby Array.IndexOf(Order, name)
            select (name, type)];

    /// <summary>All tables, with their headings.</summary>
    public static string Render()
    {
        var page = new StringBuilder();
        foreach ((string section, Type record) in Sections)
        {
            object defaults = Activator.CreateInstance(record)!;
            page.Append(CultureInfo.InvariantCulture, $"### {section}\n\n{Summary($"T:{record.FullName}")}\n\n");
            page.Append("| key | default | range | what it does |\n|---|---|---|---|\n");
            foreach (PropertyInfo property in Properties(record))
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{section}:{property.Name}` | {Default(property.GetValue(defaults))} | {Range(property)} | {Summary($"P:{record.FullName}.{property.Name}")} |\n");
            }

            page.Append('\n');
        }

        return page.ToString();
    }

    /// <summary>What can be set, in the order of the source.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken);

    private static string Default(object? value) => value switch
    {
        null or "" => "empty",
        string text => $"`{text}`",
        bool flag => flag ? "`true`" : "`false`",
        TimeSpan span => $"`{span.ToString("c", CultureInfo.InvariantCulture)}`",
        Enum name => $"`{Lower(name.ToString())}`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        ICollection { Count: 0 } => "empty",
        _ => throw new InvalidOperationException($"How is a {value.GetType().Name} shown?"),
    };

    private static string Range(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            return $"`{Bound(range.Minimum)}` to `{Bound(range.Maximum)}`";
        }

        if (property.GetCustomAttribute<RegularExpressionAttribute>()?.ErrorMessage?.Split("must be ") is [_, var allowed])
        {
            return allowed.TrimEnd('.');
        }

        return property.PropertyType switch
        {
            { IsEnum: true } type => string.Join(", ", Enum.GetNames(type).Select(name => $"`{Lower(name)}`")),
            var type when type == typeof(bool) => "`true`, `false`",
            _ => property.IsDefined(typeof(CustomValidationAttribute)) ? "checked at start" : "any",
        };
    }

    private static string Bound(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture)!;

    private static string Summary(string member)
    {
        string text = Documented.TryGetValue(member, out XElement? found) ? found.Element("summary")?.Value ?? "" : "";
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Split(" Bound from ")[0];
        return line.Length > 0 ? line.Replace("|", "\\|", StringComparison.Ordinal) : throw new InvalidOperationException($"{member} has no summary.");
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}
