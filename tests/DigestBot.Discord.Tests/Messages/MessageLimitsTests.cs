namespace DigestBot.Discord.Tests.Messages;

/// <summary>Every documented limit of a message: what fits exactly passes, one more is refused with a sentence.</summary>
public sealed class MessageLimitsTests
{
    public static TheoryData<string, int, int, Func<int, MessageProperties>> Limits => new()
    {
        { "content", 1, 2000, n => new() { Content = Text(n) } },
        { "nonce", 1, 25, n => new() { Content = "x", Nonce = Text(n) } },
        { "embeds", 0, 10, n => new() { Content = "x", Embeds = [.. Enumerable.Range(0, n).Select(_ => new Embed { Title = "t" })] } },
        { "embed title", 0, 256, n => With(new Embed { Title = Text(n) }) },
        { "embed description", 0, 4096, n => With(new Embed { Description = Text(n) }) },
        { "embed author", 1, 256, n => With(new Embed { Author = new EmbedAuthor(Text(n)) }) },
        { "embed footer", 1, 2048, n => With(new Embed { Footer = new EmbedFooter(Text(n)) }) },
        { "fields", 0, 25, n => With(new Embed { Fields = [.. Enumerable.Range(0, n).Select(_ => new EmbedField("n", "v"))] }) },
        { "field name", 1, 256, n => With(new Embed { Fields = [new EmbedField(Text(n), "v")] }) },
        { "field value", 1, 1024, n => With(new Embed { Fields = [new EmbedField("n", Text(n))] }) },
        { "one embed's characters", 4097, 6000, n => With(new Embed { Description = Text(4096), Footer = new EmbedFooter(Text(n - 4096)) }) },
        { "all embeds' characters", 4097, 6000, n => new() { Embeds = [new() { Description = Text(4096) }, new() { Description = Text(n - 4096) }] } },
        { "roles to mention", 0, 100, n => new() { Content = "x", AllowedMentions = AllowedMentions.None with { Roles = [.. Ids(n)] } } },
        { "users to mention", 0, 100, n => new() { Content = "x", AllowedMentions = AllowedMentions.None with { Users = [.. Ids(n)] } } },
    };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void What_fits_passes_and_one_more_is_refused(string what, int least, int most, Func<int, MessageProperties> make)
    {
        make(least).Validate();
        make(most).Validate();

        Assert.True(Record.Exception(() => make(most + 1).Validate()) is ArgumentException, $"{what}: {most + 1}");
        Assert.True(least == 0 || least > 1000 || Record.Exception(() => make(0).Validate()) is ArgumentException, $"{what}: 0");
    }

    [Fact]
    public void The_characters_of_an_embed_are_those_that_discord_counts()
    {
        Embed embed = new EmbedBuilder()
            .WithTitle("ab").WithUrl("https://example.org/").WithDescription("cde").WithAuthor("f", "https://example.org/")
            .WithFooter("gh").AddField("i", "jk").Build();

        Assert.Equal(11, embed.Length);
    }

    [Fact]
    public void A_message_with_nothing_in_it_is_refused_but_a_change_may_empty_one()
    {
        Assert.Throws<ArgumentException>(() => new MessageProperties { Content = "  ", Embeds = [], Components = [] }.Validate());
        Assert.Equal("", new MessageProperties { Content = "" }.ForChange().Content);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("")]
    public void An_address_is_one_of_the_web(string url) =>
        Assert.Throws<ArgumentException>(() => new EmbedBuilder().WithTitle("t").WithUrl(url).Build());

    [Fact]
    public void A_colour_has_three_bytes()
    {
        new EmbedBuilder().WithTitle("t").WithColor(0xFFFFFF).Build();

        Assert.Throws<ArgumentException>(() => new EmbedBuilder().WithTitle("t").WithColor(0x1000000).Build());
    }

    [Theory]
    [InlineData(MessageFlags.SuppressNotifications | MessageFlags.SuppressEmbeds, true)]
    [InlineData(MessageFlags.Ephemeral, true)]
    [InlineData(MessageFlags.Crossposted, false)]
    [InlineData(MessageFlags.Ephemeral | MessageFlags.Loading, false)]
    public void Only_some_flags_can_be_set(MessageFlags flags, bool allowed) => Assert.Equal(
        allowed, Record.Exception(() => new MessageProperties { Content = "x", Flags = flags }.Validate()) is null);

    private static MessageProperties With(Embed embed) => new() { Content = "x", Embeds = [embed] };

    private static string Text(int length) => new('x', length);

    private static IEnumerable<ulong> Ids(int count) => Enumerable.Range(1, count).Select(id => (ulong)id);
}
