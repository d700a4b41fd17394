namespace DigestBot.Ingest.Reading;

/// <summary>What the attributes of an element say that holds for all that is in it.</summary>
/// <param name="Base">Its xml:base, or null.</param>
/// <param name="Language">Its xml:lang, or null.</param>
/// <param name="Namespaces">The prefixes that it declares, empty for the default namespace, with the addresses.</param>
internal readonly record struct XmlAttributes(string? Base, string? Language, IReadOnlyList<(string Prefix, string Address)> Namespaces)
{
    public static XmlAttributes Read(ReadOnlySpan<char> written)
    {
        string? address = null;
        string? language = null;
        List<(string Prefix, string Address)>? namespaces = null;
        var all = new MarkupAttributes(written);
        for (int i = 0; i < FeedNode.MaxAttributes && all.Read(); i++)
        {
            if (!all.Name.StartsWith("xml", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string value = CharacterReferences.Decode(all.Value);
            switch (all.Name.ToString().ToLowerInvariant())
            {
                case "xml:base":
                    address ??= value;
                    break;
                case "xml:lang":
                    language ??= value;
                    break;
                case "xmlns":
                    (namespaces ??= []).Add((string.Empty, value));
                    break;
                case ['x', 'm', 'l', 'n', 's', ':', .. { Length: > 0 } prefix]:
                    (namespaces ??= []).Add((prefix, value));
                    break;
            }
        }

        return new XmlAttributes(address, language, namespaces ?? (IReadOnlyList<(string, string)>)[]);
    }
}
