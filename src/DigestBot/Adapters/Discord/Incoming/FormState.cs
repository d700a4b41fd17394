using System.Globalization;
using DigestBot.Commands;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What a form for a command must know when it comes back, as its custom id carries it.</summary>
/// <remarks>Parameters are named by their place, since there is little room; a form is sent in within minutes.</remarks>
/// <param name="Command">Its name.</param>
/// <param name="Action">What it is to do.</param>
/// <param name="Carried">Values that were given before the form opened: letters, digits and dashes.</param>
internal sealed record FormState(string Command, string Action, IReadOnlyList<(int Parameter, string Value)> Carried)
{
    private const char Between = '_';

    /// <summary>The command without what the form adds.</summary>
    public CommandUse Use => new(Command, new Dictionary<string, string> { [CommandAction.Key] = Action });

    public static bool CanCarry(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <returns>Null for anything that <see cref="ToString"/> did not write.</returns>
    public static FormState? Parse(string argument)
    {
        if (argument.Split(Between) is not [{ Length: > 0 } command, { Length: > 0 } action, .. var rest])
        {
            return null;
        }

        var carried = new List<(int, string)>();
        foreach (string pair in rest)
        {
            if (pair.Split('-', 2) is not [var place, { Length: > 0 } value]
                || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int parameter))
            {
                return null;
            }

            carried.Add((parameter, value));
        }

        return new(command, action, carried);
    }

    public override string ToString() => string.Join(
        Between, [Command, Action, .. Carried.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Parameter}-{pair.Value}"))]);
}
