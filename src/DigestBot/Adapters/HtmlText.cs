using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DigestBot.Adapters;

/// <summary>Escapes text for HTML, and leaves letters of every script readable.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Escape(string text) => Encoder.Encode(text);

    /// <summary>A link of ours around outside text; only text where the address must not be followed.</summary>
    public static string Link(string text, string address)
    {
        string shown = $"<bdi>{Escape(text)}</bdi>";
        return WebAddress.Of(address) is { } uri
            ? $"<a href=\"{Escape(uri.AbsoluteUri)}\" rel=\"noopener noreferrer\">{shown}</a> (<bdi>{Escape(uri.Host)}</bdi>)"
            : $"{shown} (<bdi>{Escape(address)}</bdi>)";
    }
}
