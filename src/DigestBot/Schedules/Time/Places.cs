namespace DigestBot.Schedules.Time;

/// <summary>Large cities and countries that give no zone its name, and abbreviations that stand for several.</summary>
internal static class Places
{
    // One line for each zone. Countries stand with the zone of nearly all their people.
    private const string Named =
        """
        Africa/Abidjan: Ivory Coast, Côte d'Ivoire, Yamoussoukro
        Africa/Accra: Ghana, Kumasi
        Africa/Addis_Ababa: Ethiopia
        Africa/Algiers: Algeria, Alger, Algérie, Oran, الجزائر
        Africa/Cairo: Egypt, Alexandria, Giza, Le Caire, Kairo, القاهرة, مصر, الإسكندرية
        Africa/Casablanca: Morocco, Rabat, Marrakesh, Marrakech, Fes, Tangier, Agadir, Maroc, الدار البيضاء, الرباط, المغرب
        Africa/Dakar: Senegal
        Africa/Dar_es_Salaam: Tanzania, Dodoma, Zanzibar
        Africa/Harare: Zimbabwe
        Africa/Johannesburg: South Africa, Cape Town, Durban, Pretoria, Soweto
        Africa/Kampala: Uganda
        Africa/Khartoum: Sudan, Omdurman, الخرطوم, السودان
        Africa/Kigali: Rwanda
        Africa/Kinshasa: Congo
        Africa/Lagos: Nigeria, Abuja, Kano, Ibadan
        Africa/Luanda: Angola
        Africa/Lusaka: Zambia
        Africa/Maputo: Mozambique
        Africa/Mogadishu: Somalia
        Africa/Nairobi: Kenya, Mombasa
        Africa/Tripoli: Libya, Benghazi, ليبيا
        Africa/Tunis: Tunisia, Tunisie, تونس
        America/Argentina/Buenos_Aires: Argentina, La Plata
        America/Asuncion: Paraguay
        America/Bogota: Colombia, Medellin, Cali
        America/Caracas: Venezuela, Maracaibo
        America/Chicago: Houston, Dallas, Austin, San Antonio, Fort Worth, Minneapolis, St Louis, Saint Louis, New Orleans, Milwaukee, Kansas City, Memphis, Nashville, Texas, Illinois
        America/Denver: Salt Lake City, Albuquerque, Colorado Springs, Colorado, Utah
        America/Edmonton: Calgary, Alberta
        America/Guatemala: Guatemala City
        America/Guayaquil: Ecuador, Quito
        America/Havana: Cuba
        America/Lima: Peru
        America/Los_Angeles: San Francisco, Seattle, San Diego, Las Vegas, Sacramento, Oakland, Silicon Valley, Hollywood, California, Nevada
        America/Mexico_City: Guadalajara, Puebla, Mexico DF, CDMX
        America/Montevideo: Uruguay
        America/New_York: NYC, Washington, Washington DC, Boston, Philadelphia, Atlanta, Miami, Orlando, Brooklyn, Manhattan, Baltimore, Pittsburgh, Cleveland, Columbus, Cincinnati, Charlotte, Tampa, Raleigh
        America/Phoenix: Tucson, Arizona
        America/Port-au-Prince: Haiti
        America/Santo_Domingo: Dominican Republic
        America/Sao_Paulo: Rio de Janeiro, Rio, Brasilia, Belo Horizonte, Salvador da Bahia, Curitiba, Porto Alegre
        America/Toronto: Ottawa, Quebec, Quebec City, Montreal, Mississauga, Ontario
        Asia/Amman: Jordan, الأردن
        Asia/Baghdad: Iraq, Basra, Mosul, Erbil, بغداد, العراق
        Asia/Baku: Azerbaijan
        Asia/Bangkok: Thailand
        Asia/Beirut: Lebanon, بيروت, لبنان
        Asia/Colombo: Sri Lanka
        Asia/Damascus: Syria, Aleppo, دمشق, سوريا
        Asia/Dhaka: Bangladesh, Chittagong
        Asia/Dubai: Abu Dhabi, Sharjah, United Arab Emirates, UAE, Emirates, دبي, أبوظبي, أبو ظبي, الإمارات
        Asia/Gaza: Palestine, غزة, فلسطين
        Asia/Ho_Chi_Minh: Vietnam, Hanoi, Ho Chi Minh City
        Asia/Jerusalem: Israel, Haifa, القدس
        Asia/Kabul: Afghanistan
        Asia/Karachi: Pakistan, Lahore, Islamabad, Rawalpindi, Faisalabad, Peshawar
        Asia/Kathmandu: Nepal
        Asia/Kolkata: India, Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Madras, Hyderabad, Pune, Ahmedabad, Jaipur, Lucknow, Kanpur
        Asia/Kuala_Lumpur: Malaysia, Penang, Johor Bahru
        Asia/Kuwait: Kuwait City, الكويت
        Asia/Manila: Philippines, Quezon City, Cebu, Davao
        Asia/Muscat: Oman, مسقط
        Asia/Qatar: Doha, الدوحة, قطر
        Asia/Riyadh: Saudi Arabia, Jeddah, Mecca, Medina, Dammam, الرياض, جدة, مكة, المدينة المنورة, السعودية
        Asia/Seoul: South Korea, Korea, Busan, Incheon
        Asia/Shanghai: China, Beijing, Peking, Shenzhen, Guangzhou, Canton, Tianjin, Wuhan, Chengdu, Nanjing, Xian, Hangzhou
        Asia/Taipei: Taiwan
        Asia/Tashkent: Uzbekistan
        Asia/Tbilisi: Tiflis
        Asia/Tehran: Iran, Mashhad, Isfahan, طهران
        Asia/Tokyo: Japan, Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukuoka, Hiroshima
        Asia/Yangon: Myanmar, Burma
        Asia/Yerevan: Armenia
        Asia/Aden: Yemen, Sanaa, صنعاء, اليمن
        Asia/Bahrain: Manama, البحرين
        Atlantic/Reykjavik: Iceland
        Australia/Brisbane: Gold Coast
        Europe/Amsterdam: Netherlands, Holland, Rotterdam, The Hague, Utrecht, Eindhoven
        Europe/Athens: Greece, Thessaloniki
        Europe/Belgrade: Serbia
        Europe/Berlin: Germany, Deutschland, Munich, München, Muenchen, Hamburg, Frankfurt, Cologne, Köln, Koeln, Stuttgart, Düsseldorf, Leipzig, Dresden, Hanover, Hannover, Nuremberg, Nürnberg, Bremen, Dortmund, Bonn
        Europe/Bratislava: Slovakia
        Europe/Brussels: Belgium, Antwerp, Ghent, Bruges, Bruxelles, Liège
        Europe/Bucharest: Romania, Cluj
        Europe/Budapest: Hungary
        Europe/Chisinau: Moldova
        Europe/Copenhagen: Denmark, Aarhus, København
        Europe/Dublin: Ireland, Cork, Galway
        Europe/Helsinki: Finland, Espoo, Tampere
        Europe/Istanbul: Turkey, Türkiye, Ankara, Izmir, Bursa
        Europe/Kyiv: Ukraine, Kharkiv, Odesa, Odessa, Lviv, Dnipro
        Europe/Lisbon: Portugal, Porto, Lisboa
        Europe/Ljubljana: Slovenia
        Europe/London: United Kingdom, UK, Britain, Great Britain, England, Scotland, Wales, Manchester, Leeds, Glasgow, Edinburgh, Liverpool, Bristol, Cardiff, Cambridge, Oxford, Londres, لندن
        Europe/Madrid: Spain, Barcelona, Valencia, Seville, Sevilla, Bilbao, Malaga, Zaragoza
        Europe/Minsk: Belarus
        Europe/Moscow: St Petersburg, Saint Petersburg, Moskva, Nizhny Novgorod
        Europe/Oslo: Norway, Bergen, Trondheim
        Europe/Paris: France, Lyon, Marseille, Toulouse, Nice, Nantes, Strasbourg, Bordeaux, Lille, Rennes, Montpellier, باريس, فرنسا
        Europe/Prague: Czechia, Czech Republic, Praha, Brno
        Europe/Riga: Latvia
        Europe/Rome: Italy, Milan, Milano, Naples, Turin, Torino, Florence, Venice, Bologna, Genoa, Palermo, Roma
        Europe/Sarajevo: Bosnia
        Europe/Skopje: North Macedonia
        Europe/Sofia: Bulgaria
        Europe/Stockholm: Sweden, Gothenburg, Göteborg, Malmö, Uppsala
        Europe/Tallinn: Estonia
        Europe/Tirane: Albania, Tirana
        Europe/Vienna: Austria, Wien, Graz, Salzburg, Innsbruck
        Europe/Vilnius: Lithuania
        Europe/Warsaw: Poland, Kraków, Wroclaw, Gdansk, Poznan, Lodz, Warszawa
        Europe/Zagreb: Croatia, Split
        Europe/Zurich: Switzerland, Geneva, Genève, Genf, Basel, Bern, Lausanne, Lugano, Zürich
        Pacific/Auckland: New Zealand, Wellington, Christchurch
        Pacific/Honolulu: Hawaii
        """;

    // Several zones, the likeliest first.
    private const string Shared =
        """
        America/New_York America/Chicago America/Denver America/Los_Angeles: USA, US, United States, United States of America, America, Etats-Unis
        America/Toronto America/Winnipeg America/Edmonton America/Vancouver America/Halifax: Canada
        Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth: Australia
        America/Sao_Paulo America/Manaus America/Noronha: Brazil, Brasil
        Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok: Russia
        America/Mexico_City America/Tijuana America/Cancun: Mexico
        Asia/Jakarta Asia/Makassar Asia/Jayapura: Indonesia
        Asia/Almaty Asia/Qyzylorda: Kazakhstan
        America/Santiago America/Punta_Arenas Pacific/Easter: Chile
        America/Nuuk America/Scoresbysund: Greenland
        Asia/Ulaanbaatar Asia/Hovd: Mongolia
        """;

    private const string Unclear =
        """
        America/New_York America/Panama Australia/Sydney: EST, EDT, ET, Eastern, Eastern time
        America/Chicago Asia/Shanghai America/Havana: CST, CDT, CT, Central, Central time
        America/Denver America/Phoenix: MST, MDT, MT, Mountain, Mountain time
        America/Los_Angeles Asia/Manila: PST, PDT, PT, Pacific, Pacific time
        America/Halifax America/Puerto_Rico Asia/Riyadh: AST, ADT, Atlantic
        Asia/Kolkata Europe/Dublin Asia/Jerusalem: IST
        Europe/London Asia/Dhaka: BST
        Asia/Dubai America/Guyana: GST
        Asia/Singapore Pacific/Pago_Pago: SST, SGT
        Europe/Paris Europe/Berlin Africa/Algiers: CET, CEST, MET, MEST, MEZ, MESZ
        Europe/Athens Europe/Helsinki Africa/Cairo: EET, EEST
        Europe/Lisbon Atlantic/Canary: WET, WEST
        Africa/Johannesburg: SAST
        Africa/Lagos: WAT
        Africa/Maputo: CAT
        Africa/Nairobi: EAT
        Europe/Moscow: MSK
        Asia/Tokyo: JST
        Asia/Seoul: KST
        Asia/Hong_Kong: HKT
        Asia/Karachi: PKT
        Asia/Jakarta: WIB
        Australia/Sydney Australia/Brisbane: AEST, AEDT
        Australia/Adelaide Australia/Darwin: ACST, ACDT
        Australia/Perth: AWST
        Pacific/Auckland: NZST, NZDT
        Pacific/Honolulu: HST
        America/Anchorage: AKST, AKDT
        America/St_Johns: NST, NDT
        America/Sao_Paulo Asia/Dhaka: BRT, BT
        Asia/Tbilisi America/New_York: Georgia
        America/Puerto_Rico America/Argentina/San_Juan: San Juan
        America/Costa_Rica America/Los_Angeles: San Jose
        Europe/London America/Chicago: Birmingham
        America/Los_Angeles America/New_York: Portland
        """;

    /// <summary>The zones of most people, to suggest.</summary>
    public static IReadOnlyList<string> Major { get; } =
    [
        "Europe/London", "Europe/Paris", "Europe/Berlin", "Europe/Athens", "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos",
        "Africa/Nairobi", "Europe/Istanbul", "Europe/Moscow", "Asia/Riyadh", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi",
        "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Jakarta", "Asia/Shanghai", "Asia/Singapore",
        "Asia/Tokyo", "Australia/Adelaide", "Australia/Sydney", "Pacific/Auckland", "America/Sao_Paulo", "America/Argentina/Buenos_Aires",
        "America/St_Johns", "America/Halifax", "America/New_York", "America/Bogota", "America/Chicago", "America/Mexico_City",
        "America/Denver", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    ];

    /// <summary>Each name with its one zone.</summary>
    public static IEnumerable<(string Name, string Zone)> Cities => Read(Named).Select(place => (place.Name, place.Zones[0]));

    /// <summary>Countries with several zones that matter.</summary>
    public static IEnumerable<(string Name, string[] Zones)> Countries => Read(Shared);

    /// <summary>Names and abbreviations that are refused, with what they may mean.</summary>
    public static IEnumerable<(string Name, string[] Zones)> Ambiguous => Read(Unclear);

    private static IEnumerable<(string Name, string[] Zones)> Read(string table) =>
        from line in table.Split('\n', StringSplitOptions.TrimEntries)
        let parts = line.Split(": ")
        from name in parts[1].Split(", ")
        select (name, parts[0].Split(' '));
}
