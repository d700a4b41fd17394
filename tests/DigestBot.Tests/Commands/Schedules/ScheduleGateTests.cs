using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Commands.Schedules;

/// <summary>The platform is asked before a schedule may post somewhere.</summary>
public sealed class ScheduleGateTests : IAsyncLifetime
{
    private readonly ScriptedAdapter _platform = new(ChatPlatform.Discord, new ChatLimits(50, TimeSpan.Zero, TimeSpan.Zero, CanLookBack: false));
    private readonly List<PreflightRequest> _asked = [];
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _platform.Checks = _ => new Preflight.Fine();
        _bot = await TestBot.StartAsync("sqlite", services => services.AddSingleton<IChatAdapter>(_platform), Cancel);
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task What_is_missing_in_the_channel_is_named_in_the_refusal()
    {
        Answer(new Preflight.Missing(["Send Messages", "Embed Links"]));

        Assert.Equal(
            "Nothing can be posted in discord:12 yet; grant me this there, and try again: Send Messages, Embed Links.",
            await _room.RefusedAsync("/schedule add iraq at 08:00 mention-role:55"));

        PreflightRequest asked = Assert.Single(_asked);
        Assert.Equal(("discord:1", "discord:12", "55", "en"), (asked.SpaceKey, asked.Channel.ToString(), asked.MentionRole, asked.Phrases.Language));
        Assert.Empty(await _bot.Get<ScheduleStore>().ListAsync(_room.Space, Cancel));
    }

    [Fact]
    public async Task A_channel_of_somebody_else_cannot_be_told_from_one_that_is_not_there()
    {
        Answer(new Preflight.NotInSpace());
        string theirs = await _room.RefusedAsync("/schedule add iraq at 08:00 channel:discord:99");
        Answer(new Preflight.ChannelUnknown());
        string nowhere = await _room.RefusedAsync("/schedule add iraq at 08:00 channel:discord:99");

        Assert.Equal(theirs, nowhere);
        Assert.Empty(await _bot.Get<ScheduleStore>().ListAsync(_room.Space, Cancel));
    }

    [Fact]
    public async Task Another_channel_of_the_space_may_be_chosen()
    {
        Answer(new Preflight.Fine());

        Schedule added = await _room.ShownAsync("/schedule add iraq at 08:00 channel:discord:13");
        Schedule moved = await _room.ShownAsync("/schedule edit iraq channel:discord:14");

        Assert.Equal(("discord:13", "discord:14"), (added.Channel.Address.ToString(), moved.Channel.Address.ToString()));
    }

    [Fact]
    public async Task A_channel_of_a_platform_that_is_not_connected_is_refused() => Assert.StartsWith(
        "A schedule posts where it is set up", await _room.RefusedAsync("/schedule add iraq at 08:00 channel:teams:13"), StringComparison.Ordinal);

    [Fact]
    public async Task What_the_platform_does_not_say_is_no_leave()
    {
        Answer(new Preflight.NotKnown("HTTP 502"));
        string said = await _room.RefusedAsync("/schedule add iraq at 08:00");
        _platform.Checks = _ => throw new HttpRequestException("token abc");
        string failed = await _room.RefusedAsync("/schedule add iraq at 08:00");

        Assert.Equal("Whether I may post in discord:12 cannot be found out just now; try again in a minute.", said);
        Assert.Equal(said, failed);
    }

    [Fact]
    public async Task A_schedule_is_not_resumed_or_run_where_it_cannot_post_and_others_are_edited_unasked()
    {
        await _room.ShownAsync("/schedule add iraq at 08:00");
        Answer(new Preflight.Missing(["View Channel"]));

        Assert.Contains("View Channel", await _room.RefusedAsync("/schedule resume iraq"), StringComparison.Ordinal);
        Assert.Contains("View Channel", await _room.RefusedAsync("/schedule run-now iraq"), StringComparison.Ordinal);
        Assert.Contains("View Channel", await _room.RefusedAsync("/schedule edit iraq mention-role:7"), StringComparison.Ordinal);
        await _room.ShownAsync("/schedule edit iraq at 09:00");
        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public async Task While_the_platform_is_away_what_was_accepted_goes_on()
    {
        await _room.ShownAsync("/schedule add iraq at 08:00");
        Answer(new Preflight.NotKnown("HTTP 502"));

        Assert.IsType<Reply.OfRun>(await _room.SayAsync("/schedule run-now iraq"));
        await _room.ShownAsync("/schedule resume iraq");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private void Answer(Preflight answer) => _platform.Checks = request =>
    {
        _asked.Add(request);
        return answer;
    };
}
