namespace DigestBot.Store;

/// <summary>Ends conversations whose questions hold a sentence of an article, as part of a transaction.</summary>
internal sealed class ConversationRedaction(Dialect dialect, StoreTransaction transaction)
{
    private const int StepSize = 200;

    /// <returns>How many.</returns>
    public async Task<int> RunAsync(ErasureRules rules)
    {
        var last = new Row(0, "", "");
        int removed = 0;
        List<Row> step;
        do
        {
            step = await transaction.QueryAsync<Row>(
                """
                SELECT space_id AS Space, channel AS Channel, questions AS Questions FROM conversation
                WHERE (space_id, channel) > (@space, @channel) ORDER BY space_id, channel LIMIT @max
                """,
                new { space = last.Space, channel = last.Channel, max = StepSize });
            last = step.Count > 0 ? step[^1] : last;
            removed += await transaction.ExecuteRowsAsync(
                $"""
                DELETE FROM conversation WHERE (space_id, channel) IN (
                  SELECT given.space, given.channel FROM {dialect.Rows("@rows", "space bigint, channel text")})
                """,
                step.Where(row => rules.Holds(row.Questions)).Select(row => new { space = row.Space, channel = row.Channel }));
        }
        while (step.Count == StepSize);

        return removed;
    }

    private sealed record Row(long Space, string Channel, string Questions);
}
