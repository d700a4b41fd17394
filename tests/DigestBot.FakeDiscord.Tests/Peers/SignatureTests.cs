using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Interactions;

namespace DigestBot.FakeDiscord.Tests.Peers;

/// <summary>Discord's own package for endpoints takes the fake's signatures, and no others.</summary>
public sealed class SignatureTests
{
    private static readonly InteractionSigner Signer = new();

    private static readonly string[] Bodies =
        ["""{"type":1}""", """{"type":2,"data":{"name":"digest","value":"العراق – “Iraq” 🇮🇶"}}""", "", new string('x', 5000)];

    [Fact]
    public async Task Good_signatures_are_accepted_and_spoilt_ones_are_not()
    {
        var asked = new List<(string Line, bool Good)>();
        foreach (string body in Bodies)
        {
            string signature = Signer.Sign("1772348400", body);
            asked.Add((Line(Signer.PublicKey, "1772348400", body, signature), true));
            asked.Add((Line(Signer.PublicKey, "1772348401", body, signature), false));
            asked.Add((Line(Signer.PublicKey, "1772348400", body + " ", signature), false));
            asked.Add((Line(Signer.PublicKey, "1772348400", body, Flip(signature)), false));
            asked.Add((Line(Flip(Signer.PublicKey), "1772348400", body, signature), false));
        }

        NodeRun run = await NodeScript.RunAsync(
            "signatures.mjs", string.Join('\n', asked.Select(each => each.Line)), TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Text);
        Assert.Equal(asked.Select(each => each.Good ? "true" : "false"), run.Lines);
    }

    private static string Line(string publicKey, string timestamp, string body, string signature) => new JsonObject
    {
        ["publicKey"] = publicKey,
        ["timestamp"] = timestamp,
        ["body"] = body,
        ["signature"] = signature,
    }.ToJsonString();

    private static string Flip(string hex) => (hex[0] == '0' ? '1' : '0') + hex[1..];
}
