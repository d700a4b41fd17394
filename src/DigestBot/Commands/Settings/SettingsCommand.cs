using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Schedules;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands.Settings;

/// <summary><c>/settings</c>: zone, language and managers of a space, and how to have it forgotten. For managers.</summary>
internal sealed class SettingsCommand(
    SpaceStore spaces, SpaceLifecycle lifecycle, IOptions<ChatOptions> chat, TimeProvider clock) : IChatCommand
{
    private const string Value = "value";

    private static readonly string[] Names = [.. SettingsActions.All.Select(action => action.Name)];

    public CommandDefinition Definition { get; } = new("settings", phrases => phrases.CommandSettings,
    [
        new(CommandAction.Key, ParameterKind.Word, false, false, phrases => phrases.ParameterSettingsAction) { Choices = Names },
        new(Value, ParameterKind.Topic, false, false, phrases => phrases.ParameterSettingsValue),
    ])
    {
        Actions = SettingsActions.All,
        Example = "/settings zone Europe/Paris",
        PrivateByDefault = true,
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!call.Message.IsManager)
        {
            return Refuse(call.Phrases.SettingsManagersOnly);
        }

        string action = call.Arguments.Text(CommandAction.Key)?.ToLowerInvariant() ?? "show";
        string? value = call.Arguments.Text(Value)
            ?? call.Arguments.Values.Where(pair => pair.Key != CommandAction.Key).Select(pair => pair.Value).FirstOrDefault();
        return (action, value) switch
        {
            ("show", _) => Task.FromResult<Reply>(Show(call, call.Message.Space, done: null)),
            ("zone", { } zone) => SetZoneAsync(call, zone, cancellationToken),
            ("language", { } language) => SetLanguageAsync(call, language, cancellationToken),
            ("manager-role", { } role) => SetManagerRoleAsync(call, role, cancellationToken),
            ("manager-role", null) => SetManagerRoleAsync(call, SettingsActions.Off, cancellationToken),
            ("forget", _) => ForgetAsync(call, value, cancellationToken),
            ("zone" or "language", null) => Refuse(call.Phrases.CommandIncomplete($"/settings {action} <{Value}>")),
            _ => Refuse(call.Phrases.CommandIncomplete($"/settings {string.Join('|', Names)}")),
        };
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private static bool IsOff(string value) => string.Equals(value, SettingsActions.Off, StringComparison.OrdinalIgnoreCase);

    private async Task<Reply> SetZoneAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        var form = new ScheduleForm(call.Phrases);
        ScheduleWishes understood = form.Read(new Dictionary<string, string> { [ScheduleParameter.Zone] = text });
        return understood.Zone is { } zone
            ? Show(call, await spaces.SetZoneAsync(call.Message.Space, zone, cancellationToken), call.Phrases.SettingsZoneSet(zone))
            : new Reply.Refusal(form.Wrong!);
    }

    private async Task<Reply> SetLanguageAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        string? language = IsOff(text) ? null : Phrases.Languages.FirstOrDefault(one => one == Phrases.Find(text)?.Language);
        if (language is null && !IsOff(text))
        {
            return new Reply.Refusal(call.Phrases.ChoiceUnknown(text, string.Join(", ", [.. Phrases.Languages, SettingsActions.Off])));
        }

        string name = call.Phrases.LanguageName(language ?? chat.Value.Language);
        Space changed = await spaces.SetLanguageAsync(call.Message.Space, language, cancellationToken);
        return Show(call, changed, call.Phrases.SettingsLanguageSet(name));
    }

    private async Task<Reply> SetManagerRoleAsync(CommandCall call, string text, CancellationToken cancellationToken)
    {
        var form = new ScheduleForm(call.Phrases);
        if (form.Read(new Dictionary<string, string> { [ScheduleParameter.MentionRole] = text }).MentionRole is not { } role)
        {
            return new Reply.Refusal(form.Wrong!);
        }

        return Show(
            call,
            await spaces.SetManagerRoleAsync(call.Message.Space, role.Value, cancellationToken),
            role.Value is { } id ? call.Phrases.SettingsManagerRoleSet(id) : call.Phrases.SettingsManagerRoleTaken);
    }

    private async Task<Reply> ForgetAsync(CommandCall call, string? code, CancellationToken cancellationToken)
    {
        Space space = call.Message.Space;
        if (space.IsOperator)
        {
            return new Reply.Refusal(call.Phrases.SettingsForgetOperator);
        }

        if (code is null || !ForgetCode.Is(code, space.Key, call.Message.Person, clock.GetUtcNow()))
        {
            string told = ForgetCode.Of(space.Key, call.Message.Person, clock.GetUtcNow());
            return code is null
                ? new Reply.Plain(call.Phrases.SettingsForgetAsk(told))
                : new Reply.Refusal(call.Phrases.SettingsForgetWrong(told));
        }

        return new Reply.Plain(await lifecycle.ForgetAsync(space, cancellationToken)
            ? call.Phrases.SettingsForgotten
            : call.Phrases.SettingsForgetting);
    }

    private Reply.OfSettings Show(CommandCall call, Space space, string? done) => new Reply.OfSettings(
        new(space.TimeZone, space.Language, chat.Value.Language, space.ManagerRole),
        done,
        call.Phrases.TrySettings("/settings zone Europe/Paris"));
}
