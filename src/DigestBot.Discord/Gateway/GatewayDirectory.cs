namespace DigestBot.Discord;

/// <summary>Knows where sessions begin; asks Discord once and again after a connection has failed.</summary>
internal sealed class GatewayDirectory(DiscordSocketConfig config, Func<CancellationToken, Task<GatewayBot>> askDiscord)
{
    private Uri? _address;

    public async Task<Uri> FindAsync(CancellationToken cancellationToken)
    {
        if (_address is null)
        {
            string address = config.GatewayHost ?? (await askDiscord(cancellationToken)).Url;
            _address = GatewayAddress.Build(address, config.UseCompression)
                ?? throw new InvalidDataException($"'{address}' is no address of a gateway; it begins with wss://.");
        }

        return _address;
    }

    public void Forget() => _address = null;
}
