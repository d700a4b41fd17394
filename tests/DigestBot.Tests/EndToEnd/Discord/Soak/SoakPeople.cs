using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.Tests.EndToEnd.Discord.Soak;

/// <summary>Somebody who asks all the time. Discord itself loses what it cannot deliver; but nobody is answered twice.</summary>
internal sealed class SoakPeople(SoakTown town)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4); // below what one person may ask in a minute

    private readonly List<FakeInteraction> _commands = [];
    private readonly List<FakeMessage> _questions = [];

    /// <summary>Commands and questions that were answered.</summary>
    public int Answered => _commands.Count(command => command.IsSettled) + _questions.Count(question => town.AnswersTo(question) > 0);

    public async Task RunAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (TimeProvider.System.GetUtcNow() < end)
        {
            _commands.Add(town.Discord.People.Run(town.Reader, town.Talk, "digest", ("topic", "iraq")));
            await Task.Delay(Pause, cancellationToken);
            _questions.Add(town.Discord.People.Type(
                town.Reader, town.Talk, $"{town.Discord.People.Mention} how many foreign troops are stationed in Iraq?"));
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public IEnumerable<string> Findings() =>
    [
        .. from question in _questions
           let times = town.AnswersTo(question)
           where times > 1
           select $"a question was answered {times} times",
        .. from command in _commands
           where command.Followups.Count > 0
           select $"a command was answered {command.Followups.Count + 1} times",
    ];

    public override string ToString() =>
        $"{_commands.Count(command => command.IsSettled)} of {_commands.Count} commands and "
        + $"{_questions.Count(question => town.AnswersTo(question) > 0)} of {_questions.Count} questions answered;";
}
