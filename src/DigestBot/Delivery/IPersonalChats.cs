using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>Reaches single people of one platform. Safe to call concurrently; expected failures are values.</summary>
internal interface IPersonalChats
{
    ChatPlatform Platform { get; }

    /// <summary>Finds the conversation of the bot with whoever asks, or begins it.</summary>
    Task<PersonalChat> OpenAsync(PersonalChatRequest request, CancellationToken cancellationToken);

    /// <summary>Whether the person is in the space.</summary>
    /// <returns>Null where the platform does not say.</returns>
    Task<bool?> IsMemberAsync(string spaceKey, string person, CancellationToken cancellationToken);
}
