using Microsoft.Extensions.Options;

namespace DigestBot.Store.Ledger;

/// <summary>Forgets content, and keeps the keys: a slot or part that once was is never entered again.</summary>
internal sealed class LedgerRetention(Database database, TimeProvider clock, IOptions<StoreOptions> options)
{
    /// <summary>So many rows go in one transaction, so that nobody waits long for it.</summary>
    private const int StepSize = 500;

    private const string ForgetPosts = $"""
        UPDATE post SET body = NULL, trail = '{PostTrail.Empty}', mention_role = NULL WHERE id IN (
          SELECT id FROM post WHERE state IN ('Delivered', 'Unconfirmed', 'Dead') AND finished_at < @before
            AND finished_at IS NOT NULL AND body IS NOT NULL LIMIT @max)
        """;

    private const string ForgetShown = """
        DELETE FROM shown WHERE (channel_id, sentence) IN (
          SELECT channel_id, sentence FROM shown WHERE shown_at < @before LIMIT @max)
        """;

    private const string ForgetOpinions = """
        DELETE FROM opinion WHERE (space_id, message, person) IN (
          SELECT space_id, message, person FROM opinion WHERE given_at < @before LIMIT @max)
        """;

    private const string ForgetDigests = """
        DELETE FROM digest WHERE (space_id, id) IN (SELECT space_id, id FROM digest WHERE composed_at < @digestsBefore LIMIT @max)
        """;

    // What somebody followed once is theirs, and forgotten as they would expect.
    private const string ForgetFollowed = """
        UPDATE schedule SET name = '', name_key = '', topic = NULL, story_id = NULL, quiet = NULL, origin = '', created_by = '' WHERE id IN (
          SELECT s.id FROM follow f JOIN schedule s ON s.id = f.schedule_id WHERE s.removed_at < @before AND s.created_by <> '' LIMIT @max)
        """;

    private const string ForgetFollows = """
        DELETE FROM follow WHERE schedule_id IN (
          SELECT f.schedule_id FROM follow f JOIN schedule s ON s.id = f.schedule_id WHERE s.removed_at < @before LIMIT @max)
        """;

    // The age is asked of the row itself once more: somebody may have entered the same text again since it was chosen.
    private const string ForgetBodies = """
        DELETE FROM body WHERE used_at < @before AND hash IN (
          SELECT b.hash FROM body b WHERE b.used_at < @before
            AND NOT EXISTS (SELECT 1 FROM post p WHERE p.body = b.hash)
            AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.body = b.hash) LIMIT @max)
        """;

    /// <summary>Removes bodies, trails, shown sentences, opinions and ended follows that are past their retention, in bounded steps.</summary>
    /// <returns>How many rows were changed or removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        int changed = 0;
        foreach (string step in (string[])[ForgetPosts, ForgetShown, ForgetOpinions, ForgetFollowed, ForgetFollows, ForgetDigests, ForgetBodies])
        {
            int last;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                last = await StepAsync(step, cancellationToken);
                changed += last;
            }
            while (last == StepSize);
        }

        return changed;
    }

    private Task<int> StepAsync(string sql, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                sql,
                new
                {
                    before = (now - options.Value.DeliveryRetention).ToStore(),
                    digestsBefore = (now - options.Value.DigestRetention).ToStore(),
                    max = StepSize,
                }),
            cancellationToken);
    }
}
