using CsCheck;

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>What one space reads never shows in another, and never changes a headline, an order, a count or a confidence there.</summary>
public sealed class TenancyProperties
{
    private const int Runs = 12;
    private const int RunsOnPostgres = 3;
    private const int Most = 30;

    [Fact]
    public Task A_space_is_shown_the_same_as_if_the_others_had_stored_nothing() => CheckAsync("sqlite", Runs);

    [Fact]
    public Task A_space_on_PostgreSQL_is_shown_the_same_as_if_the_others_had_stored_nothing() => CheckAsync("postgresql", RunsOnPostgres);

    [Fact]
    public Task Both_databases_show_the_same() => Publication.Any.Array[5, Most].SampleAsync(
        async publications =>
        {
            await using Town sqlite = await Town.FoundAsync("sqlite");
            await using Town postgres = await Town.FoundAsync("postgresql");
            await sqlite.PublishAsync(publications);
            await postgres.PublishAsync(publications);

            Assert.Equal(await Outlook.OfAsync(sqlite.Bot, sqlite.A), await Outlook.OfAsync(postgres.Bot, postgres.A));
            Assert.Equal(
                await Outlook.OfAsync(sqlite.Bot, sqlite.Bot.Operator), await Outlook.OfAsync(postgres.Bot, postgres.Bot.Operator));
        },
        iter: RunsOnPostgres,
        threads: 1);

    private static Task CheckAsync(string provider, int runs) => Publication.Any.Array[5, Most].SampleAsync(
        async publications =>
        {
            await using Town whole = await Town.FoundAsync(provider);
            await using Town withoutB = await Town.FoundAsync(provider);
            await whole.PublishAsync(publications);
            await withoutB.PublishAsync(publications.Where(publication => publication.Owner != Owner.B));

            string shown = await Outlook.OfAsync(whole.Bot, whole.A);

            Assert.Equal(await Outlook.OfAsync(withoutB.Bot, withoutB.A), shown);
            Assert.DoesNotContain($"{Publication.SecretOfB} knows", shown, StringComparison.Ordinal);
        },
        iter: runs,
        threads: 1);
}
