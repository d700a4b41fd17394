using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DigestBot.Adapters;

/// <summary>Escapes text for HTML, and leaves letters of every script readable.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Escape(string text) => Encoder.Encode(text);

    /// <summary>A link of ours around outside text; only its text where the address is none a reader should follow.</summary>
    public static string Link(string text, string address) => WebAddress.Of(address) is { } uri
        ? $"<a href=\"{Escape(uri.AbsoluteUri)}\" rel=\"noopener noreferrer\"><bdi>{Escape(text)}</bdi></a> (<bdi>{Escape(uri.Host)}</bdi>)"
        : $"<bdi>{Escape(text)}</bdi> (<bdi>{Escape(address)}</bdi>)";
}
