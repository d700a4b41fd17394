using System.Text.Json.Serialization;

namespace DigestBot.Discord;

/// <summary>How everything here is read from and written to Discord's JSON.</summary>
/// <remarks>
/// Names are snake_case and ids strings. Unknown fields are ignored and missing ones tolerated, since Discord adds and leaves
/// out fields within a version; what is null is not written. The generated code sets every init property, to the type's
/// default where a field is missing: what must not be null, or zero, is put right by the property itself.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(SnowflakeConverter), typeof(PermissionConverter), typeof(OptionValueConverter)])]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(ApplicationCommand))]
[JsonSerializable(typeof(AutocompleteResult))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(DiscordUser))]
[JsonSerializable(typeof(Embed))]
[JsonSerializable(typeof(ForumPostProperties))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(GuildMember))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommandProperties>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, bool>))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(IReadOnlyList<MessageComponent>))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(MessageProperties))]
[JsonSerializable(typeof(Modal))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(ThreadProperties))]
[JsonSerializable(typeof(UnavailableGuild))]
public sealed partial class DiscordJson : JsonSerializerContext;
