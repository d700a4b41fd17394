using DigestBot.Adapters.Discord.Incoming;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>Interactions that no honest client would send reveal nothing and break nothing.</summary>
public sealed class ForgedInteractionTests : IAsyncLifetime
{
    private const string NotKept = "That digest is no longer kept here; ask for a new one with /digest.";
    private const string Secret = "The merger talks in the harbour tower ended with a price of 84 million.";

    private static readonly Dictionary<string, string?> Settings = new() { ["Discord:Token"] = "t" };

    private readonly DiscordWire _wire = new();
    private TestBot _bot = null!;
    private string _theirs = "";
    private ulong _lastId = 100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(
            "sqlite",
            services => services.AddSingleton(provider => _wire.Client(provider.GetRequiredService<TimeProvider>())),
            Cancel,
            Settings);
        Space theirs = await _bot.SpaceAsync("discord:2", Cancel);
        await _bot.ImportAsync(
            theirs, "Secret Wire", Cancel, Articles.Article("Merger talks end", $"Talks ended on Saturday. {Secret}", _bot.Clock.GetUtcNow().AddHours(-1)));
        Digest digest = await _bot.DigestAsync(theirs, "merger", Cancel, TimeSpan.FromDays(1));
        Assert.NotEmpty(digest.Stories);
        _theirs = digest.Id;
    }

    [Theory]
    [InlineData("v1:page:{0}:1")]
    [InlineData("v1:sources:{0}:1-0-9")]
    [InlineData("v1:sources:{0}")]
    public async Task A_digest_of_another_server_cannot_be_told_from_one_that_is_not_there(string customId)
    {
        WireRequest theirs = await ClickAsync(customId.Replace("{0}", _theirs, StringComparison.Ordinal));
        WireRequest nothing = await ClickAsync(customId.Replace("{0}", "abcdefghijkm", StringComparison.Ordinal));

        Assert.Equal((NotKept, true), (theirs.Text, theirs.IsPrivate));
        Assert.Equal(nothing.Body!.ToJsonString(), theirs.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_question_about_a_digest_of_another_server_is_answered_from_what_this_one_may_see()
    {
        WireRequest answer = await SendAsync(new Interaction
        {
            Type = InteractionType.ModalSubmit,
            Data = new()
            {
                CustomId = $"v1:question:{_theirs}",
                Components = [new() { Type = ComponentType.Label, Component = new() { CustomId = "question", Value = "What price did the merger talks end with?" } }],
            },
        });

        Assert.DoesNotContain("84", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_theirs, answer.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1:page:-")]
    [InlineData("v2:page:abc:1")]
    [InlineData("v1:form:-:schedule")]
    [InlineData("v1:form:-:nothing_add_0-x")]
    [InlineData("v1:shown:abc")]
    [InlineData("someone else's")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_button_that_is_not_known_is_answered_with_what_to_do(string? customId)
    {
        WireRequest told = await ClickAsync(customId);

        Assert.Equal(
            ("I no longer know what that belongs to; use /digest for the news, or /help for everything else.", true), (told.Text, told.IsPrivate));
    }

    [Theory]
    [InlineData("v1:form:-:schedule_add_99-x_0-y")]
    [InlineData("v1:form:-:schedule_explode")]
    [InlineData("v1:form:-:nothing_add")]
    [InlineData("v1:form:-:sources_add")]
    public async Task A_form_that_is_not_ours_is_refused_in_one_sentence(string customId)
    {
        WireRequest told = await SendAsync(new Interaction { Type = InteractionType.ModalSubmit, Data = new() { CustomId = customId } });

        Assert.True(told.IsPrivate);
        Assert.InRange(told.Text.Length, 10, 300);
    }

    [Fact]
    public async Task Options_of_any_size_and_shape_are_refused_in_one_sentence()
    {
        string huge = new('x', 200_000);
        InteractionOption nested = new() { Name = "deep", Type = ApplicationCommandOptionType.SubCommand };
        for (int i = 0; i < 1_000; i++)
        {
            nested = new() { Name = $"level{i}", Type = ApplicationCommandOptionType.SubCommandGroup, Options = [nested] };
        }

        InteractionOption[][] forged =
        [
            [Option("topic", huge)],
            [Option("window", huge)],
            [Option("no-such-thing", huge)],
            [Option("topic", "iraq"), Option("topic", huge)],
            [Option("stories", long.MaxValue)],
            [Option("stories", -2.5)],
            [nested],
            [.. Enumerable.Range(0, 10_000).Select(i => Option($"option{i}", "x"))],
        ];
        foreach (InteractionOption[] options in forged)
        {
            WireRequest told = await CommandAsync("digest", options);

            Assert.True(told.IsPrivate, told.Text);
            Assert.InRange(told.Text.Length, 10, 2_000);
        }
    }

    [Fact]
    public async Task A_command_that_is_not_ours_is_refused_with_the_nearest()
    {
        WireRequest told = await CommandAsync("digset", []);

        Assert.Contains("/digest", told.Text, StringComparison.Ordinal);
        Assert.True(told.IsPrivate);
    }

    [Fact]
    public async Task An_interaction_that_comes_twice_is_answered_once()
    {
        var interaction = new Interaction
        {
            Id = 9, Token = "token", Type = InteractionType.ApplicationCommand, Data = new() { Name = "help" }, User = new() { Id = 7 },
            ReceivedTimestamp = _bot.Clock.GetTimestamp(),
        };
        await _bot.Get<DiscordInteractions>().ReceiveAsync(interaction, Cancel);
        await _bot.Get<DiscordInteractions>().ReceiveAsync(interaction, Cancel);

        await _wire.NextAsync();
        while (!_wire.IsQuiet)
        {
            Assert.Null((await _wire.NextAsync()).CallbackType);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _wire.Dispose();
    }

    private static InteractionOption Option(string name, OptionValue value) =>
        new() { Name = name, Type = ApplicationCommandOptionType.String, Value = value };

    private Task<WireRequest> CommandAsync(string name, IReadOnlyList<InteractionOption> options) => SendAsync(
        new Interaction { Type = InteractionType.ApplicationCommand, Data = new() { Name = name, Options = options } });

    private Task<WireRequest> ClickAsync(string? customId) =>
        SendAsync(new Interaction { Type = InteractionType.MessageComponent, Data = new() { CustomId = customId, ComponentType = ComponentType.Button } });

    /// <summary>As a manager of server 1; the first response.</summary>
    private async Task<WireRequest> SendAsync(Interaction interaction)
    {
        _lastId++;
        await _bot.Get<DiscordInteractions>().ReceiveAsync(
            interaction with
            {
                Id = _lastId,
                ApplicationId = 5,
                Token = "token",
                GuildId = 1,
                ChannelId = 11,
                Channel = new() { Id = 11, Type = ChannelType.Text },
                Member = new() { User = new() { Id = _lastId }, Permissions = GuildPermission.ManageGuild },
                AuthorizingIntegrationOwners = new Dictionary<string, ulong> { ["0"] = 1 },
                ReceivedTimestamp = _bot.Clock.GetTimestamp(),
            },
            Cancel);
        WireRequest first = await _wire.NextAsync();
        while (!_wire.IsQuiet)
        {
            await _wire.NextAsync();
        }

        return first;
    }
}
