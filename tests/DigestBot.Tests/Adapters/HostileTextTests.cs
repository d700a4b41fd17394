using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Tests.Cli;

namespace DigestBot.Tests.Adapters;

/// <summary>No headline, quote, name or address becomes markup, a ping, a forged line or a command to the terminal.</summary>
public sealed partial class HostileTextTests
{
    private static readonly Gen<string> Hostile = HostileText.Any;

    private static readonly Gen<string> Language = Gen.Int[0, 2].Select(i => Phrases.Languages[i]);

    [Fact]
    public void In_Markdown_every_mark_of_outside_text_is_escaped_and_the_quote_is_unaltered() =>
        Gen.Select(Hostile, Hostile, Language).Sample((title, quote, language) =>
        {
            Reader reader = SampleReplies.In(language);
            string page = MarkdownLayout.Render(Digest(title, quote), reader);
            string[] lines = page.Split('\n');

            Assert.Equal(2, lines.Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
            Assert.Equal(4, lines.Count(line => line.StartsWith("> ", StringComparison.Ordinal)));
            Assert.All(lines, line => Assert.Matches(LineBeginning(), line));
            string own = OurLinks().Replace(page, "");
            Assert.DoesNotMatch(BareMark(), OurBeginnings().Replace(own, ""));
            Assert.Contains(reader.Phrases.Quote(quote), Unescape(page), StringComparison.Ordinal);
        });

    [Fact]
    public void In_HTML_outside_text_makes_no_element_and_the_quote_is_unaltered() =>
        Gen.Select(Hostile, Hostile, Language).Sample((title, quote, language) =>
        {
            Reader reader = SampleReplies.In(language);
            IElement page = Parse(HtmlLayout.Render(Digest(title, quote), reader));
            IElement innocent = Parse(HtmlLayout.Render(SampleReplies.Digest(), reader));

            Assert.Equal(Elements(innocent), Elements(page));
            Assert.Equal(VisibleText.Of(quote), page.QuerySelector("q")!.TextContent);
            Assert.Equal(VisibleText.Of(title), page.QuerySelector("h2 bdi")!.TextContent);
            Assert.All(
                page.QuerySelectorAll("a"),
                link => Assert.StartsWith("https://", link.GetAttribute("href"), StringComparison.Ordinal));
        });

    [Fact]
    public void In_a_terminal_outside_text_forges_no_line_and_steers_nothing() =>
        Gen.Select(Hostile, Hostile, Language).Sample((title, quote, language) =>
        {
            string printed = Print(new Reply.OfDigest(Digest(title, quote)), language);
            string innocent = Print(new Reply.OfDigest(SampleReplies.Digest()), language);

            Assert.Equal(innocent.Count(c => c == '\n'), printed.Count(c => c == '\n'));
            Assert.DoesNotContain(printed, c => (char.IsControl(c) && c != '\n') || c is >= '\u202A' and <= '\u202E');
            Assert.Contains(VisibleText.Of(quote), printed, StringComparison.Ordinal);
        });

    [Fact]
    public void In_a_schedule_and_in_the_status_outside_text_forges_no_line_and_steers_nothing() =>
        Gen.Select(Hostile, Language).Sample((text, language) =>
        {
            Reply[] replies = [new Reply.OfStatus(SampleSchedules.Status(text)), new Reply.OfSchedule(SampleSchedules.Schedule(text, text, parked: text), null, "")];
            string printed = string.Concat(replies.Select(reply => Print(reply, language)));

            Assert.Equal(16 + 8, printed.Count(c => c == '\n'));
            Assert.DoesNotContain(printed, c => (char.IsControl(c) && c != '\n') || c is >= '\u202A' and <= '\u202E');
        });

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<b>x</b>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    [InlineData("not an address")]
    public void Only_web_addresses_become_links(string address)
    {
        Digest digest = SampleReplies.Digest(url: address);

        Assert.DoesNotContain(
            Parse(HtmlLayout.Render(digest, SampleReplies.In("en"))).QuerySelectorAll("a"),
            link => link.TextContent == "Sample Herald");
        Assert.DoesNotContain(
            "[Sample Herald](", MarkdownLayout.Render(digest, SampleReplies.In("en")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_Markdown_cannot_be_left_by_its_address()
    {
        Digest digest = SampleReplies.Digest(url: "https://herald.example/a>)[x](https://evil.example?<b>&\\");

        string page = MarkdownLayout.Render(digest, SampleReplies.In("en"));

        Assert.Contains(
            "(<https://herald.example/a%3E)[x](https://evil.example?%3Cb%3E&amp;%5C>) (herald.example)",
            page,
            StringComparison.Ordinal);
    }

    private static Digest Digest(string title, string quote) =>
        SampleReplies.Digest(title: title, source: title, first: quote, topic: title, failing: title);

    private static string Print(Reply reply, string language)
    {
        var terminal = new FakeTerminal();
        Reader reader = SampleReplies.In(language);
        new TerminalPrinter(terminal).Print(TextLayout.Lay(reply, reader), reader.Phrases);
        return terminal.Printed;
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument(html).DocumentElement;

    private static IEnumerable<string> Elements(IElement page) =>
        page.QuerySelectorAll("*").Select(element => $"{element.LocalName} {string.Join(',', element.Attributes.Select(attribute => attribute.Name))}");

    private static string Unescape(string markdown) =>
        Escaped().Replace(markdown.Replace("&#8203;", "", StringComparison.Ordinal), "$1");

    // Empty, a heading, a quote, or a paragraph that begins like no other block.
    [GeneratedRegex(@"^($|##? |> |\u200F?(?!\s|[-+*] |#|>|=|[0-9]+[.)]))")]
    private static partial Regex LineBeginning();

    [GeneratedRegex(@"\[(?:\\.|[^\]\\])*\]\(<[^<>]*>\)")]
    private static partial Regex OurLinks();

    [GeneratedRegex("^(##? |> )", RegexOptions.Multiline)]
    private static partial Regex OurBeginnings();

    // A mark with an even number of backslashes before it is not escaped; @ must be followed by its break.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*([`*_\[\]<>|~$^{}]|:(?!\s|$|(?<=[0-9]:)[0-9][0-9](?![0-9]))|#(?!8203;)|&(?!#8203;)|(?i:www)\.|@(?!&#8203;))")]
    private static partial Regex BareMark();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}
