using System.Net;
using DigestBot.Discord.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Rest;

/// <summary>Nobody gets the address banned for asking in vain.</summary>
public sealed class InvalidRequestTests : IDisposable
{
    private readonly TestClient _bot = new(config => config with { InvalidRequestBudget = 3, GlobalRequestsPerSecond = 1000 });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task After_too_many_refusals_nothing_is_sent_until_they_are_ten_minutes_old()
    {
        await RefuseAsync(Answers.Error(HttpStatusCode.Forbidden, 50001), Answers.Limited(0.001), Answers.Error(HttpStatusCode.Forbidden));

        var stopped = await Assert.ThrowsAsync<InvalidRequestBudgetException>(() => _bot.Rest.GetGuildAsync(1, Cancel));
        Assert.Equal(3, _bot.Discord.Seen.Count);
        Assert.False(RequestDoubt.MayHaveArrived(stopped));
        Assert.Equal(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(3), stopped.RetryAfter); // the first was 3 ms ago

        _bot.Clock.Advance(stopped.RetryAfter - TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<InvalidRequestBudgetException>(() => _bot.Rest.GetGuildAsync(1, Cancel));
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await _bot.Rest.GetGuildAsync(1, Cancel);
    }

    [Fact]
    public async Task Answers_that_discord_does_not_hold_against_an_address_do_not_count()
    {
        for (int i = 0; i < 5; i++)
        {
            await RefuseAsync(
                Answers.Error(HttpStatusCode.NotFound, 10003),
                Answers.Error(HttpStatusCode.BadRequest, 50035),
                Answers.Limited(0, "shared"));
        }

        await _bot.Rest.GetGuildAsync(1, Cancel);
    }

    [Fact]
    public async Task Interactions_count_as_well()
    {
        for (ulong id = 1; id <= 3; id++)
        {
            _bot.Discord.Then(Answers.Error(HttpStatusCode.Forbidden));
            await Assert.ThrowsAsync<HttpException>(
                () => _bot.Rest.CreateInteractionResponseAsync(id, "s", InteractionResponse.Defer(), Cancel));
        }

        await Assert.ThrowsAsync<InvalidRequestBudgetException>(
            () => _bot.Rest.CreateInteractionResponseAsync(4, "s", InteractionResponse.Defer(), Cancel));
    }

    [Fact]
    public async Task A_token_that_was_refused_once_is_not_sent_again()
    {
        await RefuseAsync(Answers.Error(HttpStatusCode.Unauthorized));

        var refusal = await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.GetCurrentUserAsync(Cancel));
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.CreateMessageAsync(1, new MessageProperties { Content = "x" }, Cancel));

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.HttpCode);
        Assert.Single(_bot.Discord.Seen);
        await _bot.Rest.CreateInteractionResponseAsync(1, "own token", InteractionResponse.Defer(), Cancel);
    }

    [Fact]
    public async Task An_interactions_token_that_is_refused_says_nothing_about_the_bots()
    {
        _bot.Discord.Then(Answers.Error(HttpStatusCode.Unauthorized, 50027));
        await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.GetOriginalResponseAsync(1, "late", Cancel));

        await _bot.Rest.GetCurrentUserAsync(Cancel);

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task Without_a_token_only_interactions_are_answered()
    {
        using var bot = new TestClient(config => config with { Token = null });

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Rest.GetCurrentUserAsync(Cancel));
        await bot.Rest.CreateInteractionResponseAsync(1, "s", InteractionResponse.Defer(), Cancel);

        Assert.Null(Assert.Single(bot.Discord.Seen).Authorization);
    }

    private async Task RefuseAsync(params HttpResponseMessage[] refusals)
    {
        foreach (HttpResponseMessage refusal in refusals)
        {
            _bot.Discord.Then(refusal);
            await Assert.ThrowsAnyAsync<HttpException>(() => _bot.Rest.GetChannelAsync(1, RequestOptions.Once(Cancel)));
            _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }
}
