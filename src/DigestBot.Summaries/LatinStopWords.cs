using System.Collections.Frozen;
using Lookup = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace DigestBot.Summaries;

/// <summary>Words of the languages beside English that say nothing about a text: folded, without apostrophes.</summary>
internal static class LatinStopWords
{
    private const string German =
        "der die das den dem des ein eine einer einen einem eines kein keine keinen keiner keinem und oder aber denn sondern doch auch " +
        "noch nur schon sehr so wie als wenn weil dass ob da dort hier nun dann damit dabei dafur dagegen davon dazu darauf daran darin " +
        "daruber deshalb ich du er sie es wir ihr mich dich sich uns euch ihm ihn ihnen mein dein sein seine seiner seinen seinem seines " +
        "ihre ihrer ihren ihrem ihres unser unsere unserer unseren euer eure dieser diese dieses diesen diesem jener jene jenes jenen " +
        "welche welcher welches welchen wer wen wem wessen was wo wann warum wieso weshalb woher wohin ist sind war waren bin bist seid " +
        "sei gewesen hat habe haben hatte hatten hast hatten gehabt wird werden wurde wurden worden wirst geworden kann konnen konnte konnten " +
        "muss mussen musste mussten soll sollen sollte sollten will wollen wollte wollten darf durfen durfte mag mochte mochten in im an am " +
        "auf aus bei beim bis durch fur gegen hinter mit nach neben ohne seit uber um unter von vom vor wahrend wegen zu zum zur zwischen " +
        "nicht nichts mehr alle allem allen aller alles andere anderen anderer anderes man etwas viel viele vielen einige einigen jeder jede " +
        "jedes jedem jeden ab ja nein sagte sagt sagten laut bereits jedoch sowie worden etwa gibt gab ins ans aufs bzw";

    private const string French =
        "le la les un une des du de au aux et ou mais donc or ni car que qui quoi dont ou quel quelle quels quelles lequel laquelle lesquels " +
        "lesquelles duquel auquel je tu il elle on nous vous ils elles me te se lui leur leurs eux moi toi soi en ce cet cette ces cela ceci " +
        "ca celui celle ceux celles mon ton son ma ta sa mes tes ses notre votre nos vos a dans par pour sur avec sans sous chez entre vers " +
        "depuis pendant avant apres contre selon comme si quand lorsque lorsqu puisque puisqu parce quoique jusque jusqu afin ainsi aussi alors " +
        "encore deja tres trop plus moins peu bien tout toute tous toutes meme memes autre autres chaque plusieurs quelque quelques aucun " +
        "aucune ne pas n y d l s c j m t qu est sont etait etaient sera seront serait seraient soit ete etant suis es sommes etes fut furent " +
        "ai as avons avez ont avait avaient aura auront aurait auraient ait eu ayant fait faire font peut peuvent pouvait doit doivent va vont " +
        "comment pourquoi combien dit declare indique explique affirme ici la dont etre avoir cela lors notamment egalement cependant toutefois";

    private const string Spanish =
        "el la los las un una unos unas lo al del de y e o u pero sino ni que quien quienes cual cuales cuyo cuya donde cuando como cuanto " +
        "cuantos porque pues si aunque mientras a ante bajo con contra desde durante en entre hacia hasta para por segun sin sobre tras yo tu " +
        "ella ello nosotros vosotros ellos ellas usted ustedes me te se le les nos os mi mis tus su sus nuestro nuestra nuestros nuestras " +
        "vuestro vuestra este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso es son era eran fue fueron ser sido " +
        "siendo sera seran seria sea sean soy somos esta estan estaba estaban estar estado estuvo he ha han hay habia habian haber hubo hemos " +
        "has haya tiene tienen tenia tener puede pueden podria debe deben no ni ya muy mas menos tan tanto tambien tampoco solo todo toda todos " +
        "todas otro otra otros otras mismo misma mismos mismas algun alguna algunos algunas ningun ninguna cada poco pocos mucho mucha muchos " +
        "muchas asi aqui ahi alli entonces aun luego despues antes dijo dice senalo afirmo aseguro explico quien sido";

    private const string Italian =
        "il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dallo dalla " +
        "dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col e ed o od ma pero se che chi cui quale quali " +
        "quanto quanti dove quando come perche mentre anche ancora gia piu meno molto molti molta molte poco pochi tanto tanti tutto tutta " +
        "tutti tutte altro altra altri altre stesso stessa stessi stesse ogni qualche alcuni alcune nessuno io tu lui lei noi voi loro esso " +
        "essa essi mi ti si ci vi ne me te se lo mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri nostre vostro questo questa " +
        "questi queste quello quella quelli quelle quel quei cio e sono era erano sia siano stato stata stati state essere fu furono sara " +
        "saranno sarebbe ho hai ha abbiamo hanno aveva avevano avere abbia avra fa fare puo possono deve devono non nono cosi poi dopo prima " +
        "solo soltanto sempre mai qui li la ecco infatti inoltre tuttavia secondo durante contro senza verso sotto sopra presso fino ad ha detto";

    private const string Portuguese =
        "o a os as um uma uns umas de do da dos das em no na nos nas num numa ao aos pelo pela pelos pelas por para com sem sob sobre entre " +
        "ate desde contra apos durante segundo e ou mas porem nem que quem qual quais cujo cuja onde quando como quanto quantos porque pois " +
        "se embora enquanto eu tu ele ela nos vos eles elas voce voces me te se lhe lhes meu minha meus minhas teu tua seu sua seus suas nosso " +
        "nossa nossos nossas dele dela deles delas este esta estes estas esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo " +
        "neste nesta nesse nessa deste desta desse dessa foi foram ser sao era eram sera serao seria sido sendo seja sejam sou somos esta estao " +
        "estava estavam estar esteve ha tem tinha tinham ter teve tiveram tera havia haver pode podem poderia deve devem nao sim ja muito muita " +
        "muitos muitas mais menos tao tanto tambem so apenas todo toda todos todas tudo outro outra outros outras mesmo mesma algum alguma " +
        "alguns algumas nenhum nenhuma cada pouco poucos assim aqui ali la entao ainda depois antes agora disse diz afirmou explicou vai vao";

    private const string Dutch =
        "de het een der den des en of maar want dus dat die dit deze wie wat waar wanneer hoe waarom welke welk als indien omdat doordat terwijl " +
        "toen dan nu nog al ook niet geen wel zeer zo er daar hier hierbij daarbij daarvan hiervan daarmee ervan erop ik jij je u hij zij ze " +
        "wij we jullie mij me jou hem haar hen hun ons onze mijn jouw zijn uw zich zelf in op aan van voor met door bij tot uit over onder naar " +
        "om te tegen tussen na sinds tijdens zonder binnen buiten boven per volgens is was waren ben bent geweest wordt worden werd werden " +
        "geworden heeft heb hebben had hadden gehad kan kunnen kon konden moet moeten moest zal zullen zou zouden mag mogen wil willen wilde " +
        "gaat gaan ging doet doen alle alles ander andere anderen iets niets iemand niemand veel meer meest weinig minder enkele elk elke ieder " +
        "iedere sommige beide eerst toch echter ook zegt zei aldus reeds t s n";

    // What pages leave of markup.
    private const string Debris = " nt rsquo lsquo quot amp nbsp lrb rrb";

    private static readonly Lookup[] Lookups =
        [default, Make(German), Make(French), Make(Spanish), Make(Italian), Make(Portuguese), Make(Dutch)];

    public static bool Contains(ReadOnlySpan<char> folded, TextLanguage language) => Lookups[(int)language].Contains(folded);

    private static Lookup Make(string words) =>
        (words + Debris).Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
