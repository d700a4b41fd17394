using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>What every platform's menu is made from stays within what platforms show.</summary>
public sealed class DefinitionTests
{
    private const int LongestDescription = 100;
    private const int MostOptions = 25;

    public static TheoryData<string> Languages => [.. Phrases.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_description_fits_into_a_menu(string language)
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Phrases phrases = Phrases.Find(language)!;
        CommandDefinition[] commands = [.. bot.Get<CommandRouter>().Definitions];

        IEnumerable<(string Name, string Text)> described =
        [
            .. commands.Select(command => (command.Name, command.Describe(phrases))),
            .. from command in commands
               from action in command.Actions
               select ($"{command.Name} {action.Name}", action.Describe(phrases)),
            .. from command in commands
               from parameter in command.Actions.Count > 0 ? command.Actions.SelectMany(action => action.Parameters) : command.Parameters
               select ($"{command.Name} {parameter.Name}", parameter.Describe(phrases)),
        ];

        Assert.All(described, one => Assert.True(one.Text.Length is > 0 and <= LongestDescription, $"{one.Name}: {one.Text.Length}"));
    }

    [Fact]
    public async Task Names_are_unique_lower_case_and_few_and_what_must_be_given_comes_first()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(bot.Get<CommandRouter>().Definitions, command =>
        {
            CheckNames([command.Name, .. command.Actions.Select(action => action.Name)]);
            Assert.All(command.Actions.Select(action => action.Parameters).Append(command.Parameters), parameters =>
            {
                CheckNames([.. parameters.Select(parameter => parameter.Name)]);
                Assert.Equal(parameters.OrderBy(parameter => !parameter.Required), parameters);
                Assert.All(parameters, parameter => Assert.InRange(parameter.Choices.Count, 0, MostOptions));
            });
        });
    }

    private static void CheckNames(string[] names)
    {
        Assert.Equal(names.Distinct(), names);
        Assert.InRange(names.Length, 0, MostOptions);
        Assert.All(names, name => Assert.Matches("^[a-z][a-z-]{0,31}$", name));
    }
}
