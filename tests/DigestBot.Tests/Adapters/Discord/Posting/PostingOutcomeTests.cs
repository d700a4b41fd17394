using System.Net;
using System.Text;
using DigestBot.Adapters.Discord.Posting;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Tests.Adapters.Discord.Posting;

/// <summary>What follows from each of Discord's refusals, as the real client reads them.</summary>
public sealed class PostingOutcomeTests
{
    private const string Lost = "lost";
    private const string Refused = "refused";
    private const string Later = "later";
    private const string Paused = "paused";
    private const string Unsure = "unsure";

    [Theory]
    [InlineData(404, 10003, Lost, "#news was deleted, or I can't see it any more.")]
    [InlineData(404, 10004, Lost, "I'm not in this server any more.")]
    [InlineData(403, 50001, Lost, "I can't see #news: give me View Channel there.")]
    [InlineData(403, 50013, Lost, "I may not post in #news: a permission is missing.")]
    [InlineData(403, 50007, Lost, "This person takes no direct messages from me.")]
    [InlineData(400, 50008, Lost, "#news is of a kind that holds no messages.")]
    [InlineData(400, 50024, Lost, "#news is of a kind that holds no messages.")]
    [InlineData(400, 160005, Lost, "#news is locked.")]
    [InlineData(403, 40066, Lost, "#news wants a tag that only moderators may set.")]
    [InlineData(403, 99999, Lost, "Discord does not let me post in #news (code 99999).")]
    [InlineData(400, 50035, Refused, "Discord does not take this message (code 50035); embeds[0].title: BASE_TYPE_MAX_LENGTH.")]
    [InlineData(400, 50006, Refused, "Discord does not take this message (code 50006); embeds[0].title: BASE_TYPE_MAX_LENGTH.")]
    [InlineData(400, 200000, Refused, "The server's AutoMod blocked it; let its rules make an exception for me.")]
    [InlineData(400, 240000, Refused, "Discord takes one of its links for harmful.")]
    [InlineData(400, 20009, Refused, "Discord takes it for explicit content.")]
    [InlineData(400, 50083, Later, "#news is archived.")]
    [InlineData(400, 40067, Later, "#news wants a tag on each post now.")]
    [InlineData(400, 160006, Later, "There are too many open threads in the server of #news; archive some.")]
    [InlineData(403, 130000, Later, "Discord takes no more messages at the moment.")]
    [InlineData(403, 40003, Later, "I have begun too many conversations lately.")]
    [InlineData(403, 20026, Later, "Discord has blocked this bot (code 20026); see the Developer Portal.")]
    [InlineData(403, 40333, Paused, "Discord has blocked this bot (code 40333); see the Developer Portal.")]
    [InlineData(401, 0, Paused, "Discord does not accept the bot's token; set a new one and restart the bot.")]
    [InlineData(500, 0, Unsure, "Discord failed with 500")]
    [InlineData(503, 0, Unsure, "Discord failed with 503")]
    public async Task Every_refusal_has_its_consequence_and_a_sentence(int status, int code, string consequence, string sentence)
    {
        DeliveryOutcome outcome = PostingOutcome.Of(await FailureAsync(status, code), "#news");

        (string What, string Reason) told = outcome switch
        {
            DeliveryOutcome.Rejected { ChannelLost: true } lost => (Lost, lost.Reason),
            DeliveryOutcome.Rejected rejected => (Refused, rejected.Reason),
            DeliveryOutcome.RetryLater { WholePlatform: true } paused => (Paused, paused.Reason),
            DeliveryOutcome.RetryLater later => (Later, later.Reason),
            DeliveryOutcome.Unconfirmed unsure => (Unsure, unsure.Reason),
            _ => ("delivered", ""),
        };
        Assert.Equal((consequence, sentence), told);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task What_answers_in_Discords_place_loses_no_channel(int status)
    {
        DeliveryOutcome outcome = PostingOutcome.Of(await FailureAsync(status, code: null), "#news");

        var later = Assert.IsType<DeliveryOutcome.RetryLater>(outcome);
        Assert.Equal(($"Something between Discord and me answered in its place ({status}).", false), (later.Reason, later.WholePlatform));
    }

    private static async Task<Exception> FailureAsync(int status, int? code)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var http = new HttpMessageInvoker(new Answering((HttpStatusCode)status, code));
        var config = new DiscordRestConfig { Token = "t", ProjectUrl = new("https://a.example"), ProjectVersion = "1" };
        var rest = new DiscordRestClient(config, http, clock, new Random(1));
        return await Assert.ThrowsAnyAsync<Exception>(() => rest.CreateMessageAsync(
            1, new MessageProperties { Content = "x" }, RequestOptions.Once(TestContext.Current.CancellationToken)));
    }

    private sealed class Answering(HttpStatusCode status, int? code) : HttpMessageHandler
    {
        private const string Body = """
            {"code":CODE,"message":"No.","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Too long."}]}}}}}
            """;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status)
            {
                Content = code is null
                    ? new StringContent("<html>", Encoding.UTF8, "text/html")
                    : new StringContent(Body.Replace("CODE", $"{code}", StringComparison.Ordinal), Encoding.UTF8, "application/json"),
            });
    }
}
