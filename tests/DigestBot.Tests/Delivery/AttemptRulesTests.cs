using CsCheck;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

public sealed class AttemptRulesTests
{
    private static readonly DateTimeOffset Now = Samples.Now;

    private static readonly TakenPost Unsure = Samples.Post with { Attempts = 1, UnsureSince = Now.AddMinutes(-1) };

    [Fact]
    public void A_post_that_cannot_have_arrived_is_sent() =>
        Assert.IsType<NextStep.Send>(Samples.Rules().Next(Samples.Post, Samples.Bare, Now));

    [Fact]
    public void A_post_that_may_have_arrived_is_sent_again_while_the_platform_drops_doubles() =>
        Assert.IsType<NextStep.Send>(Samples.Rules().Next(Unsure, Samples.WithNonce, Now));

    // 20 seconds on the way, 5 minutes after the first: the platform may have forgotten it when the second comes.
    [Theory]
    [InlineData(279, true)]
    [InlineData(280, true)]
    [InlineData(281, false)]
    public void The_window_of_a_nonce_is_over_when_a_slow_request_could_come_after_it(int secondsAfter, bool sent)
    {
        TakenPost post = Unsure with { UnsureSince = Now.AddSeconds(-secondsAfter) };

        NextStep step = Samples.Rules().Next(post, Samples.WithNonce, Now);

        Assert.Equal(sent, step is NextStep.Send);
    }

    [Fact]
    public void After_the_window_the_channel_is_looked_at_where_that_can_be() => Assert.IsType<NextStep.LookBack>(Samples.Rules().Next(
        Unsure with { UnsureSince = Now.AddHours(-1) }, Samples.WithNonce with { CanLookBack = true }, Now));

    [Fact]
    public void Where_nobody_can_tell_it_is_not_sent_again_unless_the_operator_chose_so()
    {
        NextStep careful = Samples.Rules().Next(Unsure, Samples.Bare, Now);
        NextStep eager = Samples.Rules(new() { WhenUnsure = WhenUnsure.AtLeastOnce }).Next(Unsure, Samples.Bare, Now);

        Assert.IsType<PostEnd.Unconfirmed>(Assert.IsType<NextStep.Stop>(careful).End);
        Assert.IsType<NextStep.Send>(eager);
    }

    [Fact]
    public void Nothing_is_sent_to_a_parked_channel_and_the_reason_is_kept()
    {
        TakenPost post = Samples.Post with { Channel = Samples.Channel with { ParkedAt = Now, ParkedReason = "It is gone." } };

        NextStep.Stop stop = Assert.IsType<NextStep.Stop>(Samples.Rules().Next(post, Samples.Bare, Now));

        Assert.Equal("The channel is parked: It is gone.", Assert.IsType<PostEnd.Dead>(stop.End).Note);
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(0, 7)]
    public void No_attempt_begins_after_the_last_or_too_late(int attempts, int hoursLater)
    {
        TakenPost post = Samples.Post with { Attempts = attempts };

        NextStep step = Samples.Rules().Next(post, Samples.Bare, Now.AddHours(hoursLater));
        NextStep unsure = Samples.Rules().Next(
            post with { UnsureSince = Now }, Samples.WithLookBack, Now.AddHours(hoursLater));

        Assert.IsType<PostEnd.Dead>(Assert.IsType<NextStep.Stop>(step).End);
        Assert.IsType<PostEnd.Unconfirmed>(Assert.IsType<NextStep.Stop>(unsure).End);
    }

    [Fact]
    public void What_arrived_lets_the_next_part_go_after_the_platforms_pause()
    {
        PostEnd end = After(new DeliveryOutcome.Delivered("m1"), Samples.Post, Samples.Bare);

        Assert.Equal(new PostEnd.Delivered("m1", TimeSpan.FromSeconds(1), "Delivered."), end);
    }

    [Fact]
    public void The_platforms_own_wait_is_kept_to_the_tick()
    {
        PostEnd end = After(new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromSeconds(64.57)), Samples.Post, Samples.Bare);

        Assert.Equal(new PostEnd.Again(Now.AddSeconds(64.57), "HTTP 429"), end);
    }

    [Fact]
    public void Our_own_wait_is_at_most_the_first_delay_after_the_first_failure()
    {
        PostEnd.Again end = Assert.IsType<PostEnd.Again>(After(new DeliveryOutcome.RetryLater("HTTP 503"), Samples.Post, Samples.Bare));

        Assert.InRange(end.At, Now, Now.AddSeconds(2));
    }

    [Fact]
    public void A_wait_beyond_the_posts_time_ends_it_with_the_reason()
    {
        var asked = new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromHours(5));

        PostEnd end = After(asked, Samples.Post with { GiveUpAt = Now.AddHours(4) }, Samples.Bare);

        Assert.Equal("HTTP 429; given up: the next attempt, in 18000 s, would be too late.", Assert.IsType<PostEnd.Dead>(end).Note);
    }

    [Fact]
    public void The_last_attempt_ends_it_with_the_count()
    {
        PostEnd end = After(new DeliveryOutcome.RetryLater("HTTP 503"), Samples.Post with { Attempts = 59 }, Samples.Bare);

        Assert.Equal("HTTP 503; given up after 60 attempts.", Assert.IsType<PostEnd.Dead>(end).Note);
    }

    [Fact]
    public void A_failure_that_is_certain_does_not_make_an_earlier_doubt_certain()
    {
        PostEnd end = After(new DeliveryOutcome.RetryLater("HTTP 503"), Unsure with { Attempts = 59 }, Samples.WithLookBack);

        Assert.IsType<PostEnd.Unconfirmed>(end);
    }

    [Fact]
    public void A_refusal_ends_it_and_is_said_in_one_short_line()
    {
        PostEnd end = After(new DeliveryOutcome.Rejected("No\r\n\u001b[2J" + new string('x', 5_000), false), Samples.Post, Samples.Bare);

        string note = Assert.IsType<PostEnd.Dead>(end).Note;
        Assert.Equal(200, note.Length);
        Assert.DoesNotContain(note, char.IsControl);
    }

    [Fact]
    public void What_may_have_arrived_is_looked_into_later_where_that_can_tell()
    {
        var lost = new DeliveryOutcome.Unconfirmed("No answer in time");

        Assert.IsType<PostEnd.Unsure>(After(lost, Samples.Post, Samples.WithNonce));
        Assert.IsType<PostEnd.Unsure>(After(lost, Samples.Post, Samples.WithLookBack));
        Assert.IsType<PostEnd.Unconfirmed>(After(lost, Samples.Post, Samples.Bare));
        Assert.IsType<PostEnd.Unsure>(
            After(lost, Samples.Post, Samples.Bare, new DeliveryOptions { WhenUnsure = WhenUnsure.AtLeastOnce }));
    }

    [Fact]
    public void While_a_nonce_holds_the_second_attempt_comes_before_it_ends_however_long_the_backoff_is() =>
        Gen.Select(Gen.Int[1, 10], Gen.Int[0, 270], Gen.Int).Sample((attempts, age, seed) =>
        {
            TakenPost post = Samples.Post with { Attempts = attempts, UnsureSince = Now.AddSeconds(-age) };
            var options = new DeliveryOptions { FirstDelay = TimeSpan.FromMinutes(5) };

            PostEnd end = Samples.Rules(options, seed)
                .After(new DeliveryOutcome.Unconfirmed("lost"), post, Samples.WithNonce, Now, Now);

            return end is PostEnd.Unsure unsure && Samples.Rules(options).Next(
                post with { Attempts = attempts + 1 }, Samples.WithNonce, unsure.At) is NextStep.Send;
        });

    // A look that comes before the platform has finished the request finds nothing, and that proves nothing.
    [Fact]
    public void The_channel_is_looked_at_only_after_a_request_has_had_its_time_to_arrive()
    {
        PostEnd.Unsure end = Assert.IsType<PostEnd.Unsure>(
            After(new DeliveryOutcome.Unconfirmed("connection lost"), Samples.Post, Samples.WithLookBack));

        Assert.Equal(Now + new DeliveryOptions().SendTimeout, end.At);
    }

    private static PostEnd After(DeliveryOutcome outcome, TakenPost post, ChatLimits limits, DeliveryOptions? options = null) =>
        Samples.Rules(options).After(outcome, post, limits, Now, Now);
}
