using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>What is posted unasked, and what follows from what Teams says to it.</summary>
public sealed class TeamsPostingTests
{
    private const string Nonce = "0123456789abcdefghij";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_in_a_channel_begins_a_post_of_its_own_and_its_parts_stand_below_it()
    {
        await using TeamsTown town = await MetAsync();

        string first = await DeliveredAsync(town, Part(FakeTeams.News) with { Parts = 2 });
        await DeliveredAsync(town, Part(FakeTeams.News) with { Part = 2, Parts = 2, FirstMessageId = first });

        TeamsRequest[] posted = [.. town.Teams.Posted.TakeLast(2)];
        Assert.Equal("v3/conversations", posted[0].Path);
        Assert.Equal(FakeTeams.News, posted[0].Body!["channelData"]!["channel"]!["id"]!.ToString());
        Assert.Equal(TeamsTown.Tenant, posted[0].Body!["tenantId"]!.ToString());
        Assert.True(posted[0].Message!["channelData"]!["notification"]!["alert"]!.GetValue<bool>());
        Assert.Equal($"v3/conversations/{FakeTeams.News};messageid={first}/activities", posted[1].Path);
        Assert.Null(posted[1].Message!["channelData"]);
    }

    [Fact]
    public async Task A_digest_in_a_chat_is_a_message_and_makes_no_sound_in_quiet_hours()
    {
        await using TeamsTown town = await MetAsync();

        await DeliveredAsync(town, Part(TeamsTown.Chat) with { Silent = true });

        Assert.Equal($"v3/conversations/{TeamsTown.Chat}/activities", town.Teams.Posted[^1].Path);
        Assert.Null(town.Teams.Posted[^1].Message!["channelData"]);
    }

    [Fact]
    public async Task A_channel_in_which_nobody_ever_wrote_is_reached_as_its_team_is()
    {
        await using TeamsTown town = await MetAsync();
        await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner", channel: FakeTeams.Team));
        await town.SayAsync(town.InChannel($"schedule edit channel:teams:{FakeTeams.News}", from: "29:owner", channel: FakeTeams.Team));

        Assert.IsType<DeliveryOutcome.Delivered>(await SendAsync(town, Part(FakeTeams.News)));
    }

    [Fact]
    public async Task Where_nobody_ever_wrote_the_bot_does_not_know_the_way()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        var rejected = Assert.IsType<DeliveryOutcome.Rejected>(await SendAsync(town, Part("19:nowhere@thread.tacv2")));

        Assert.True(rejected.ChannelLost);
        Assert.Equal(0, town.Teams.Attempts);
    }

    [Fact]
    public async Task After_a_restart_only_services_on_the_list_see_the_token()
    {
        await using TeamsTown town = await MetAsync();
        string kept = (await town.Bot.Get<ChannelStore>().ReferenceAsync($"teams:{TeamsTown.Chat}", At(TeamsTown.Chat), Cancel))!;

        DeliveryOutcome forged = await SendAsync(
            town, Part(TeamsTown.Chat) with { Reference = kept.Replace("http://127.0.0.1:56150", "https://evil.example", StringComparison.Ordinal) });

        Assert.True(Assert.IsType<DeliveryOutcome.Rejected>(forged).ChannelLost);
        Assert.IsType<DeliveryOutcome.Delivered>(await SendAsync(town, Part(TeamsTown.Chat) with { Reference = kept }));
    }

    public static TheoryData<int, string, string> Outcomes => new()
    {
        { 429, "Throttled", "RetryLater 7" },
        { 412, "PreconditionFailed", "RetryLater" },
        { 503, "ServiceUnavailable", "RetryLater" },
        { 500, "ServiceError", "Unconfirmed" },
        { 502, "BadGateway", "Unconfirmed" },
        { 504, "GatewayTimeout", "Unconfirmed" },
        { 400, "BadSyntax", "Rejected" },
        { 401, "BotNotRegistered", "RetryLater 300 all" },
        { 403, "BotDisabledByAdmin", "Lost" },
        { 403, "ConversationBlockedByUser", "Lost" },
        { 403, "MessageWritesBlocked", "Lost" },
        { 403, "BotNotInConversationRoster", "Lost" },
        { 403, "ForbiddenOperationException", "Lost" },
        { 403, "AnythingElse", "Lost" },
        { 404, "ConversationNotFound", "Lost" },
        { 404, "ActivityNotFoundInConversation", "Rejected" },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Each_answer_has_its_outcome_after_one_attempt(int status, string code, string expected)
    {
        await using TeamsTown town = await MetAsync();
        int before = town.Teams.Attempts;
        town.Teams.Script.Enqueue(FakeTeams.Fail((HttpStatusCode)status, code, status == 429 ? 7 : null));

        DeliveryOutcome outcome = await SendAsync(town, Part(TeamsTown.Chat));

        Assert.Equal(expected, Name(outcome));
        Assert.Equal(1, town.Teams.Attempts - before);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "RetryLater")]
    [InlineData(HttpRequestError.ResponseEnded, "Unconfirmed")]
    public async Task A_connection_that_breaks_leaves_a_doubt_only_where_something_had_left(HttpRequestError error, string expected)
    {
        await using TeamsTown town = await MetAsync();
        town.Teams.Script.Enqueue(FakeTeams.Break(error));

        Assert.Equal(expected, Name(await SendAsync(town, Part(TeamsTown.Chat))));
    }

    [Fact]
    public async Task A_part_that_is_too_large_after_all_arrives_in_two_halves()
    {
        await using TeamsTown town = await MetAsync();
        OutgoingPart part = Part(FakeTeams.News);
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"));

        string first = await DeliveredAsync(town, part);

        TeamsRequest[] halves = [.. town.Teams.Posted.TakeLast(2)];
        Assert.Equal($"v3/conversations/{FakeTeams.News};messageid={first}/activities", halves[1].Path);
        JsonNode whole = JsonNode.Parse(part.Body)!["attachments"]![0]!["content"]!;
        Assert.Equal(CardReading.Lines(whole), CardReading.Lines(halves[0].Card!).Concat(CardReading.Lines(halves[1].Card!)));
        Assert.Empty(CardReading.Buttons(halves[0].Card!));
        Assert.NotEmpty(CardReading.Buttons(halves[1].Card!));
    }

    [Fact]
    public async Task Half_of_a_part_is_not_taken_for_the_whole()
    {
        await using TeamsTown town = await MetAsync();
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"));
        town.Teams.Script.Enqueue(null);
        town.Teams.Script.Enqueue(FakeTeams.Fail(HttpStatusCode.TooManyRequests, "Throttled"));

        Assert.Equal("Unconfirmed", Name(await SendAsync(town, Part(FakeTeams.News))));
    }

    [Fact]
    public async Task A_bot_cannot_look_back_in_Teams_and_says_so()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();

        Assert.False(town.Adapter.Limits.CanLookBack);
        Assert.IsType<Lookup.NotKnown>(await town.Adapter.FindAsync(Part(TeamsTown.Chat), town.Bot.Clock.GetUtcNow(), Cancel));
    }

    [Theory]
    [InlineData($"teams:{FakeTeams.Team}", FakeTeams.News, null, "Fine")]
    [InlineData($"teams:{FakeTeams.Team}", FakeTeams.Team, null, "Fine")]
    [InlineData($"teams:{FakeTeams.Team}", FakeTeams.News + ";messageid=1", null, "Fine")]
    [InlineData($"teams:{FakeTeams.Team}", "19:gone@thread.tacv2", null, "ChannelUnknown")]
    [InlineData($"teams:{FakeTeams.Team}", TeamsTown.Chat, null, "ChannelUnknown")]
    [InlineData($"teams:{FakeTeams.Team}", FakeTeams.News, "everyone", "Missing")]
    [InlineData($"teams:{TeamsTown.Chat}", TeamsTown.Chat, null, "Fine")]
    [InlineData($"teams:{TeamsTown.Chat}", FakeTeams.News, null, "ChannelUnknown")]
    [InlineData("teams:a:stranger", TeamsTown.Chat, null, "ChannelUnknown")]
    [InlineData(null, FakeTeams.News, null, "Fine")]
    public async Task Only_places_of_the_asking_space_are_told_of(string? space, string channel, string? role, string expected)
    {
        await using TeamsTown town = await MetAsync();

        Preflight answer = await town.Adapter.PreflightAsync(new PreflightRequest(space, At(channel), null, role, Phrases.English), Cancel);

        Assert.Equal(expected, answer.GetType().Name);
    }

    [Theory]
    [InlineData(403, "Missing")]
    [InlineData(404, "ChannelUnknown")]
    [InlineData(429, "NotKnown")]
    [InlineData(500, "NotKnown")]
    public async Task Where_the_bot_is_not_installed_any_more_that_is_missing(int status, string expected)
    {
        await using TeamsTown town = await MetAsync();
        town.Teams.Script.Enqueue(FakeTeams.Fail((HttpStatusCode)status, "BotNotInConversationRoster"));

        Preflight answer = await town.Adapter.PreflightAsync(
            new PreflightRequest($"teams:{TeamsTown.Chat}", At(TeamsTown.Chat), null, null, Phrases.English), Cancel);

        Assert.Equal(expected, answer.GetType().Name);
    }

    [Fact]
    public async Task A_question_in_the_thread_of_a_posted_digest_is_about_it()
    {
        await using TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("schedule add iraq at 08:00", from: "29:owner"));
        Space space = await town.Bot.SpaceAsync($"teams:{FakeTeams.Team}", Cancel);
        Digest digest = await town.Bot.DigestAsync(space, "iraq", Cancel);
        string root = await PostAsync(town, space, digest);

        IReadOnlyList<TeamsRequest> sent = await town.SayAsync(town.InChannel("How many are stationed there?", thread: root));

        Assert.Contains("5,200", Assert.Single(sent).Text, StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(TeamsTown town, Space space, Digest digest)
    {
        string body = town.Adapter.Lay(new DigestPost(digest, town.Bot.Clock.GetUtcNow(), Late: false), SampleReplies.In("en"))[0];
        await town.Bot.Get<Database>().InTransactionAsync(
            async transaction =>
            {
                Channel channel = await town.Bot.Get<ChannelStore>().GetOrAddAsync(transaction, space, At(FakeTeams.News));
                return await town.Bot.Get<PostStore>().AddAsync(
                    transaction, [new NewPost("test/1", null, channel, 1, 1, body, null, town.Bot.Clock.GetUtcNow().AddHours(1))]);
            },
            Cancel);
        await town.Bot.Get<Outbox>().DrainAsync(ChatPlatform.Teams, Cancel);
        return (await town.Bot.Get<Database>().InTransactionAsync(
            transaction => transaction.ScalarAsync<string>("SELECT message_id FROM post WHERE key = @key", new { key = "test/1" }), Cancel))!;
    }

    /// <summary>A bot that somebody has spoken to in the channel and in the chat.</summary>
    private static async Task<TeamsTown> MetAsync()
    {
        TeamsTown town = await TeamsTown.StartAsync();
        await town.SayAsync(town.InChannel("help"));
        await town.SayAsync(town.Personal("help"));
        return town;
    }

    private static OutgoingPart Part(string channel) => new(
        At(channel), null, Nonce, 1, 1, Body(), MentionRole: null, FirstMessageId: null, Attempt: 1);

    private static string Body() => DigestBot.Adapters.Teams.TeamsBody.Write(DigestBot.Adapters.Teams.TeamsLayout.Lay(
        new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false), SampleReplies.In("en"))[0]);

    private static ChannelRef At(string id) => new(ChatPlatform.Teams, id);

    private static async Task<DeliveryOutcome> SendAsync(TeamsTown town, OutgoingPart part)
    {
        string? reference = part.Reference;
        if (reference is null && part.Channel.Id == TeamsTown.Chat)
        {
            reference = await town.Bot.Get<ChannelStore>().ReferenceAsync($"teams:{TeamsTown.Chat}", part.Channel, Cancel);
        }

        return await town.Adapter.SendAsync(part with { Reference = reference }, Cancel);
    }

    private static async Task<string> DeliveredAsync(TeamsTown town, OutgoingPart part) =>
        Assert.IsType<DeliveryOutcome.Delivered>(await SendAsync(town, part)).MessageId;

    private static string Name(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.RetryLater { After: { } after, WholePlatform: true } => $"RetryLater {after.TotalSeconds:0} all",
        DeliveryOutcome.RetryLater { After: { } after } => $"RetryLater {after.TotalSeconds:0}",
        DeliveryOutcome.Rejected { ChannelLost: true } => "Lost",
        _ => outcome.GetType().Name,
    };
}
