using DigestBot.Chat;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>Who wants something of a schedule, from where, and how they write commands.</summary>
/// <param name="Space">The tenant that they act for.</param>
/// <param name="Here">The channel that they are in; null at a terminal that names none.</param>
/// <param name="Person">Key of the person, for the record.</param>
/// <param name="IsManager">Whether they may change schedules.</param>
/// <param name="IsOperator">Whether they run this bot, and may name any channel.</param>
/// <param name="AtTerminal">Whether this process ends with the command, so that what it starts has to be done here.</param>
/// <param name="Phrases">Their language.</param>
/// <param name="Prefix">What stands before a command: a slash, or the program's name.</param>
internal sealed record ScheduleCaller(
    Space Space,
    ChannelRef? Here,
    string Person,
    bool IsManager,
    bool IsOperator,
    bool AtTerminal,
    Phrases Phrases,
    string Prefix)
{
    /// <summary>A command that always works.</summary>
    public string Example => Command("add", "iraq at 08:00 weekdays Europe/Paris");

    /// <summary>A command to try next, as they would type it.</summary>
    public string Command(string action, string rest = "") =>
        rest.Length == 0 ? $"{Prefix}schedule {action}" : $"{Prefix}schedule {action} {rest}";

    /// <summary>Same, about a schedule.</summary>
    public string Command(string action, Schedule schedule) => Command(action, Refer(schedule));

    /// <summary>A schedule's name where it can be typed as it is, otherwise its id.</summary>
    public static string Refer(Schedule schedule) => IsPlain(schedule.Settings.Name)
        ? Quote(schedule.Settings.Name)
        : FormattableString.Invariant($"{schedule.Id}");

    /// <summary>A name as it is typed.</summary>
    public static string Quote(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;

    // Nothing that a shell, or the reading of commands, would take for something else.
    private static bool IsPlain(string name) => name[0] != '-'
        && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')
        && !name.All(char.IsAsciiDigit);
}
