namespace DigestBot.Cli;

/// <summary>The app package that was written, in JSON.</summary>
internal sealed record TeamsManifestView(string File, string AppId);
