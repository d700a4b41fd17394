namespace DigestBot.Discord.Tests.Gateway;

/// <summary>What a gateway may do at any moment.</summary>
internal enum GatewayAct
{
    Emit,
    Cut,
    AskToReconnect,
    PauseSession,
    EndSession,
    Close,
    CloseForNewSession,
    FallSilent,
    SendGarbage,
    RefuseConnections,
    GreetNot,
    ReplayTooMuch,
    ForgetOnResume,
}
