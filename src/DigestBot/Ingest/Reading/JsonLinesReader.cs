using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads .jsonl of any size line by line, holding one line at a time; a bad line is one failure with its number.</summary>
internal static class JsonLinesReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        ArticleFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (FileContent? content, string? problem) = Open(file);
        if (content is null)
        {
            yield return ReadResult.Failed(file.Path, problem!);
            yield break;
        }

        await using (content)
        {
            var lines = new LineReader(content);
            long reported = 0;
            while (await lines.ReadAsync(cancellationToken))
            {
                if (Read(file, lines) is { } result)
                {
                    yield return result with { BytesRead = content.BytesRead - reported };
                    reported = content.BytesRead;
                }
            }

            if (content.Problem is not null)
            {
                yield return ReadResult.Failed(file.Path, content.Problem) with { BytesRead = content.BytesRead - reported };
            }
        }
    }

    private static (FileContent? Content, string? Problem) Open(ArticleFile file)
    {
        try
        {
            return (file.Open(), null);
        }
        catch (Exception exception) when (FileProblems.IsExpected(exception))
        {
            return (null, FileProblems.Describe(exception));
        }
    }

    /// <summary>What the line gives, or null for a blank line.</summary>
    private static ReadResult? Read(ArticleFile file, LineReader lines)
    {
        string what = $"{file.Path}, line {lines.Number}";
        if (lines.IsTooLong)
        {
            return ReadResult.Failed(what, $"The line is longer than {LineReader.MaxLength / (1024 * 1024)} MB, so it was left out.");
        }

        ReadOnlyMemory<byte> line = Trim(lines.Line);
        if (line.IsEmpty)
        {
            return null;
        }

        if (!System.Text.Unicode.Utf8.IsValid(line.Span))
        {
            line = Encoding.UTF8.GetBytes(Encodings.Decode(line.Span, contentType: null).Text);
        }

        // No string and no name may hold half of a character: reading it would throw.
        if (line.Span.IndexOf("\\ud"u8) >= 0 || line.Span.IndexOf("\\uD"u8) >= 0)
        {
            line = Encoding.UTF8.GetBytes(LoneSurrogates.Drop(Encoding.UTF8.GetString(line.Span)));
        }

        // A cut-off archive ends inside a line; that is told once, for the file.
        return Parse(line, what) is { } result && !(result.Failure is not null && lines.IsCutOff) ? result : null;
    }

    private static ReadResult Parse(ReadOnlyMemory<byte> line, string what)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, Options);
            (IncomingArticle? article, string? problem) = ArticleJson.Read(document.RootElement);
            return article is null ? ReadResult.Failed(what, problem!) : ReadResult.Of(article);
        }
        catch (JsonException)
        {
            return ReadResult.Failed(what, "The line is not valid JSON, or it is nested too deeply.");
        }
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        return (line.Span.StartsWith(bom) ? line[3..] : line).Trim(" \t\r"u8);
    }
}
