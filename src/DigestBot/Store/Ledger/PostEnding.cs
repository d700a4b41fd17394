namespace DigestBot.Store.Ledger;

/// <summary>Writes how an attempt ended, with what follows from it. Locks the message, the later ones, the slot, the channel, in this order.</summary>
internal sealed class PostEnding(Dialect dialect, StoreTransaction transaction, DateTimeOffset now)
{
    public async Task<bool> RunAsync(TakenPost taken, PostEnd end)
    {
        PostRow? row = await transaction.FindAsync<PostRow>(
            $"SELECT {PostRow.Columns} FROM post p WHERE p.id = @id AND p.token = @token AND p.worker IS NOT NULL {dialect.LockRows}",
            new { id = taken.Id, token = taken.Token });
        if (row is null)
        {
            return false;
        }

        await WriteAsync(row, end);
        switch (end)
        {
            case PostEnd.Delivered delivered:
                await GoOnAsync(row, delivered.NextPartAfter);
                await transaction.ExecuteAsync(
                    "UPDATE channel SET refusals = 0, checks = 0, last_delivered = @now WHERE id = @id", new { id = row.ChannelId, now = now.ToStore() });
                break;
            case PostEnd.Unconfirmed unconfirmed:
                await GoOnAsync(row, unconfirmed.NextPartAfter);
                break;
            case PostEnd.Dead dead:
                await GiveUpAsync(row, dead.Note);
                break;
        }

        return true;
    }

    // The first request whose result is not known stays noted until the message has ended: a later one may be known to
    // have failed, and the first have arrived.
    private Task<int> WriteAsync(PostRow row, PostEnd end)
    {
        string change = end switch
        {
            PostEnd.Delivered => "state = 'Delivered', take_at = NULL, finished_at = @now, message_id = @message, unsure_since = NULL",
            PostEnd.Unconfirmed => "state = 'Unconfirmed', take_at = NULL, finished_at = @now",
            PostEnd.Dead => "state = 'Dead', take_at = NULL, finished_at = @now",
            PostEnd.Resting =>
                "state = 'Ready', take_at = @at, ready_at = @at, give_up_at = CASE WHEN give_up_at < @giveUp THEN @giveUp ELSE give_up_at END",
            _ => "state = 'Ready', take_at = @at, ready_at = @at",
        };
        bool newlyUnsure = end is PostEnd.Unsure or PostEnd.Unconfirmed && row.IsSending;
        return transaction.ExecuteAsync(
            $"""
            UPDATE post SET {change}, worker = NULL, trail = @trail
            {(newlyUnsure ? ", unsure = unsure + 1, unsure_since = COALESCE(unsure_since, sending_since)" : "")}
            WHERE id = @id
            """,
            new
            {
                id = row.Id,
                now = now.ToStore(),
                at = (end switch { PostEnd.Again again => again.At, PostEnd.Unsure unsure => unsure.At, PostEnd.Resting resting => resting.At, _ => now }).ToStore(),
                giveUp = (end as PostEnd.Resting)?.GiveUpAt.ToStore(),
                message = (end as PostEnd.Delivered)?.MessageId,
                trail = PostTrail.With(row.Trail, now, end.Note),
            });
    }

    private async Task GoOnAsync(PostRow row, TimeSpan nextPartAfter)
    {
        if (row.OccurrenceId is not { } occurrence)
        {
            return;
        }

        int next = row.Part == row.Parts ? 0 : await transaction.ExecuteAsync(
            "UPDATE post SET state = 'Ready', take_at = @at, ready_at = @at WHERE occurrence_id = @occurrence AND part = @part AND state = 'Waiting'",
            new { occurrence, part = row.Part + 1, at = (now + nextPartAfter).ToStore() });

        // No next part though this is not the last: the schedule was removed meanwhile, and it has died.
        string ended = (next, row.Part == row.Parts) switch
        {
            (_, true) => ", state = 'Delivered', finished_at = @now",
            (0, false) => $", state = 'Failed', finished_at = @now, problem = '{PostRemoval.Note}'",
            _ => "",
        };
        await transaction.ExecuteAsync(
            $"UPDATE occurrence SET delivered = delivered + 1{ended} WHERE id = @occurrence AND state = 'Queued'",
            new { occurrence, now = now.ToStore() });
    }

    private async Task GiveUpAsync(PostRow row, string note)
    {
        if (row.OccurrenceId is not { } occurrence)
        {
            return;
        }

        await transaction.ExecuteAsync(
            "UPDATE post SET state = 'Dead', finished_at = @now, trail = @trail WHERE occurrence_id = @occurrence AND state = 'Waiting'",
            new { occurrence, now = now.ToStore(), trail = PostTrail.With(PostTrail.Empty, now, $"part {row.Part} was given up: {note}") });
        long? delivered = await transaction.ScalarAsync<long?>(
            """
            UPDATE occurrence SET state = 'Failed', finished_at = @now, problem = @note WHERE id = @occurrence AND state = 'Queued'
            RETURNING delivered
            """,
            new { occurrence, now = now.ToStore(), note });
        if (delivered == 0)
        {
            await ShownStore.ForgetAsync(dialect, transaction, [occurrence]);
        }
    }
}
