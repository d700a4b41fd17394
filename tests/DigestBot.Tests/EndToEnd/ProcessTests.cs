using System.Text.Json;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>The real program as scripts call it: pipes, exit codes, the environment.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_anything_a_digest_is_shown_from_the_samples()
    {
        BotRun run = await BotProcess.RunAsync(_folder, "digest", "iraq", "--json");

        JsonShape.Matches(Contract.Digest, run.Json);
        Assert.NotEqual(0, run.Json.GetProperty("stories").GetArrayLength());
        Assert.StartsWith("This is sample news", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.In("home/digestbot/digestbot.db"))); // the user's data folder, never a build folder
    }

    [Fact]
    public async Task Doctor_finds_a_fresh_store_in_order()
    {
        JsonElement doctor = (await BotProcess.RunAsync(_folder, "doctor", "--json")).Json;

        JsonShape.Matches(Contract.Doctor, doctor);
        Assert.All(doctor.GetProperty("items").EnumerateArray(), item => Assert.True(item.GetProperty("ok").GetBoolean(), item.GetRawText()));
    }

    [Fact]
    public async Task A_data_folder_may_have_any_name()
    {
        string odd = _folder.In("odd; Mode=ReadOnly 'x' \"y\" = %20 ü");

        BotRun run = await BotProcess.RunAsync(_folder, "ingest", _folder.Write("a.txt", "Title\n\nThe text."), "--data", odd);

        run.Done();
        Assert.True(File.Exists(Path.Combine(odd, "digestbot.db")));
    }

    [Theory]
    [InlineData("digset iraq")]
    [InlineData("ask")]
    public async Task Wrong_usage_is_exit_code_2_with_one_line(string line)
    {
        BotRun run = await BotProcess.RunAsync(_folder, line.Split(' '));

        Assert.Equal(2, run.Exit);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Empty(run.Out);
        Assert.False(Directory.Exists(_folder.In("home")));
    }

    [Fact]
    public async Task The_environment_overrides_the_settings_file()
    {
        BotRun run = await BotProcess.RunAsync(
            _folder, [("Digests__MaxStories", "2"), ("Store__ConnectionString", $"Data Source={_folder.In("elsewhere.db")}"), ("Chat__Language", "fr")], "digest", "--since", "all");

        Assert.Contains("2 ·", run.Done(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n3 ·", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("This is sample news", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.In("elsewhere.db")));
    }

    [Theory]
    [InlineData("Digests__MaxStorys", "9", "MaxStorys")]
    [InlineData("Digests__MaxStories", "99", "MaxStories")]
    [InlineData("Digests__MaxStories", "many", "MaxStories")]
    [InlineData("Store__Provider", "oracle", "oracle")]
    [InlineData("Store__BusyTimeout", "soon", "BusyTimeout")]
    public async Task A_wrong_setting_is_refused_by_its_name(string name, string value, string named)
    {
        BotRun run = await BotProcess.RunAsync(_folder, [(name, value)], "digest");

        Assert.Contains(named, run.Failed(), StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("sqlite", "nonsense")]
    [InlineData("sqlite", "Data Source=:memory:")]
    [InlineData("postgresql", "")]
    [InlineData("postgresql", "Host=127.0.0.1;Port=many;Password=topsecret")]
    [InlineData("postgresql", "Host=127.0.0.1;Port=1;Password=topsecret")]
    public async Task A_store_that_cannot_be_reached_is_one_clear_failure_without_its_password(string provider, string connection)
    {
        BotRun run = await BotProcess.RunAsync(
            _folder, [("Store__Provider", provider), ("Store__ConnectionString", connection)], "digest");

        string sentence = run.Failed();
        Assert.Contains("Store:ConnectionString", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_on_this_machine_is_read_only_where_its_host_is_allowed()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(
            Feeds.Rss("Loopback News", ("Harbour reopens after storm", "The harbour of Vesterby reopened after the storm on Monday.")),
            "Content-Type: application/rss+xml"));
        string address = server.Address("/feed").AbsoluteUri;
        (string, string)[] allowed = [("Fetch__AllowedHosts__0", server.Host)];

        BotRun refused = await BotProcess.RunAsync(_folder, "ingest", address);
        int connectionsRefused = server.Connections;
        BotRun ingested = await BotProcess.RunAsync(_folder, allowed, "ingest", address, "--json");
        BotRun added = await BotProcess.RunAsync(_folder, allowed, "sources", "add", address, "--json");
        BotRun digest = await BotProcess.RunAsync(_folder, "digest", "harbour", "--json");

        Assert.Equal(1, refused.Exit);
        Assert.Equal(0, connectionsRefused);
        Assert.Equal(1, ingested.Json.GetProperty("new").GetInt32());
        JsonElement source = Assert.Single(added.Json.GetProperty("items").EnumerateArray());
        Assert.Equal("Loopback News", source.GetProperty("name").GetString());
        Assert.Equal("feed", source.GetProperty("kind").GetString());
        Assert.Equal("Loopback News", digest.Json.GetProperty("stories")[0].GetProperty("publishers")[0].GetString());
    }

    [Fact]
    public async Task A_web_page_served_where_a_feed_was_expected_is_read_as_a_page_or_refused()
    {
        const string Page = """
            <!DOCTYPE html><html lang="en"><head><title>Bridge closed</title></head><body><nav>Home</nav><article><h1>Bridge closed</h1>
            <p>The bridge over the Sund was closed on Tuesday after inspectors found cracks in two of its pylons, the road agency said.</p>
            <p>Traffic is diverted over the northern crossing, which adds forty minutes to the way to the airport, according to the agency.</p>
            <p>The inspection is to be repeated next week, and nobody can say yet how long the repair will take or what it will cost.</p>
            </article></body></html>
            """;
        await using LoopbackServer server = LoopbackServer.Answering(request => request.Path == "/feed"
            ? Reply.Ok(Page, "Content-Type: application/rss+xml")
            : Reply.Ok("<html><body></body></html>", "Content-Type: text/html"));
        (string, string)[] allowed = [("Fetch__AllowedHosts__0", server.Host)];

        BotRun read = await BotProcess.RunAsync(_folder, allowed, "ingest", server.Address("/feed").AbsoluteUri, "--json");
        BotRun empty = await BotProcess.RunAsync(_folder, allowed, "ingest", server.Address("/empty").AbsoluteUri, "--json");

        Assert.Equal(1, read.Json.GetProperty("new").GetInt32());
        Assert.Equal(0, empty.Document(exit: 1).GetProperty("new").GetInt32());
        empty.Failed();
    }
}
