namespace DigestBot.Store.Ledger;

/// <summary>Forgets what one person followed and where they are reached; keys of the ledger stay.</summary>
internal sealed class FollowErasure(StoreTransaction transaction)
{
    private const string Theirs = "SELECT f.schedule_id FROM follow f WHERE f.person = @person";
    private const string Runs = $"SELECT o.id FROM occurrence o WHERE o.schedule_id IN ({Theirs})";

    private static readonly string[] Steps =
    [
        $"UPDATE post SET body = NULL, trail = '{PostTrail.Empty}', message_id = NULL WHERE finished_at IS NOT NULL AND occurrence_id IN ({Runs})",
        $"""
        DELETE FROM digest WHERE (space_id, id) IN (
          SELECT s.space_id, o.digest_id FROM schedule s JOIN occurrence o ON o.schedule_id = s.id
          WHERE s.id IN ({Theirs}) AND o.digest_id IS NOT NULL)
        """,
        $"DELETE FROM shown WHERE occurrence_id IN ({Runs})",
        $"UPDATE occurrence SET problem = NULL, digest_id = NULL WHERE finished_at IS NOT NULL AND schedule_id IN ({Theirs})",
        $"""
        UPDATE schedule SET name = '', name_key = '', topic = NULL, story_id = NULL, quiet = NULL, origin = '', created_by = ''
        WHERE removed_at IS NOT NULL AND id IN ({Theirs})
        """,
        "DELETE FROM follow WHERE person = @person",
        "DELETE FROM direct_chat WHERE person = @person",
    ];

    public async Task RunAsync(string person)
    {
        foreach (string step in Steps)
        {
            await transaction.ExecuteAsync(step, new { person });
        }
    }
}
