using System.Runtime.CompilerServices;
using System.Text;
using DigestBot.Evaluation.Fuzzing;

namespace DigestBot.Summaries.Tests.Evaluation;

/// <summary>Damaged documents are read by everything that reads what strangers send.</summary>
[Collection("console")]
public sealed class FuzzCommandTests : IDisposable
{
    private const int Mutations = 400;

    private static readonly FuzzLimits MemoryOnly = new(TimeSpan.MaxValue, 100 << 20);

    private readonly EvaluationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_damage_to_our_own_documents_makes_a_reader_throw_or_fill_the_memory()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[][] documents =
        [
            .. FuzzCorpus.Read(Seeds()),
            Encoding.GetEncoding("windows-1251").GetBytes("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Новости</title><item><title>Плотина держится</title></item></channel></rss>"),
            [0xff, 0xfe, .. Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>Dam 😀 holds</title></item></channel></rss>")],
            Encoding.GetEncoding("gb18030").GetBytes("<html><head><meta charset=gb18030><title>大坝</title></head><body><article><p>河水在夜间上涨，到早晨下城已在一米深的水中。</p></article></body></html>"),
        ];

        FuzzReport report = new Fuzzer(FuzzTargets.All, MemoryOnly).Run(documents, Mutations, seed: 1);

        Assert.Equal(documents.Length + Mutations, report.Inputs);
        Assert.Empty(report.Failures.Select(failure => $"mutation {failure.Number}, {failure.Target}: {failure.Why}"));
    }

    [Fact]
    public void The_same_seed_damages_in_the_same_way_and_another_in_another()
    {
        IReadOnlyList<byte[]> corpus = FuzzCorpus.Read(Seeds());
        string[] Damaged(int seed) => [.. Enumerable.Range(0, 50).Select(number => Convert.ToHexString(new Mutator(corpus, seed).Mutate(number)))];

        Assert.Equal(Damaged(7), Damaged(7));
        Assert.NotEqual(Damaged(7), Damaged(8));
        Assert.True(Damaged(7).Distinct().Count() > 45);
    }

    [Fact]
    public void A_reader_that_throws_or_holds_too_much_is_told_with_its_input()
    {
        int reads = 0;
        FuzzTarget[] targets =
        [
            new("picky", bytes => _ = bytes is [(byte)'!', ..] ? throw new FormatException("No\nmark.") : bytes),
            new("greedy", bytes => GC.KeepAlive(bytes is [(byte)'?', ..] ? Hold(200, isWatched: ++reads > 1) : bytes)),
        ];

        FuzzReport report = new Fuzzer(targets, MemoryOnly).Run(["!a"u8.ToArray(), "?b"u8.ToArray(), "c"u8.ToArray()], 0, seed: 1);

        Assert.Equal(["picky", "greedy"], report.Failures.Select(failure => failure.Target));
        Assert.StartsWith("FormatException: No mark.", report.Failures[0].Why, StringComparison.Ordinal);
        Assert.EndsWith("MB at once", report.Failures[1].Why, StringComparison.Ordinal);
        Assert.Equal("!a"u8.ToArray(), report.Failures[0].Input);
    }

    [Fact]
    public void The_command_reads_files_archives_and_strings_of_JSON_lines()
    {
        _folder.Write("feed.xml", "<rss><channel><item><title>a</title></item></channel></rss>");
        _folder.WriteCompressed("lines.jsonl.gz", """{"id":1,"input":"2026-03-03","robots":"User-agent: *"}""", "[]");

        (int code, string lines, string error) = EvaluationFolder.Run(
            "fuzz", "--corpus", _folder.PathOf("."), "--mutations", "20", "--seed", "3", "--failures", _folder.PathOf("failures"));

        Assert.True(code == 0, error);
        Assert.Equal(["documents 3", "inputs 23", "failures 0"], lines.ReplaceLineEndings("\n").Split('\n')[..3]);
        Assert.False(Directory.Exists(_folder.PathOf("failures")));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_nothing_is_told_in_a_sentence()
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));

        Assert.Contains("There is no folder", EvaluationFolder.Run("fuzz", "--corpus", _folder.PathOf("gone")).Error, StringComparison.Ordinal);
        Assert.Contains("holds no documents", EvaluationFolder.Run("fuzz", "--corpus", _folder.PathOf("empty")).Error, StringComparison.Ordinal);
    }

    // The second time somebody watches, who collects garbage before each look: held until there was a look for certain.
    private static byte[][] Hold(int megabytes, bool isWatched)
    {
        byte[][] held = [.. Enumerable.Range(0, megabytes).Select(_ => GC.AllocateUninitializedArray<byte>(1 << 20))];
        int collections = GC.CollectionCount(2) + 5;
        SpinWait.SpinUntil(() => !isWatched || GC.CollectionCount(2) > collections, TimeSpan.FromMinutes(1));
        return held;
    }

    private static string Seeds([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "bench", "DigestBot.Evaluation", "Fuzzing", "Seeds"));
}
