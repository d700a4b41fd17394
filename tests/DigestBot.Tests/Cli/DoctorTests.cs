using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Cli;

/// <summary>Every check of the doctor, well and not well.</summary>
public sealed class DoctorTests
{
    private static readonly DoctorFacts Healthy = new()
    {
        Store = new("sqlite", "/data/digestbot.db", 100, 2, 1, 0),
        StoreFolder = "/data",
        FolderIsWritable = true,
        FreeMegabytes = 40_000,
        Now = SampleReplies.Noon,
        Built = SampleReplies.Noon.AddDays(-30),
        Sources = [SampleReplies.Source()],
        Schedules = [SampleSchedules.Schedule()],
        Outbox = SampleSchedules.Outbox(),
        SamplesPresent = true,
    };

    [Fact]
    public void A_healthy_bot_has_every_check_and_no_remedy()
    {
        IReadOnlyList<Finding> findings = Doctor.Examine(Healthy, Phrases.English);

        Assert.All(findings, finding => Assert.True(finding is { Ok: true, Remedy: null }, finding.Text));
        Assert.Equal(
            ["configuration", "store", "writable", "disk", "clock", "timezones", "index", "sources", "schedules", "outbox", "samples"],
            findings.Select(finding => finding.Check));
    }

    [Fact]
    public void Every_wrong_setting_is_a_finding()
    {
        DoctorFacts facts = Healthy with { ConfigurationProblems = ["Unknown section Digets.", "MaxStories is 99."] };

        Assert.Equal(["Unknown section Digets.", "MaxStories is 99."], Wrong(facts).Select(finding => finding.Text));
    }

    [Fact]
    public void A_store_that_does_not_open_is_one_finding_and_hides_no_other_check()
    {
        DoctorFacts facts = new() { StoreProblem = "The file is no database.", Now = Healthy.Now, Built = Healthy.Built };

        Assert.Equal(["store", "samples"], Wrong(facts).Select(finding => finding.Check));
        Assert.Equal("The file is no database.", Wrong(facts)[0].Text);
    }

    [Fact]
    public void A_folder_without_rights_is_named() => Assert.Contains(
        "/data", Only("writable", Healthy with { FolderIsWritable = false }).Text, StringComparison.Ordinal);

    [Fact]
    public void A_nearly_full_disk_is_found() => Assert.Contains(
        "12 MB", Only("disk", Healthy with { FreeMegabytes = 12 }).Text, StringComparison.Ordinal);

    [Fact]
    public void A_store_on_another_machine_has_no_disk_to_check() =>
        Assert.Empty(Wrong(Healthy with { StoreFolder = null, FreeMegabytes = null }));

    [Fact]
    public void A_clock_from_before_the_program_was_built_is_wrong() =>
        Only("clock", Healthy with { Now = Healthy.Built.AddYears(-1) });

    [Fact]
    public void A_zone_that_the_machine_does_not_know_is_named() => Assert.Contains(
        "Asia/Baghdad", Only("timezones", Healthy with { MissingZone = "Asia/Baghdad" }).Text, StringComparison.Ordinal);

    [Fact]
    public void An_index_of_an_earlier_version_asks_for_a_reindex() => Assert.Equal(
        "Run: digestbot reindex",
        Only("index", Healthy with { Store = Healthy.Store! with { OldIndexRows = 5 } }).Remedy);

    [Fact]
    public void A_failing_source_is_named_with_how_to_test_it()
    {
        Finding finding = Only("sources", Healthy with { Sources = [SampleReplies.Source(), SampleReplies.Source(failures: 3)] });

        Assert.Equal("Sample Post fails: HTTP 503", finding.Text);
        Assert.Equal("Try: digestbot sources test https://post.example/feed", finding.Remedy);
    }

    [Fact]
    public void A_paused_source_may_fail() =>
        Assert.Empty(Wrong(Healthy with { Sources = [SampleReplies.Source(failures: 3) with { Paused = true }] }));

    [Fact]
    public void A_schedule_whose_channel_refuses_posts_is_named_with_what_opens_it()
    {
        Finding finding = Only("schedules", Healthy with { Schedules = [SampleSchedules.Schedule(parked: "Missing access.")] });

        Assert.Equal("“morning” cannot post to discord:12: Missing access.", finding.Text);
        Assert.Equal("Let the bot post there again, then: digestbot --space discord:1 schedule run-now morning", finding.Remedy);
    }

    [Fact]
    public void A_schedule_in_a_zone_that_the_machine_does_not_know_is_named() => Assert.Contains(
        "Mars/Olympus", Only("schedules", Healthy with { Schedules = [SampleSchedules.Schedule(zone: "Mars/Olympus")] }).Text, StringComparison.Ordinal);

    [Fact]
    public void Posts_that_were_given_up_are_found() => Assert.Equal(
        "Posts given up: 2; the newest: HTTP 403", Only("outbox", Healthy with { Outbox = SampleSchedules.Outbox(dead: 2) }).Text);

    [Fact]
    public void Missing_samples_are_found() => Only("samples", Healthy with { SamplesPresent = false });

    [Fact]
    public async Task The_terminal_reports_what_is_wrong_and_fails()
    {
        CommandLineRun run = await CommandLineRun.OfAsync(
            new FakeHost { ConfigurationProblems = ["Unknown section Digets."] }, "doctor", "--json");

        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains(
            """{"check":"configuration","ok":false,"finding":"Unknown section Digets.","remedy":""", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            """{"check":"store","ok":false,"finding":"The store is locked by another program.","remedy":""", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("Problems found: ", run.Error, StringComparison.Ordinal);
    }

    private static Finding Only(string check, DoctorFacts facts)
    {
        Finding finding = Assert.Single(Wrong(facts));
        Assert.Equal(check, finding.Check);
        Assert.False(string.IsNullOrEmpty(finding.Remedy));
        return finding;
    }

    private static List<Finding> Wrong(DoctorFacts facts) =>
        [.. Doctor.Examine(facts, Phrases.English).Where(finding => !finding.Ok)];
}
