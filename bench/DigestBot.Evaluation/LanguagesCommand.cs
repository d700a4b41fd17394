using System.CommandLine;
using System.Globalization;
using System.Text;

namespace DigestBot.Evaluation;

/// <summary>languages --data DIR --out FILE: writes the table by which languages are told apart, from texts named LANGUAGE.ANYTHING.</summary>
internal static class LanguagesCommand
{
    private const int MostOfOurs = 300;
    private const int MostOfOthers = 100;
    private const double Rarest = 3e-5;
    private const double OftenForALetter = 2e-4;
    private const double StepsOfLogarithm = 4;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    // The first seven are those of TextLanguage, in its order. The others are grouped by how alike they are written.
    private static readonly string[] Languages =
    [
        "en", "de", "fr", "es", "it", "pt", "nl", "sv+da+nb", "is", "fi+et", "pl", "cs+sk", "hr+sl", "lt+lv", "ro", "ca", "gl", "af", "lb",
        "tr+az", "hu", "id+tl", "la", "sq", "eu", "sw+so+zu+ha", "cy+ga+mt", "vi",
    ];

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Folder with texts: de.ANYTHING for German, and so on" };
        var output = new Option<string>("--out") { Required = true, Description = "The table, Weights/languages.grams of the library" };
        var command = new Command("languages", "Counts which groups of letters each language has.") { data, output };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string data, string output)
    {
        Dictionary<string, double>[] shares = [.. Languages.Select(group => Mean([.. group.Split('+').SelectMany(language => Files(data, language))]))];
        string[] grams = [.. shares.SelectMany((share, i) => Telling(share, i < 7 ? MostOfOurs : MostOfOthers)).Distinct().Order(StringComparer.Ordinal)];
        var table = new StringBuilder();
        table.Append("# Groups of letters, _ for the edge of a word, with how often each language has them: a digit of base 36 for each,\n");
        table.Append("# quarters of a natural logarithm above the rarest. Made by the command 'languages' of bench/DigestBot.Evaluation.\n");
        table.AppendJoin(' ', Languages).Append('\n');
        foreach (string gram in grams)
        {
            table.Append(gram).Append(' ').AppendJoin("", shares.Select(share => Digit(share.GetValueOrDefault(gram)))).Append('\n');
        }

        File.WriteAllText(output, table.ToString());
        return 0;
    }

    private static string[] Files(string data, string language) =>
        [.. Directory.GetFiles(data, language + ".*").Order(StringComparer.Ordinal)];

    // Every text counts the same, however long it is.
    private static Dictionary<string, double> Mean(string[] files)
    {
        if (files.Length == 0)
        {
            throw new EvaluationException("A language has no text.");
        }

        var mean = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            string[] grams = [.. Grams(File.ReadAllText(file))];
            foreach (string gram in grams)
            {
                mean[gram] = mean.GetValueOrDefault(gram) + (1.0 / grams.Length / files.Length);
            }
        }

        return mean;
    }

    private static IEnumerable<string> Grams(string text)
    {
        var word = new StringBuilder("_");
        foreach (char c in text.Append(' '))
        {
            if (char.IsLetter(c))
            {
                char letter = char.ToLowerInvariant(c);
                word.Append(letter);
                if (letter >= 0x80)
                {
                    yield return letter.ToString(CultureInfo.InvariantCulture);
                }
            }
            else if (word.Length > 1)
            {
                string whole = word.Append('_').ToString();
                for (int i = 0; i + 3 <= whole.Length; i++)
                {
                    yield return whole.Substring(i, 3);
                }

                word.Clear().Append('_');
            }
        }
    }

    private static IEnumerable<string> Telling(Dictionary<string, double> share, int most) =>
        share.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(most).Select(entry => entry.Key)
            .Concat(share.Where(entry => entry.Key.Length == 1 && entry.Value > OftenForALetter).Select(entry => entry.Key));

    private static string Digit(double share)
    {
        double level = Math.Log(Math.Max(share, Rarest) / Rarest) * StepsOfLogarithm;
        return Digits[Math.Min(Digits.Length - 1, (int)Math.Round(level))].ToString(CultureInfo.InvariantCulture);
    }
}
