using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Commands;
using DigestBot.Commands.Follows;
using DigestBot.Commands.People;
using DigestBot.Commands.Schedules;
using DigestBot.Commands.Settings;
using DigestBot.Commands.Sources;
using DigestBot.Commands.Status;
using DigestBot.Commands.Topics;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Cli;

/// <summary>docs/commands.md says what the program does; <c>UPDATE_DOCS=1</c> rewrites its tables.</summary>
public sealed partial class CommandDocsTests
{
    private static readonly string Path = DocsPath();

    private static readonly RootCommand Root = DigestBotCli.Build(
        new(new FakeHost(), new FakeTerminal(), TimeProvider.System, Phrases.English, new(Phrases.English)));

    private static readonly Dictionary<string, JsonTypeInfo> Documents = new()
    {
        ["digest"] = Views.Json.DigestView,
        ["ask"] = Views.Json.AnswerView,
        ["catchup"] = Views.Json.CatchUpView,
        ["me"] = PersonJson.Indented.PersonDocument,
        ["ingest"] = Views.Json.IngestView,
        ["search"] = Views.Json.ListViewSearchHitView,
        ["stories"] = Views.Json.ListViewStoryListingView,
        ["sources list"] = Views.Json.ListViewSourceView,
        ["sources set"] = Views.Json.ListViewSourceView,
        ["sources show"] = Views.Json.ListViewSourceView,
        ["sources test"] = Views.Json.ListViewSourceTestView,
        ["topics list"] = Views.Json.ListViewTopicView,
        ["topics test"] = Views.Json.TopicTestView,
        ["sources import"] = Views.Json.OpmlView,
        ["verify"] = Views.Json.VerifyView,
        ["why"] = Views.Json.WhyView,
        ["schedule list"] = Views.Json.ListViewScheduleView,
        ["schedule preview"] = Views.Json.PreviewView,
        ["schedule history"] = Views.Json.ListViewRunView,
        ["status"] = Views.Json.StatusView,
        ["doctor"] = Views.Json.ListViewFinding,
        ["reindex"] = Views.Json.ReindexView,
        ["articles forget"] = Views.Json.ForgottenView,
        ["articles allow"] = Views.Json.AllowedView,
        ["teams manifest"] = Views.Json.TeamsManifestView,
    };

    [Fact]
    public void Every_document_on_the_page_is_one_that_the_program_writes()
    {
        Dictionary<string, string> shown = Blocks().Matches(File.ReadAllText(Path))
            .ToDictionary(match => match.Groups[1].Value.Trim(), match => match.Groups[2].Value);

        Assert.Equal(Documents.Keys.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(shown, block =>
        {
            // Read and written again, nothing may be lost, added, renamed or in another order.
            object? document = JsonSerializer.Deserialize(block.Value, Documents[block.Key]);
            string written = JsonSerializer.Serialize(document, Documents[block.Key]);

            Assert.Equal(JsonNode.Parse(block.Value)!.ToJsonString(), JsonNode.Parse(written)!.ToJsonString());
        });
    }

    [Fact]
    public void Every_verb_has_a_section_with_an_example()
    {
        string page = File.ReadAllText(Path);

        Assert.All(Root.Subcommands, verb => Assert.Matches($@"(?s)\n### {verb.Name}\n.*?```sh\ndigestbot {verb.Name}", page));
    }

    [Theory]
    [InlineData("options")]
    [InlineData("verbs")]
    [InlineData("chat")]
    public void The_tables_are_those_of_the_program(string name)
    {
        string table = string.Join('\n', Table(name));
        string page = File.ReadAllText(Path);
        var place = new Regex($"(?s)<!-- {name} -->\n(.*?)<!-- /{name} -->");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            page = place.Replace(page, _ => $"<!-- {name} -->\n{table}\n<!-- /{name} -->");
            File.WriteAllText(Path, page);
        }

        Assert.Equal($"{table}\n", place.Match(page).Groups[1].Value);
    }

    private static IEnumerable<string> Table(string name) => name switch
    {
        "options" => Rows("| option | means |", Root.Options.Where(option => option.Recursive).Select(option =>
            $"| `{Cell(Show(option))}` | {Cell(option.Description)} |")),
        "verbs" => Rows("| verb | does | options |", Verbs("", Root)),
        _ => Rows("| command | does |", ChatCommands().Select(command =>
            $"| `{command.Usage}` | {Cell(command.Describe(Phrases.English))} |")),
    };

    private static IEnumerable<string> Rows(string head, IEnumerable<string> rows) =>
        [head, string.Concat(Enumerable.Repeat("|---", head.Count(c => c == '|') - 1)) + "|", .. rows];

    private static IEnumerable<string> Verbs(string path, Command parent) => parent.Subcommands.SelectMany(verb =>
    {
        string name = $"{path}{verb.Name}";
        string arguments = string.Concat(verb.Arguments.Select(Show));
        string options = string.Join(", ", verb.Options.Select(option => $"`{Show(option)}`"));
        return verb.Subcommands.Count > 0
            ? Verbs($"{name} ", verb)
            : [$"| `{name}{arguments}` | {Cell(verb.Description)} | {Cell(options)} |"];
    });

    // The commands are only asked what they are called, so they need no store.
    private static IEnumerable<CommandDefinition> ChatCommands() => new CommandRouter(
        [
            new DigestCommand(null!, null!), new MoreCommand(null!, null!, null!, null!, null!, null!), new AskCommand(null!, null!, null!, null!, null!, null!, null!, null!, null!),
            new SearchCommand(null!), new StoryCommand(null!, null!, null!, null!), new WhyCommand(null!, null!), new RateCommand(null!, null!),
            new SourcesCommand(null!, null!, null!),
            new TopicsCommand(null!),
            new ScheduleCommand(null!, null!, null!), new SettingsCommand(null!, null!, null!, null!), new StatusCommand(null!),
            new CatchUpCommand(null!, null!), new FollowCommand(null!), new UnfollowCommand(null!),
            new MeCommand(null!, null!, null!, null!, TimeProvider.System),
        ],
        new CommandPace(Options.Create(new LimitOptions()), TimeProvider.System),
        TimeProvider.System).Definitions;

    private static string Show(Argument argument)
    {
        string name = argument.ValueType.IsArray ? $"{argument.Name}…" : argument.Name;
        return argument.Arity.MinimumNumberOfValues > 0 ? $" {name}" : $" [{name}]";
    }

    private static string Show(Option option) =>
        option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);

    private static string DocsPath([CallerFilePath] string file = "") => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "commands.md"));

    [GeneratedRegex("(?s)```json ([a-z -]+)\n(.*?)```")]
    private static partial Regex Blocks();
}
