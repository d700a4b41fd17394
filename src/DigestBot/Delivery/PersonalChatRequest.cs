using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>Who wants to be written to.</summary>
/// <param name="SpaceKey">The space in which they ask.</param>
/// <param name="Channel">Where in it.</param>
/// <param name="Person">Their key.</param>
internal sealed record PersonalChatRequest(string SpaceKey, ChannelRef Channel, string Person);
