using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>What people write without a command; the bot has no right to read all messages.</summary>
public sealed class MessageTests(IncomingTown town) : IClassFixture<IncomingTown>
{
    private const string Hint = "I cannot read that: answer with the mention switched on, mention me, or use /ask, and I will look for an answer.";

    [Theory]
    [InlineData("{0} How many troops are stationed in Iraq?")]
    [InlineData("How many troops are stationed in Iraq, {0}?")]
    public async Task A_mention_anywhere_makes_a_question_that_is_answered_by_a_reply_without_a_ping(string text)
    {
        FakeChannel channel = town.AddChannel();
        FakeMessage question = Type(town.AddReader(), channel, text);

        FakeMessage answer = Assert.Single(await town.PostedAsync(channel));

        Assert.Same(question, answer.AnswerTo);
        Assert.Contains("5,200", answer.Text(), StringComparison.Ordinal);
        Assert.Empty(answer.Mentions.Pinged);
    }

    [Fact]
    public async Task A_mention_may_name_a_command()
    {
        FakeChannel channel = town.AddChannel();
        Type(town.AddReader(), channel, "{0} digest floods");

        Assert.Contains("377 millimetres", (await town.PostedAsync(channel))[0].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_digest_is_a_question_about_it()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeMessage iraq = await DigestAsync(reader, channel, "iraq");
        await DigestAsync(reader, channel, "floods");

        town.People.Type(reader, channel, "How many troops are stationed there?", replyTo: iraq);

        FakeMessage answer = (await town.PostedAsync(channel, 3))[2];
        Assert.Equal(iraq.DigestId(), answer.DigestId());
        Assert.Contains("5,200", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_ping_is_off_is_told_how_to_ask_once_an_hour()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeMessage digest = await DigestAsync(reader, channel, "iraq");

        town.People.Type(reader, channel, "How many?", replyTo: digest, ping: false);
        FakeMessage[] posted = await town.PostedAsync(channel, 2);
        town.People.Type(reader, channel, "How many then?", replyTo: digest, ping: false);
        Type(reader, channel, "{0} help");

        Assert.Equal(Hint, posted[1].Text().Trim());
        posted = await town.PostedAsync(channel, 3);
        Assert.Contains("/digest", posted[2].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        FakeUser reader = town.AddReader();
        FakeChannel direct = town.Discord.World.DirectChannel(reader);

        town.People.Type(reader, direct, "digest iraq");
        FakeMessage digest = (await town.PostedAsync(direct))[0];
        town.People.Type(reader, direct, "How many troops are stationed there?");

        Assert.Contains("5,200", (await town.PostedAsync(direct, 2))[1].Text(), StringComparison.Ordinal);
        Assert.NotNull(await town.FindDigestAsync($"discord:{reader.Id}", digest.DigestId()));
    }

    [Fact]
    public async Task In_the_thread_of_a_digest_a_mention_asks_about_that_digest()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeMessage digest = await DigestAsync(reader, channel, "iraq");
        await DigestAsync(reader, channel, "floods");
        FakeChannel thread = await town.ThreadAsync(digest, "Iraq");

        Type(reader, thread, "{0} How many troops are stationed there?");

        FakeMessage answer = (await town.PostedAsync(thread))[0];
        Assert.Equal(digest.DigestId(), answer.DigestId());
    }

    [Fact]
    public async Task What_does_not_turn_to_the_bot_is_left_alone()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        FakeUser machine = town.Discord.World.AddUser("Another bot", bot: true);
        town.Discord.Guilds.Join(town.Guild, machine);

        town.People.Type(reader, channel, "Good morning @everyone");
        town.People.Type(reader, channel, $"<@{machine.Id}> digest iraq");
        Type(machine, channel, "{0} digest iraq");
        Type(reader, channel, "{0} help");

        Assert.Single(await town.PostedAsync(channel), message => message.AnswerTo is not null);
    }

    [Fact]
    public async Task Managers_change_things_by_a_mention_too()
    {
        FakeChannel channel = town.AddChannel();
        Type(town.AddReader(), channel, "{0} schedule add iraq at 08:00");
        string refused = (await town.PostedAsync(channel))[0].Text();
        Type(town.Owner, channel, "{0} schedule add iraq at 08:00");
        string added = (await town.PostedAsync(channel, 2))[1].Text();

        Assert.Equal("Only a manager can change schedules; you can use list, show, preview and history.", refused.Trim());
        Assert.Contains("08:00", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_wished_in_private_comes_as_a_direct_message()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        Type(reader, channel, "{0} digest iraq private:yes");

        string told = (await town.PostedAsync(channel))[0].Text().Trim();

        Assert.Equal("You asked for it in private: it is in your direct messages.", told);
        Assert.Contains("5,200", (await town.PostedAsync(town.Discord.World.DirectChannel(reader)))[0].Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0} me")]
    [InlineData("{0} me export")]
    [InlineData("{0} /me language fr")]
    public async Task What_is_kept_of_a_person_is_shown_to_them_alone(string text)
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        Type(reader, channel, text);

        string told = (await town.PostedAsync(channel))[0].Text().Trim();

        Assert.Equal("You asked for it in private: it is in your direct messages.", told);
        Assert.NotEmpty(await town.PostedAsync(town.Discord.World.DirectChannel(reader)));
    }

    [Fact]
    public async Task Whoever_takes_no_direct_messages_is_told_another_way()
    {
        FakeUser reader = town.Discord.World.AddUser("Shy", refusesDirectMessages: true);
        town.Discord.Guilds.Join(town.Guild, reader);
        FakeChannel channel = town.AddChannel();
        Type(reader, channel, "{0} digest iraq private:yes");

        Assert.Equal(
            "I may not write to you directly; use the command from the / menu with private on, and only you will see the answer.",
            (await town.PostedAsync(channel))[0].Text().Trim());
    }

    [Fact]
    public async Task Whoever_asks_too_fast_is_told_so_once_and_then_waited_for()
    {
        FakeUser reader = town.AddReader();
        FakeChannel channel = town.AddChannel();
        for (int i = 0; i < 23; i++)
        {
            Type(reader, channel, "{0} help");
        }

        FakeMessage[] posted = await town.PostedAsync(channel, 21);
        FakeUser other = town.AddReader();
        Type(other, channel, "{0} help");
        posted = await town.PostedAsync(channel, 22);

        Assert.Single(posted, message => message.Text().Contains("CommandsPerMinute", StringComparison.Ordinal));
        Assert.Equal(22, posted.Length);
    }

    private FakeMessage Type(FakeUser user, FakeChannel channel, string text) =>
        town.People.Type(user, channel, text.Replace("{0}", town.People.Mention, StringComparison.Ordinal));

    private async Task<FakeMessage> DigestAsync(FakeUser reader, FakeChannel channel, string topic)
    {
        FakeInteraction digest = await town.SettledAsync(town.People.Run(reader, channel, "digest", ("topic", topic)));
        return digest.Response!;
    }
}
