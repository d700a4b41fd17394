using DigestBot.Chat;

namespace DigestBot.Commands.Schedules;

/// <summary><c>/schedule</c>: what is posted here and when. Everybody may look; managers change.</summary>
internal sealed class ScheduleCommand(ScheduleDesk desk, ScheduleEditor editor, RunNow runNow) : IChatCommand
{
    private const string Action = "action";
    private const string Details = "details";

    /// <summary>Takes a skip back.</summary>
    private static readonly string[] Undo = ["undo", "back", "off"];

    private static readonly string[] Changes = ["add", "edit", "run-now", "pause", "resume", "skip-next", "remove"];

    private static readonly string[] Actions =
        ["add", "edit", "list", "show", "preview", "run-now", "pause", "resume", "skip-next", "history", "remove"];

    public CommandDefinition Definition { get; } = new("schedule", phrases => phrases.CommandSchedule,
    [
        new(Action, ParameterKind.Word, false, false, phrases => phrases.ParameterScheduleAction) { Choices = Actions },
        new(Details, ParameterKind.Details, false, false, phrases => phrases.ParameterScheduleDetails),
    ])
    {
        Example = "/schedule add iraq at 08:00 weekdays Europe/Paris",
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ScheduleCaller caller = CallerOf(call);
        string action = call.Arguments.Text(Action)?.ToLowerInvariant() ?? "list";
        IReadOnlyList<TextToken> words = TextToken.Split(call.Arguments.Text(Details) ?? "");
        if (call.Message.OnSamples)
        {
            return Refuse(call.Phrases.ScheduleNotOnSamples);
        }

        if (Changes.Contains(action, StringComparer.Ordinal) && !caller.IsManager)
        {
            return Refuse(call.Phrases.ScheduleManagersOnly);
        }

        string? which = words.Count == 0 ? null : ScheduleWords.Join(words);
        return action switch
        {
            "list" => desk.ListAsync(caller, cancellationToken),
            "show" => desk.ShowAsync(caller, which, cancellationToken),
            "preview" => desk.PreviewAsync(caller, which, cancellationToken),
            "history" => desk.HistoryAsync(caller, which, cancellationToken),
            "add" => AddAsync(caller, words, cancellationToken),
            "edit" => EditAsync(caller, words, cancellationToken),
            "pause" => editor.PauseAsync(caller, which, cancellationToken),
            "resume" => editor.ResumeAsync(caller, which, cancellationToken),
            "skip-next" => SkipNextAsync(caller, words, cancellationToken),
            "run-now" => runNow.RunAsync(caller, which, cancellationToken),
            "remove" => editor.RemoveAsync(caller, which, cancellationToken),
            _ => Refuse(Unknown(action, call.Phrases)),
        };
    }

    private static ScheduleCaller CallerOf(CommandCall call)
    {
        ChatMessage message = call.Message;
        ChannelRef? here = ChannelRef.TryParse(message.Channel, out ChannelRef? channel) ? channel : null;
        return new(
            message.Space,
            here,
            message.Person,
            message.IsManager,
            message.IsOperator,
            message.IsOperator && here?.Platform == ChatPlatform.Console,
            call.Phrases,
            "/");
    }

    private static Task<Reply> Refuse(string sentence) => Task.FromResult<Reply>(new Reply.Refusal(sentence));

    private static string Unknown(string action, Phrases phrases) => NearestName.Of(action, Actions) is { } guess
        ? phrases.CommandUnknownGuess($"schedule {action}", $"schedule {guess}")
        : phrases.CommandIncomplete($"/schedule {string.Join('|', Actions)}");

    private Task<Reply> AddAsync(ScheduleCaller caller, IReadOnlyList<TextToken> words, CancellationToken cancellationToken)
    {
        ScheduleText text = new ScheduleWords(caller.Phrases.Culture).ReadNew(words);
        return Understand(text, caller.Phrases, out ScheduleWishes wishes) is { } wrong
            ? Refuse(wrong)
            : editor.AddAsync(caller, wishes, cancellationToken);
    }

    private Task<Reply> EditAsync(ScheduleCaller caller, IReadOnlyList<TextToken> words, CancellationToken cancellationToken)
    {
        ScheduleText text = new ScheduleWords(caller.Phrases.Culture).ReadChange(words);
        return Understand(text, caller.Phrases, out ScheduleWishes wishes) is { } wrong
            ? Refuse(wrong)
            : editor.EditAsync(caller, text.Which, wishes, cancellationToken);
    }

    private static string? Understand(ScheduleText text, Phrases phrases, out ScheduleWishes wishes)
    {
        var form = new ScheduleForm(phrases);
        wishes = form.Read(text.Values);
        return form.Wrong ?? (text.Repeated is { } twice ? phrases.UsageOnce(twice) : null);
    }

    private Task<Reply> SkipNextAsync(ScheduleCaller caller, IReadOnlyList<TextToken> words, CancellationToken cancellationToken)
    {
        bool undo = words is [.., { Quoted: false } last] && Undo.Contains(last.Raw, StringComparer.OrdinalIgnoreCase);
        string which = ScheduleWords.Join(undo ? words.SkipLast(1) : words);
        return editor.SkipNextAsync(caller, which.Length == 0 ? null : which, !undo, cancellationToken);
    }
}
