using DigestBot.Adapters;
using DigestBot.Adapters.Discord.Incoming;
using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Discord;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>What the rest is made of.</summary>
public sealed class SmallPartsTests
{
    [Fact]
    public void Of_ids_the_oldest_is_forgotten_first()
    {
        var seen = new SeenIds(2);

        Assert.True(seen.TryAdd(1) && seen.TryAdd(2) && !seen.TryAdd(1) && seen.TryAdd(3));
        Assert.True(seen.TryAdd(1));
        Assert.False(seen.TryAdd(3));
    }

    [Fact]
    public void Everybody_is_told_once_in_a_span()
    {
        var clock = new FakeTimeProvider();
        var once = new OncePer(TimeSpan.FromHours(1), 100, clock);

        Assert.True(once.TryTake("ada") && once.TryTake("ben") && !once.TryTake("ada"));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(once.TryTake("ada"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(once.TryTake("ada"));
    }

    [Fact]
    public void Of_answers_neither_old_ones_nor_too_many_are_kept()
    {
        var clock = new FakeTimeProvider();
        var answers = new RecentAnswers<ulong, string?>(2, TimeSpan.FromMinutes(10), clock);
        answers.Set(1, "one");
        clock.Advance(TimeSpan.FromMinutes(9));
        answers.Set(1, "one again");
        clock.Advance(TimeSpan.FromMinutes(2));
        answers.Set(2, null);

        Assert.True(answers.TryGet(1, out string? one) && one == "one again");
        Assert.True(answers.TryGet(2, out string? two) && two is null);
        answers.Set(3, "three");
        answers.Set(4, "four");
        Assert.False(answers.TryGet(1, out _) || answers.TryGet(2, out _));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(answers.TryGet(4, out _));
    }

    [Theory]
    [InlineData("<@42> why?", "why?")]
    [InlineData("why, <@!42>, why?", "why, , why?")]
    [InlineData("why <@42>", "why")]
    [InlineData("<@42>", "")]
    [InlineData("<@421> and <@4> <@&42>", "<@421> and <@4> <@&42>")]
    [InlineData("a <@42> b", "a b")]
    [InlineData("line one\n<@42> line two", "line one\n line two")]
    public void The_bots_mention_is_taken_out_wherever_it_stands(string written, string text) =>
        Assert.Equal(text, MentionText.Without(written, 42));

    [Fact]
    public void Whoever_may_manage_the_server_or_owns_it_is_a_manager()
    {
        var guild = new Guild
        {
            Id = 1,
            OwnerId = 2,
            Roles =
            [
                new() { Id = 1, Permissions = GuildPermission.SendMessages },
                new() { Id = 5, Permissions = GuildPermission.ManageGuild },
                new() { Id = 6, Permissions = GuildPermission.Administrator },
                new() { Id = 7, Permissions = GuildPermission.ManageChannels },
            ],
        };

        Assert.True(ManagerRights.Has(guild, 2, []));
        Assert.True(ManagerRights.Has(guild, 3, [7, 5]));
        Assert.True(ManagerRights.Has(guild, 3, [6]));
        Assert.False(ManagerRights.Has(guild, 3, [7]));
        Assert.True(ManagerRights.Has(guild with { Roles = [new() { Id = 1, Permissions = GuildPermission.ManageGuild }] }, 3, []));
    }

    [Theory]
    [InlineData("schedule_add")]
    [InlineData("schedule_edit_0-12_5-123456789012345678_10-9-9")]
    public void What_a_form_carries_comes_back_as_it_was(string written) => Assert.Equal(written, FormState.Parse(written)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("schedule")]
    [InlineData("schedule_")]
    [InlineData("schedule_add_x-1")]
    [InlineData("schedule_add_1")]
    [InlineData("schedule_add_1-")]
    [InlineData("schedule_add_99999999999-1")]
    public void What_no_form_has_written_is_not_read(string written) => Assert.Null(FormState.Parse(written));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void What_stands_in_a_form_is_read_back_as_it_was(string language)
    {
        Phrases phrases = Phrases.Find(language)!;
        foreach (Weekdays days in new[] { Weekdays.All, Weekdays.Workdays, Weekdays.Weekend, Weekdays.Monday | Weekdays.Thursday, Weekdays.Sunday })
        {
            ScheduleSettings settings = SampleSchedules.Schedule().Settings with { Days = days, Zone = "Europe/Paris" };
            var form = new ScheduleForm(phrases);

            ScheduleWishes wishes = form.Read(ScheduleFields.Of(settings, phrases));

            Assert.Null(form.Wrong);
            Assert.Equal((days, "Europe/Paris", settings.Name), (wishes.Days, wishes.Zone, wishes.Name));
            Assert.Equal(settings.Times.Select(posting => posting.Time), wishes.Times);
        }
    }
}
