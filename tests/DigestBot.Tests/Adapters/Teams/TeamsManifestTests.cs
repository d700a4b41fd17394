using System.IO.Compression;
using System.Text.Json.Nodes;
using DigestBot.Adapters.Teams.Package;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Commands;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>The package that is uploaded to Teams.</summary>
public sealed class TeamsManifestTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_verb_writes_manifest_and_icons_and_equal_packages_have_equal_bytes()
    {
        string folder = Directory.CreateTempSubdirectory("digestbot-teams-").FullName;
        try
        {
            string first = Path.Combine(folder, "a.zip"), second = Path.Combine(folder, "b.zip");
            Assert.Equal(ExitCode.Done, (await CommandLineRun.OfAsync("teams", "manifest", "--app-id", AppId, "--out", first)).Exit);
            Assert.Equal(ExitCode.Done, (await CommandLineRun.OfAsync("teams", "manifest", "--app-id", AppId, "--out", second)).Exit);

            Assert.Equal(await File.ReadAllBytesAsync(first, Cancel), await File.ReadAllBytesAsync(second, Cancel));
            await using ZipArchive zip = await ZipFile.OpenReadAsync(first, Cancel);
            Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
            await using Stream manifest = await zip.Entries[0].OpenAsync(Cancel);
            Assert.Equal(AppId, (await JsonNode.ParseAsync(manifest, cancellationToken: Cancel))!["bots"]![0]!["botId"]!.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_have_the_size_that_Teams_wants(string icon, int size)
    {
        byte[] png = File.ReadAllBytes(RepositoryRoot.Combine("src", "DigestBot", "Adapters", "Teams", "Package", icon));

        Assert.Equal("IHDR"u8.ToArray(), png[12..16]);
        Assert.Equal((size, size), (Number(png, 16), Number(png, 20)));
    }

    [Theory]
    [InlineData("teams manifest", "--app-id is needed.")]
    [InlineData("teams manifest --app-id bot", "--app-id 'bot' is not an id such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData($"teams manifest --app-id {AppId} --domain https://a.example", "--domain 'https://a.example' is not a domain such as bot.example.org.")]
    public async Task A_wrong_wish_is_one_sentence(string line, string sentence)
    {
        CommandLineRun run = await CommandLineRun.OfAsync(line.Split(' '));

        Assert.Equal((ExitCode.WrongUsage, $"{sentence}\n"), (run.Exit, run.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task The_menu_is_what_the_router_answers()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);

        Assert.Equal(
            bot.Get<CommandRouter>().Definitions.Select(command => (command.Name, command.Describe(Phrases.English))).Order(),
            TeamsManifest.Commands.Select(command => (command.Name, command.Describe(Phrases.English))).Order());
    }

    [Fact]
    public void Slash_triggers_are_for_teams_and_groups_and_prompts_for_people()
    {
        JsonArray lists = TeamsManifest.Of(AppId, null, "1.0.0", Phrases.English)["bots"]![0]!["commandLists"]!.AsArray();

        Assert.Null(lists[0]!["triggers"]);
        Assert.Contains(lists[0]!["commands"]!.AsArray(), command => command!["type"]?.ToString() == "prompt");
        Assert.Equal(["mention", "slash"], lists[1]!["triggers"]!.AsArray().Select(trigger => trigger!.ToString()));
        Assert.DoesNotContain(lists[1]!["commands"]!.AsArray(), command => command!["type"] is not null);
    }

    private static int Number(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
