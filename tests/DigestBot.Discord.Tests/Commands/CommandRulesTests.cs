namespace DigestBot.Discord.Tests.Commands;

/// <summary>Commands are held against the documented limits before Discord does.</summary>
public sealed class CommandRulesTests
{
    public static TheoryData<string, int, int, Func<int, ApplicationCommandProperties>> Limits => new()
    {
        { "name", 1, 32, n => Slash(Text(n)) },
        { "description", 1, 100, n => Slash() with { Description = Text(n) } },
        { "localized description", 1, 100, n => Slash() with { DescriptionLocalizations = Localized(n) } },
        { "localized name", 1, 32, n => Slash() with { NameLocalizations = Localized(n) } },
        { "options", 0, 25, n => Slash() with { Options = [.. Enumerable.Range(0, n).Select(i => Option($"o{i}"))] } },
        { "option name", 1, 32, n => Taking(Option(Text(n))) },
        { "option description", 1, 100, n => Taking(Option() with { Description = Text(n) }) },
        { "choices", 0, 25, n => Taking(Option() with { Choices = Choices(n, "v") }) },
        { "choice name", 1, 100, n => Taking(Option() with { Choices = [new(Text(n), "v")] }) },
        { "choice value", 0, 100, n => Taking(Option() with { Choices = [new("n", Text(n))] }) },
        { "shortest string", 0, 6000, n => Taking(Option() with { MinLength = n }) },
        { "longest string", 1, 6000, n => Taking(Option() with { MaxLength = n }) },
        { "all characters", 7900, 8000, Long },
    };

    public static TheoryData<string, ApplicationCommandProperties> Contradictions => new()
    {
        { "two options of one name", Slash() with { Options = [Option("a"), Option("a")] } },
        { "required after optional", Slash() with { Options = [Option("a"), Option("b") with { Required = true }] } },
        { "choices and completion", Taking(Option() with { Choices = [new("n", "v")], Autocomplete = true }) },
        { "options in an option", Taking(Option() with { Options = [Option()] }) },
        { "subcommand beside an option", Slash() with { Options = [Sub("add"), Option("a")] } },
        { "subcommand in a subcommand", Slash() with { Options = [Sub("add") with { Options = [Sub("deep")] }] } },
        { "group in a group", Slash() with { Options = [Group("one", Group("two", Sub("three")))] } },
        { "empty group", Slash() with { Options = [Group("one")] } },
        { "range of a string", Taking(Option() with { MinValue = 1 }) },
        { "length of a number", Taking(Option() with { Type = ApplicationCommandOptionType.Integer, MaxLength = 5 }) },
        { "choices of a channel", Taking(Option() with { Type = ApplicationCommandOptionType.Channel, Choices = [new("n", "v")] }) },
        { "kinds of channels for a string", Taking(Option() with { ChannelTypes = [ChannelType.Text] }) },
        { "empty range", Taking(Option() with { Type = ApplicationCommandOptionType.Number, MinValue = 2, MaxValue = 1 }) },
        { "menu command with description", Slash("Ask about this") with { Type = ApplicationCommandType.Message } },
    };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void What_fits_passes_and_one_more_is_refused(string what, int least, int most, Func<int, ApplicationCommandProperties> make)
    {
        CommandRules.Validate(make(least));
        CommandRules.Validate(make(most));

        Assert.True(Record.Exception(() => CommandRules.Validate(make(most + 1))) is ArgumentException, $"{what}: {most + 1}");
        Assert.True(least != 1 || Record.Exception(() => CommandRules.Validate(make(0))) is ArgumentException, $"{what}: 0");
    }

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void What_does_not_go_together_is_refused(string what, ApplicationCommandProperties command) =>
        Assert.True(Record.Exception(() => CommandRules.Validate(command)) is ArgumentException, what);

    [Theory]
    [InlineData("digest", true)]
    [InlineData("sources-add_2", true)]
    [InlineData("l'actualité", true)]
    [InlineData("أخبار", true)]
    [InlineData("समाचार", true)]
    [InlineData("ข่าว", true)]
    [InlineData("ニュース", true)]
    [InlineData("Digest", false)]
    [InlineData("ÉTÉ", false)]
    [InlineData("two words", false)]
    [InlineData("dot.dot", false)]
    [InlineData("line\n", false)]
    [InlineData("smile😀", false)]
    public void A_name_is_lower_case_letters_digits_and_dashes(string name, bool allowed)
    {
        Assert.Equal(allowed, Record.Exception(() => CommandRules.Validate(Slash(name))) is null);
        Assert.Equal(allowed, Record.Exception(() => CommandRules.Validate(Taking(Option(name)))) is null);
    }

    [Fact]
    public void A_menus_command_may_have_any_name_and_no_description() => CommandRules.Validate(
        new ApplicationCommandProperties { Type = ApplicationCommandType.Message, Name = "Ask about this" });

    [Fact]
    public void Subcommands_may_stand_in_groups() => CommandRules.Validate(
        Slash() with { Options = [Sub("list"), Group("source", Sub("add") with { Options = [Option()] }, Sub("remove"))] });

    [Theory]
    [InlineData(ApplicationCommandType.Slash, 100)]
    [InlineData(ApplicationCommandType.Message, 15)]
    public void There_are_so_many_commands_of_a_kind(ApplicationCommandType type, int most)
    {
        CommandRules.Validate(Many(type, most));

        Assert.Throws<ArgumentException>(() => CommandRules.Validate(Many(type, most + 1)));
    }

    [Fact]
    public void Two_commands_of_a_kind_have_two_names()
    {
        CommandRules.Validate([Slash("ask"), Slash("ask") with { Type = ApplicationCommandType.Message, Description = null }]);

        Assert.Throws<ArgumentException>(() => CommandRules.Validate([Slash("ask"), Slash("ask")]));
    }

    [Fact]
    public void More_than_25_suggestions_are_refused()
    {
        ApplicationCommandOptionChoice[] choices = Choices(26, "v");

        InteractionResponse.Autocomplete(choices[..25]).Validate();
        Assert.Throws<ArgumentException>(() => InteractionResponse.Autocomplete(choices).Validate());
    }

    private static ApplicationCommandProperties Slash(string name = "digest") => new() { Name = name, Description = "d" };

    private static ApplicationCommandProperties Taking(ApplicationCommandOption option) => Slash() with { Options = [option] };

    private static ApplicationCommandOption Option(string name = "topic") =>
        new() { Type = ApplicationCommandOptionType.String, Name = name, Description = "d" };

    private static ApplicationCommandOptionChoice[] Choices(int count, string value) =>
        [.. Enumerable.Range(0, count).Select(i => new ApplicationCommandOptionChoice($"{i:00}", value))];

    private static ApplicationCommandOption Sub(string name) =>
        new() { Type = ApplicationCommandOptionType.SubCommand, Name = name, Description = "d" };

    private static ApplicationCommandOption Group(string name, params IReadOnlyList<ApplicationCommandOption> inside) =>
        new() { Type = ApplicationCommandOptionType.SubCommandGroup, Name = name, Description = "d", Options = inside };

    private static IReadOnlyList<ApplicationCommandProperties> Many(ApplicationCommandType type, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Slash($"c{i}") with
        {
            Type = type,
            Description = type == ApplicationCommandType.Slash ? "d" : null,
        }),
    ];

    // The name and description are 7; three options are 2 + 1 with 25 choices of 2 + 97 each; the rest is in descriptions.
    private static ApplicationCommandProperties Long(int characters)
    {
        ApplicationCommandOption[] options = [.. Enumerable.Range(0, 3).Select(i => Option($"o{i}") with { Choices = Choices(25, Text(97)) })];
        int rest = characters - 7 - (3 * (3 + (25 * 99)));
        int each = rest / 6;
        ApplicationCommandOption[] filling = [.. Enumerable.Range(0, 6)
            .Select(i => Option($"f{i}") with { Description = Text(each - 2 + (i == 0 ? rest % 6 : 0)) })];
        return Slash() with { Options = [.. options, .. filling] };
    }

    private static Dictionary<string, string> Localized(int length) => new() { ["fr"] = Text(length) };

    private static string Text(int length) => new('x', length);
}
