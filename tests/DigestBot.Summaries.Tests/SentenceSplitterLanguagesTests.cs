namespace DigestBot.Summaries.Tests;

/// <summary>News of other languages; "|" marks where the splitter must cut, and nowhere else.</summary>
public sealed class SentenceSplitterLanguagesTests
{
    [Theory]
    [InlineData("Am 5. Mai trat Dr. Weber zur\u00FCck. | Das Parlament tagt am 12. Oktober.")]
    [InlineData("Die Kosten stiegen um ca. 3,5 Mio. Euro. | Vgl. den Bericht Nr. 7.")]
    [InlineData("Er sagte: \u201EWir gehen.\u201C | Danach war es still.")]
    [InlineData("Manche, z.B. Bauern, klagen. | Andere nicht.")]
    public void German(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("M. Dupont et Mme. Leroy ont sign\u00E9 l'accord. | Le vote aura lieu mardi.")]
    [InlineData("\u00AB Nous partons. \u00BB | Il n'a rien ajout\u00E9.")]
    [InlineData("Est-ce possible ? | Oui !")]
    public void French(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("El Sr. Garc\u00EDa viaj\u00F3 a EE.UU. en enero. | \u00BFVolver\u00E1? | \u00A1Nadie lo sabe!")]
    [InlineData("La Dra. Ruiz habl\u00F3 con el n\u00FAm. 3 del partido. | No hubo acuerdo.")]
    public void Spanish(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("Il Sig. Rossi e la Dott. Bianchi hanno firmato. | Il voto \u00E8 domani.")]
    [InlineData("O Sr. Silva e a Dra. Costa assinaram. | A vota\u00E7\u00E3o \u00E9 amanh\u00E3.")]
    [InlineData("Dhr. Jansen en mevr. De Vries tekenden bijv. niet. | De stemming is morgen.")]
    public void Italian_Portuguese_and_Dutch(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("\u0412 2019 \u0433. \u0432 \u0433. \u041A\u0430\u0437\u0430\u043D\u044C \u043F\u0440\u0438\u0435\u0445\u0430\u043B\u0438 5 \u0442\u044B\u0441. \u0447\u0435\u043B\u043E\u0432\u0435\u043A. | \u041E\u043D\u0438 \u0443\u0435\u0445\u0430\u043B\u0438.")]
    [InlineData("\u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442 \u0410. \u0421. \u0418\u0432\u0430\u043D\u043E\u0432 \u0443\u0448\u0451\u043B. | \u041F\u043E\u0447\u0435\u043C\u0443?")]
    public void Russian(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("\u0635\u0648\u062A \u0627\u0644\u0628\u0631\u0644\u0645\u0627\u0646 \u064A\u0648\u0645 \u0627\u0644\u0623\u062D\u062F. | \u0647\u0644 \u062A\u063A\u0627\u062F\u0631 \u0627\u0644\u0642\u0648\u0627\u062A\u061F | \u0644\u0627 \u0623\u062D\u062F \u064A\u0639\u0644\u0645.")]
    [InlineData("\u0642\u0631\u0627\u0631\u062F\u0627\u062F \u0645\u0646\u0638\u0648\u0631 \u06C1\u0648\u0626\u06CC\u06D4 | \u0627\u062C\u0644\u0627\u0633 \u062E\u062A\u0645\u06D4")]
    public void Arabic_and_Urdu(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("\u8BAE\u4F1A\u901A\u8FC7\u4E86\u51B3\u8BAE\u3002|\u519B\u961F\u4F1A\u64A4\u79BB\u5417\uFF1F|\u6CA1\u4EBA\u77E5\u9053\uFF01")]
    [InlineData("\u4ED6\u8BF4\uFF1A\u201C\u6211\u4EEC\u8D70\u3002\u201D|\u7136\u540E\u79BB\u5F00\u4E86\u3002")]
    [InlineData("\u8B70\u4F1A\u306F\u6C7A\u8B70\u3092\u53EF\u6C7A\u3057\u305F\u3002|\u300C\u884C\u304D\u307E\u3059\u3002\u300D|\u8AB0\u3082\u77E5\u3089\u306A\u3044\u3002")]
    public void Chinese_and_Japanese_need_no_spaces(string marked) => SentenceSplitterTests.AssertCuts(marked);

    [Theory]
    [InlineData("\u0938\u0902\u0938\u0926 \u0928\u0947 \u092E\u0924\u0926\u093E\u0928 \u0915\u093F\u092F\u093E\u0964 | \u092A\u0930\u093F\u0923\u093E\u092E \u0938\u094D\u092A\u0937\u094D\u091F \u0925\u093E\u0964")]
    public void Hindi(string marked) => SentenceSplitterTests.AssertCuts(marked);
}
