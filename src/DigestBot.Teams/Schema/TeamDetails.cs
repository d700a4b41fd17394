using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>A team, as the service describes it.</summary>
public sealed record TeamDetails
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadGroupId { get; init; }

    public int? ChannelCount { get; init; }

    public int? MemberCount { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>The channels of a team; the general one has the team's own id and no name.</summary>
public sealed record ConversationList
{
    public IReadOnlyList<ChannelInfo>? Conversations { get; init; }
}

/// <summary>Some of the members, and where the next ones begin; no token, no more members.</summary>
public sealed record TeamsPagedMembersResult
{
    public string? ContinuationToken { get; init; }

    public IReadOnlyList<TeamsChannelAccount>? Members { get; init; }
}
