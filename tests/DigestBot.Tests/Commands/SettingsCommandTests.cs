using DigestBot.Commands;
using DigestBot.Commands.Settings;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>What holds for a space, and having it forgotten.</summary>
public abstract class SettingsCommandTests(string provider) : IAsyncLifetime
{
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(provider, Cancel);
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task Zone_language_and_role_are_kept_for_the_space_and_shown()
    {
        await _room.SayAsync("/settings zone Baghdad");
        await NowAsync(room => room.FillInAsync("settings", ("action", "language"), ("language", "ar")));
        SpaceSettings shown = await NowAsync(room => room.FillInAsync("settings", ("action", "manager-role"), ("role", "77")));

        Space stored = await _bot.SpaceAsync(_room.Space.Key, Cancel);
        Assert.Equal(new SpaceSettings("Asia/Baghdad", "ar", "en", "77"), shown);
        Assert.Equal(("Asia/Baghdad", "ar", "77"), (stored.TimeZone, stored.Language, stored.ManagerRole));
    }

    [Fact]
    public async Task Off_takes_language_and_role_back()
    {
        await NowAsync(room => room.SayAsync("/settings language fr"));
        await NowAsync(room => room.SayAsync("/settings manager-role 77"));
        await NowAsync(room => room.SayAsync("/settings language off"));
        SpaceSettings shown = await NowAsync(room => room.FillInAsync("settings", ("action", "manager-role")));

        Assert.Equal(new SpaceSettings("Etc/UTC", null, "en", null), shown);
    }

    [Theory]
    [InlineData("/settings zone Atlantis", "atlantis")]
    [InlineData("/settings language xx", "“xx” is not one of these: en, fr, ar, off.")]
    [InlineData("/settings zone", "/settings zone <value>")]
    [InlineData("/settings colour red", "/settings show|zone|language|manager-role|forget")]
    public async Task What_cannot_be_set_is_refused_and_changes_nothing(string text, string said)
    {
        Assert.Contains(said, await _room.RefusedAsync(text), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(_room.Space, await _bot.SpaceAsync(_room.Space.Key, Cancel));
    }

    [Fact]
    public async Task Whoever_has_the_managers_role_is_one()
    {
        ChatRoom guest = _room with { IsManager = false };
        Assert.Equal("Only a manager can see and change the settings.", await guest.RefusedAsync("/settings"));
        await _room.SayAsync("/settings manager-role 77");
        ChatRoom now = guest with { Space = await _bot.SpaceAsync(_room.Space.Key, Cancel) };

        Assert.IsType<Reply.OfSettings>(await now.SendAsync(now.Message("/settings") with { Roles = ["5", "77"] }));
        Assert.IsType<Reply.Refusal>(await now.SendAsync(now.Message("/settings") with { Roles = ["5", "777"] }));
    }

    [Fact]
    public async Task To_be_forgotten_needs_the_code_that_was_told()
    {
        await _room.SayAsync("/schedule add iraq at 08:00");
        string asked = Assert.IsType<Reply.Plain>(await _room.SayAsync("/settings forget")).Sentence;
        string code = asked[(asked.LastIndexOf(' ') + 1)..];

        Assert.Contains("nothing was erased", await _room.RefusedAsync("/settings forget 000000"), StringComparison.Ordinal);
        Assert.Single(await _bot.Get<ScheduleStore>().ListAsync(_room.Space, Cancel));

        Reply done = await _room.FillInAsync("settings", ("action", "forget"), ("code", code));

        Assert.Equal("Everything that I kept of this space is erased.", Assert.IsType<Reply.Plain>(done).Sentence);
        Assert.Empty(await _bot.Get<ScheduleStore>().ListAsync(_room.Space, Cancel));
    }

    [Fact]
    public async Task A_code_is_one_persons_for_one_space_and_some_minutes()
    {
        DateTimeOffset now = _bot.Clock.GetUtcNow();
        string code = ForgetCode.Of("discord:1", "discord:77", now);

        Assert.True(ForgetCode.Is($" {code.ToUpperInvariant()} ", "discord:1", "discord:77", now.AddMinutes(10)));
        Assert.False(ForgetCode.Is(code, "discord:1", "discord:78", now));
        Assert.False(ForgetCode.Is(code, "discord:2", "discord:77", now));
        Assert.False(ForgetCode.Is(code, "discord:1", "discord:77", now.AddMinutes(20)));
        Assert.IsType<Reply.Refusal>(await (_room with { Space = _bot.Operator }).SayAsync("/settings forget"));
    }

    [Theory]
    [InlineData("en", "Time zone: Etc/UTC")]
    [InlineData("fr", "la langue habituelle, l’anglais")]
    [InlineData("ar", "دور المديرين: لا يوجد")]
    public async Task Settings_are_laid_out_in_the_readers_language(string language, string line)
    {
        ChatRoom room = _room with { Language = language };

        string printed = room.Print(await room.SayAsync("/settings"));

        Assert.Contains(line, string.Concat(printed.Where(c => c is not ('\u2068' or '\u2069'))), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // Every message comes with the space as it is stored then.
    private async Task<SpaceSettings> NowAsync(Func<ChatRoom, Task<Reply>> say) =>
        Assert.IsType<Reply.OfSettings>(await say(_room with { Space = await _bot.SpaceAsync(_room.Space.Key, Cancel) })).Settings;
}

public sealed class SqliteSettingsCommandTests() : SettingsCommandTests("sqlite");

public sealed class PostgresSettingsCommandTests() : SettingsCommandTests("postgresql");
