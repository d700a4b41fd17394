using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Teams;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Tests.Adapters.Discord;

namespace DigestBot.Tests.Adapters;

/// <summary>Answers for which several articles stand, in every layout.</summary>
public sealed class SeveralReportsLayoutTests
{
    private const string Twelve = "There were twelve.";
    private const string Nineteen = "There were nineteen.";

    public static TheoryData<string> Languages => new("en", "fr", "ar");

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_is_said_once_above_them_that_reports_differ(string language)
    {
        Reader reader = SampleReplies.In(language);
        Answer answer = Answered() with { ReportsDiffer = true };
        string heading = reader.Phrases.ReportsDiffer;

        Assert.All(Layouts(answer, reader), text =>
        {
            int place = text.IndexOf(heading, StringComparison.Ordinal);
            Assert.InRange(place, 0, text.IndexOf(Twelve, StringComparison.Ordinal));
            Assert.Equal(place, text.LastIndexOf(heading, StringComparison.Ordinal));
        });
        Assert.All(Layouts(Answered(), reader), text => Assert.DoesNotContain(heading, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_paper_that_has_the_same_words_follows_the_one_that_is_quoted(string language)
    {
        Reader reader = SampleReplies.In(language);
        Answer answer = Answered();
        answer = answer with
        {
            Copies = [new(answer.Quotes[0].Article.Id, SampleReplies.Article("14", "Bridge", "https://reprint.example/bridge", "Reprint Daily"))],
        };

        Assert.All(Layouts(answer, reader), text => Assert.InRange(
            text.IndexOf("https://reprint.example/bridge", StringComparison.Ordinal),
            text.LastIndexOf("https://coast.example/bridge", StringComparison.Ordinal),
            text.LastIndexOf("https://island.example/bridge", StringComparison.Ordinal)));
        Assert.All(Layouts(Answered(), reader), text => Assert.DoesNotContain("reprint.example", text, StringComparison.Ordinal));
    }

    private static Answer Answered() => SampleReplies.Answered() with
    {
        Quotes =
        [
            SampleReplies.Quote(Twelve, SampleReplies.Article("12", "Bridge", "https://coast.example/bridge", "Coast Post")),
            SampleReplies.Quote(Nineteen, SampleReplies.Article("13", "Bridge", "https://island.example/bridge", "Island Wire")),
        ],
    };

    private static string[] Layouts(Answer answer, Reader reader)
    {
        var reply = new Reply.OfAnswer(answer);
        return
        [
            string.Join('\n', TextLayout.Lay(reply, reader)),
            MarkdownLayout.Render(answer, reader),
            HtmlLayout.Render(answer, reader),
            DiscordMessages.Text(DiscordLayout.Lay(reply, reader)[0]),
            TeamsLayout.Lay(reply, reader)[0].Text!,
        ];
    }
}
