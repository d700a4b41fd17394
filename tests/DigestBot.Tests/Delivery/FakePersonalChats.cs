using DigestBot.Chat;
using DigestBot.Delivery;

namespace DigestBot.Tests.Delivery;

/// <summary>A platform that reaches everybody whom it is not told to miss, and knows who is where.</summary>
internal sealed class FakePersonalChats : IPersonalChats
{
    public ChatPlatform Platform => ChatPlatform.Discord;

    /// <summary>Whoever is asked to be written to is answered with this; null for a conversation of their own.</summary>
    public PersonalChat? Answer { get; set; }

    /// <summary>People who have left every space.</summary>
    public HashSet<string> Gone { get; } = [];

    /// <summary>True while the platform does not say who is where.</summary>
    public bool IsSilent { get; set; }

    /// <summary>True while asking fails in a way that nobody thought of.</summary>
    public bool IsBroken { get; set; }

    public Task<PersonalChat> OpenAsync(PersonalChatRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer ?? new PersonalChat.Open(request.Person, new(ChatPlatform.Discord, $"9{request.Person.Split(':')[1]}"), null));

    public Task<bool?> IsMemberAsync(string spaceKey, string person, CancellationToken cancellationToken) =>
        IsBroken ? throw new InvalidOperationException("Broken.") : Task.FromResult<bool?>(IsSilent ? null : !Gone.Contains(person));
}
