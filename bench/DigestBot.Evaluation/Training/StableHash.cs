namespace DigestBot.Evaluation.Training;

/// <summary>FNV-1a of an id: divides items alike on every machine, whatever stands beside them.</summary>
internal static class StableHash
{
    public static uint Of(string id)
    {
        uint hash = 2_166_136_261;
        foreach (char c in id)
        {
            hash = (hash ^ c) * 16_777_619;
        }

        return hash;
    }
}
