namespace DigestBot.Teams;

/// <summary>Makes messages.</summary>
public static class MessageFactory
{
    public static Activity Text(string? text, string? speak = null, string? inputHint = null) =>
        new() { Type = ActivityTypes.Message, Text = text, Speak = speak, InputHint = inputHint };

    /// <remarks>Teams splits a message that has both a text and an attachment, and gives back no id that could be updated.</remarks>
    public static Activity Attachment(Attachment attachment, string? text = null) => Attachment([attachment], text);

    /// <inheritdoc cref="Attachment(Teams.Attachment, string)"/>
    public static Activity Attachment(IReadOnlyList<Attachment> attachments, string? text = null) =>
        Text(text) with { Attachments = attachments, AttachmentLayout = "list" };

    /// <summary>Attachments side by side.</summary>
    public static Activity Carousel(IReadOnlyList<Attachment> attachments, string? text = null) =>
        Attachment(attachments, text) with { AttachmentLayout = "carousel" };

    /// <summary>A text with buttons that say something for the user.</summary>
    public static Activity SuggestedActions(IEnumerable<string> actions, string? text = null) => Text(text) with
    {
        SuggestedActions = new SuggestedActions
        {
            Actions = [.. actions.Select(action => new CardAction
            {
                Type = CardAction.ImBack,
                Title = action,
                Value = System.Text.Json.JsonSerializer.SerializeToElement(action),
            })],
        },
    };
}
