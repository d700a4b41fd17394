namespace DigestBot.Summaries.Tests;

/// <summary>News of our own in ten languages, a sentence a line, with the stops that are no ends.</summary>
internal static class NewsSentences
{
    public const string German = """
        Die Regierung von Norland ist am 3. Oktober zurückgetreten.
        Das sagte Dr. Weber, der Sprecher des Parlaments, am Montag.
        Rund 3,5 Mio. Menschen hatten zuvor gewählt.
        Manche, z. B. Bauern und Fischer, blieben zu Hause.
        Andere, u. a. Berliner Studenten, standen lange an.
        Die Miete stieg um ca. 4 Prozent, d. h. um 30 Euro.
        „Wir gehen“, sagte Minister K. Brandt.
        „Das war der letzte Tag.“
        Der Zug hielt in St. Veit und fuhr um 9.15 Uhr weiter.
        Im 19. Jahrhundert stand hier eine Brücke.
        Der 2. Weltkrieg zerstörte sie.
        Vgl. den Bericht Nr. 7 der Kommission.
        Kommt das Geld noch?
        Niemand weiß es!
        Die Firma Nordbau GmbH & Co. KG baut sie wieder auf.
        Sie kostet 1.250.000 Euro bzw. etwas mehr.
        Am 12. Mai beginnt der Bau.
        Er endet 2027.
        »Endlich«, sagte eine Frau.
        Prof. Dr. med. Anna Lund war auch da.
        Das Spiel endete 2:1 in der 90. Minute.
        """;

    public const string French = """
        Le gouvernement de la Norlande a démissionné mardi.
        M. Dupont et Mme. Leroy ont signé l'accord à 14 h 30.
        « Nous partons », a déclaré le ministre.
        « Nous ne reviendrons pas. »
        Est-ce possible ?
        Oui !
        Le Dr. Martin soigne 3,5 millions de patients.
        L'art. 5 de la loi, cf. la page 12, est clair.
        Qu'en pense M. Le Goff ?
        Il n'a rien dit...
        La société Nordbat S.A. emploie 1 200 personnes.
        J.-P. Morel et A. B. Simon étaient absents.
        Le prix passe de 2,50 à 3 euros, etc. selon la ville.
        Mgr. Lefort a béni le pont.
        « Pourquoi ? » a demandé une femme.
        Personne n'a répondu.
        Le vol du 5 janv. 2026 est annulé.
        L'U.E. paiera.
        À Paris, rien ne change.
        Écoutez le discours sur https://radio.example/a.mp3.
        Il dure une heure.
        """;

    public const string Spanish = """
        El gobierno de Norlandia dimitió el martes.
        El Sr. García viajó a EE.UU. en enero.
        La Dra. Ruiz vive en EE. UU. desde 2010.
        ¿Volverá?
        ¡Nadie lo sabe!
        «Nos vamos», dijo el ministro.
        «No volveremos».
        El precio subió un 3,5 por ciento, p. ej. en Madrid.
        Costó 1.250.000 euros.
        El art. 5 de la ley es claro.
        Véase la pág. 12 del informe.
        J. L. Pérez y A. Soto no fueron.
        La empresa Nordobra S.A. despidió a 200 personas.
        —¿Por qué? —preguntó una mujer.
        Nadie respondió.
        El núm. 3 del partido calló...
        Luego habló.
        Uds. lo verán, dijo.
        El tren sale a las 9.15 del lunes.
        Llega el martes.
        """;

    public const string Italian = """
        Il governo della Norlandia si è dimesso martedì.
        Il Sig. Rossi e la Dott. Bianchi hanno firmato.
        «Partiamo», ha detto il ministro.
        «Non torneremo».
        È possibile?
        Sì!
        L'art. 18 non cambia, cfr. la legge.
        Il prezzo sale del 3,5 per cento.
        L'Avv. Conti era assente.
        La Norbau S.p.A. assume 200 persone.
        G. B. Ferri e A. Neri hanno perso.
        Costa 1.250.000 euro, ecc. per tutti.
        Nessuno ha risposto...
        Poi ha parlato.
        Il treno parte alle 9.15 di lunedì.
        Si veda pag. 12 del rapporto.
        "Perché?" ha chiesto una donna.
        Il Prof. Galli lo sa.
        Il 5 genn. 2026 si vota.
        Nel 2027 si vota ancora.
        """;

    public const string Portuguese = """
        O governo da Norlândia demitiu-se na terça-feira.
        O Sr. Silva e a Dra. Costa assinaram.
        «Vamos embora», disse o ministro.
        “Não voltaremos.”
        É possível?
        Sim!
        O preço subiu 3,5 por cento.
        Custa R$ 1.250,75 por mês.
        O art. 5 da lei é claro.
        Veja a pág. 12 do relatório.
        O Prof. Lima e o Eng. Sousa faltaram.
        J. L. Pereira e A. Nunes perderam.
        A Norobra S.A. contrata 200 pessoas.
        Ninguém respondeu...
        Depois falou.
        — Por quê? — perguntou uma mulher.
        O comboio parte às 9.15 de segunda-feira.
        A Exma. Sra. Dra. Melo chegou.
        Vota-se em 5 de jan. de 2026.
        Chove muito.
        """;

    public const string Dutch = """
        De regering van Norland is dinsdag afgetreden.
        Dhr. Jansen en mevr. De Vries tekenden niet.
        „Wij gaan”, zei de minister.
        'Wij komen niet terug.'
        Kan dat?
        Ja!
        De prijs steeg met 3,5 procent.
        Sommigen, bijv. Boeren en vissers, klagen.
        Het kost 1.250.000 euro, incl. btw.
        Op 5 mei 2026 wordt gestemd.
        Zie art. 12 van de wet.
        J. P. Bakker en A. de Wit verloren.
        Norbouw B.V. neemt 200 mensen aan.
        Niemand antwoordde...
        Toen sprak hij.
        De trein vertrekt maandag om 9.15 uur.
        Prof. dr. Smit weet het.
        De fractie, o.a. Kuipers, was tegen.
        Mw. Visser ook.
        Het regent.
        """;

    public const string Russian = """
        Правительство Норландии ушло в отставку во вторник.
        Об этом заявил А. С. Иванов.
        «Мы уходим», — сказал министр.
        «Мы не вернёмся».
        Это возможно?
        Да!
        В 2019 г. в г. Казань приехали 5 тыс. человек.
        Музей им. Пушкина закрыт, см. стр. 12 доклада.
        Дом стоит на ул. Ленина.
        Цена выросла на 3,5 процента, т. е. на 30 рублей.
        Бюджет — 2 млрд. рублей.
        — Почему? — спросила женщина.
        Никто не ответил...
        Потом он заговорил.
        Поезд уходит в 9.15 в понедельник.
        Акад. Петров и проф. Сидоров согласны.
        Фирма «Нордстрой» наняла 200 человек.
        Голосование пройдёт 5 мая.
        Кто победит?!
        Идёт дождь.
        """;

    public const string Arabic = """
        استقالت حكومة نورلاند يوم الثلاثاء.
        وقال د. أحمد سالم إن القرار نهائي.
        هل هذا ممكن؟
        نعم!
        ارتفع السعر بنسبة 3.5 في المئة.
        «سنرحل»، قال الوزير.
        «لن نعود».
        حضر 1,250 شخصا الاجتماع.
        لم يجب أحد...
        ثم تكلم الوزير.
        يغادر القطار الساعة 9.15 صباحا.
        قالت امرأة: "لماذا؟"
        سكت الجميع.
        تصوت البلاد في 5 مايو 2026.
        وظفت الشركة 200 عامل؛ وسرحت 50.
        البيان على https://radio.example/a.html.
        قرأه الملايين.
        من سيفوز؟!
        لا أحد يعلم.
        تمطر السماء.
        """;

    public const string Chinese = """
        诺兰政府星期二辞职。
        部长说：“我们走了。”
        这可能吗？
        可能！
        价格上涨3.5%。
        议会通过了第12号决议。
        没有人回答……。
        后来他说话了。
        火车9:15出发。
        公司雇用了1,250人。
        他问：“为什么？”
        大家都沉默了。
        （会议于5月结束。）
        “我们不会回来。”
        选举将于2026年举行。
        谁会赢？！
        没人知道。
        声明见https://radio.example/a.html。
        数百万人读过。
        下雨了。
        """;

    public const string Japanese = """
        ノーランド政府は火曜日に総辞職した。
        大臣は「行きます。」
        可能ですか？
        はい！
        価格は3.5%上がった。
        議会は第12号決議を可決した。
        誰も答えなかった……。
        その後、彼は話した。
        列車は9時15分に出る。
        会社は1,250人を雇った。
        「なぜですか？」
        全員が黙った。
        （会議は5月に終わった。）
        「戻りません。」
        選挙は2026年に行われる。
        誰が勝つのか？！
        誰も知らない。
        声明はhttps://radio.example/a.htmlにある。
        数百万人が読んだ。
        雨が降っている。
        """;
}
