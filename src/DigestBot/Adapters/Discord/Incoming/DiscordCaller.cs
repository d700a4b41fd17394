using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Discord;
using DigestBot.Store;
using Microsoft.Extensions.Options;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Finds out who speaks: for which space, in which language, and whether they manage it.</summary>
/// <remarks>Invariant: nobody on Discord is the operator.</remarks>
internal sealed class DiscordCaller(SpaceStore spaces, PersonStore people, DiscordGuilds guilds, IOptions<ChatOptions> chat)
{
    /// <summary>Where nothing says who reads.</summary>
    public Phrases DefaultPhrases => Phrases.Find(chat.Value.Language) ?? Phrases.English;

    /// <summary>Language of whoever acts, as far as is known without asking anybody.</summary>
    public Phrases PhrasesFor(Interaction interaction) =>
        Spoken(interaction.Locale) ?? Spoken(interaction.GuildLocale) ?? DefaultPhrases;

    /// <summary>Whoever acts, with no text yet.</summary>
    public async Task<ChatMessage> OfAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        ulong? guild = GuildOf(interaction);
        Space space = await spaces.GetOrAddAsync(DiscordKeys.Of(guild ?? interaction.Actor.Id), cancellationToken);
        string person = DiscordKeys.Of(interaction.Actor.Id);
        return new(
            space,
            DiscordKeys.Of(interaction.ChannelId ?? interaction.Channel?.Id ?? interaction.Actor.Id),
            Text: "",
            space.Language ?? PhrasesFor(interaction).Language,
            IsOperator: false)
        {
            Person = person,
            Own = await people.FindAsync(space, person, cancellationToken),
            IsAlone = interaction is { GuildId: null, Context: null or InteractionContextType.BotDm },
            Roles = guild is null ? [] : RolesOf(interaction.Member),
            IsManager = guild is null || ManagerRights.Include(interaction.Member?.Permissions ?? GuildPermission.None),
        };
    }

    /// <summary>Whoever wrote the message, with its text as it came.</summary>
    public async Task<ChatMessage> OfAsync(Message message, CancellationToken cancellationToken)
    {
        Space space = await spaces.GetOrAddAsync(DiscordKeys.Of(message.GuildId ?? message.Author.Id), cancellationToken);
        string person = DiscordKeys.Of(message.Author.Id);
        Guild? guild = message.GuildId is { } id ? await guilds.FindAsync(id, cancellationToken) : null;
        return new(
            space,
            DiscordKeys.Of(message.ChannelId),
            message.Content,
            space.Language ?? Spoken(guild?.PreferredLocale)?.Language ?? chat.Value.Language,
            IsOperator: false)
        {
            Person = person,
            Own = await people.FindAsync(space, person, cancellationToken),
            IsAlone = message.GuildId is null,
            Roles = RolesOf(message.Member),
            IsManager = message.GuildId is null
                || (guild is not null && ManagerRights.Has(guild, message.Author.Id, message.Member?.Roles ?? [])),
        };
    }

    /// <summary>The space whose news the message with the button shows: of a server, or of the person who had it made.</summary>
    /// <remarks>
    /// Where only a person has installed the bot, others click as well. They may leaf through what that person has shown
    /// them; whatever else they ask for is their own business, in their own space.
    /// </remarks>
    public Task<Space> OfShownAsync(Interaction interaction, CancellationToken cancellationToken) =>
        spaces.GetOrAddAsync(
            DiscordKeys.Of(GuildOf(interaction) ?? interaction.InstalledUserId ?? interaction.Actor.Id), cancellationToken);

    // Old interactions do not say who installed the bot; before it could be a person, it was the server.
    private static ulong? GuildOf(Interaction interaction) =>
        interaction.AuthorizingIntegrationOwners.Count == 0 ? interaction.GuildId
        : interaction.InstalledGuildId is { } installed && interaction.GuildId == installed ? installed
        : null;

    private static string[] RolesOf(GuildMember? member) =>
        [.. (member?.Roles ?? []).Select(role => role.ToString(CultureInfo.InvariantCulture))];

    private static Phrases? Spoken(string? locale) => string.IsNullOrEmpty(locale) ? null : Phrases.Find(locale);
}
