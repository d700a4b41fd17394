using System.Net;
using System.Text.Json;
using DigestBot.Discord.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Errors;

/// <summary>What Discord says about a refusal reaches whoever has to act on it.</summary>
public sealed class ErrorReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Errors_of_nested_fields_are_listed_with_their_paths()
    {
        HttpException refusal = await RefusalAsync(
            """
            {"code":50035,"message":"Invalid Form Body","errors":{
              "_errors":[{"code":"WHOLE","message":"The whole is wrong."}],
              "embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Too long."},
                                                 {"code":"SECOND","message":"And more."}]},
                             "fields":{"12":{"name":{"_errors":[{"code":"BASE_TYPE_REQUIRED","message":"Missing."}]}}}}},
              "activities":{"0":{"platform":"must be one of these"}}}}
            """);

        Assert.Equal(DiscordErrorCode.InvalidFormBody, refusal.DiscordCode);
        Assert.Equal("Invalid Form Body", refusal.Reason);
        Assert.Equal(
            [
                new DiscordJsonError("", "WHOLE", "The whole is wrong."),
                new DiscordJsonError("embeds[0].title", "BASE_TYPE_MAX_LENGTH", "Too long."),
                new DiscordJsonError("embeds[0].title", "SECOND", "And more."),
                new DiscordJsonError("embeds[0].fields[12].name", "BASE_TYPE_REQUIRED", "Missing."),
                new DiscordJsonError("activities[0].platform", "", "must be one of these"),
            ],
            refusal.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad Request</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"code":"words","message":7,"errors":[1,{"_errors":5}]}""")]
    [InlineData("""{"errors":{"_errors":[3,"x",{"code":4}]}}""")]
    public async Task Whatever_the_answer_is_it_is_an_http_exception(string body)
    {
        HttpException refusal = await RefusalAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, null), (refusal.HttpCode, refusal.DiscordCode));
    }

    [Fact]
    public async Task A_code_without_a_name_is_kept_as_its_number() =>
        Assert.Equal(987654, (int)(await RefusalAsync("""{"code":987654,"message":"new"}""")).DiscordCode!);

    [Fact]
    public async Task A_refusal_never_names_a_token()
    {
        using var bot = new TestClient();
        bot.Discord.Then(Answers.Error(HttpStatusCode.NotFound, 10062));

        var refusal = await Assert.ThrowsAsync<HttpException>(
            () => bot.Rest.CreateInteractionResponseAsync(1, "very-secret", InteractionResponse.Defer(), Cancel));

        Assert.DoesNotContain("very-secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Token, $"{bot.Config}", StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", $"{new Interaction { Token = "very-secret" }}", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_with_a_name_is_one_that_discord_documents()
    {
        // Not in the table of the documentation, but sent since a policy of 2021.
        DiscordErrorCode[] undocumented = [DiscordErrorCode.ApplicationFlaggedForSpam];
        using JsonDocument table = JsonDocument.Parse(File.ReadAllText(SharedData.Path("data", "discord", "json-error-codes.json")));
        HashSet<int> documented = [.. table.RootElement.EnumerateArray().Select(row => row.GetProperty("code").GetInt32())];

        Assert.DoesNotContain(Enum.GetValues<DiscordErrorCode>().Except(undocumented), code => !documented.Contains((int)code));
    }

    private static async Task<HttpException> RefusalAsync(string body)
    {
        using var bot = new TestClient();
        bot.Discord.Then(Answers.Of(HttpStatusCode.BadRequest, body));
        return await Assert.ThrowsAsync<HttpException>(() => bot.Rest.GetChannelAsync(1, Cancel));
    }
}
