namespace DigestBot.Discord;

/// <summary>Whom an overwrite is about.</summary>
public enum PermissionTarget
{
    Role = 0,
    User = 1,
}
