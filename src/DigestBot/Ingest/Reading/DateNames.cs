using System.Collections.Frozen;

namespace DigestBot.Ingest.Reading;

/// <summary>Names of months and weekdays in the languages that feeds use in dates although no standard allows it.</summary>
internal static class DateNames
{
    // One line per month. Three letters suffice in English; elsewhere the names as they are written.
    private static readonly string[] Months =
    [
        "jan january januar janvier janv enero ene januari gennaio gen janeiro jänner jän янв января январь ιαν január tammikuu stycznia styczeń ocak",
        "feb february februar février févr fev fevereiro febrero februari febbraio feber фев февраля февраль φεβ február lutego luty şubat",
        "mar march märz mär mrz mars marzo março maart mrt мар марта март μάρ μαρ március marca marzec mart",
        "apr april avril avr abril abr aprile апр апреля апрель απρ április kwietnia kwiecień nisan",
        "may mai mayo maio mei maggio mag maj мая май μάι μαϊ μαι május máj maja mayıs",
        "jun june juni juin junio junho giugno giu июн июня июнь ιούν ιον június júni czerwca czerwiec haziran",
        "jul july juli juillet juil julio julho luglio lug июл июля июль ιούλ ιολ július július lipca lipiec temmuz",
        "aug august août aout agosto ago augustus авг августа август αύγ αυγ augusztus sierpnia sierpień ağustos",
        "sep sept september septembre septiembre setembro set settembre сен сентября сентябрь σεπ szeptember września wrzesień eylül",
        "oct october oktober okt octobre octubre outubro out ottobre ott окт октября октябрь οκτ október października październik ekim",
        "nov november novembre noviembre novembro ноя ноября ноябрь νοέ νοε listopada listopad kasım",
        "dec december dezember dez décembre déc diciembre dic dezembro dicembre desember des дек декабря декабрь δεκ grudnia grudzień aralık",
    ];

    // Arabic as in Egypt and the Gulf, the Levant and the Maghreb, then Czech, Ukrainian, Romanian, Indonesian, Danish, Finnish.
    private static readonly string[] MoreMonths =
    [
        "يناير جانفي ledna leden січня січень ianuarie tammikuuta tammikuu",
        "فبراير شباط فيفري února únor лютого лютий februarie helmikuuta helmikuu",
        "مارس آذار března březen березня березень martie maret marts maaliskuuta maaliskuu",
        "أبريل ابريل إبريل نيسان أفريل dubna duben квітня квітень aprilie huhtikuuta huhtikuu",
        "مايو أيار ماي května květen травня травень toukokuuta toukokuu",
        "يونيو يونيه حزيران جوان června červen червня червень iunie kesäkuuta kesäkuu",
        "يوليو يوليه تموز جويلية července červenec липня липень iulie heinäkuuta heinäkuu",
        "أغسطس اغسطس آب أوت srpna srpen серпня серпень agustus elokuuta elokuu",
        "سبتمبر أيلول září вересня вересень septembrie syyskuuta syyskuu",
        "أكتوبر اكتوبر října říjen жовтня жовтень octombrie lokakuuta lokakuu",
        "نوفمبر listopadu листопада листопад noiembrie marraskuuta marraskuu",
        "ديسمبر prosince prosinec грудня грудень decembrie joulukuuta joulukuu",
    ];

    private static readonly Dictionary<string, int> MonthNumbers = NumberMonths();

    private static readonly FrozenSet<string> Weekdays =
        ("mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday"
        + " montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so"
        + " lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim"
        + " lunes martes miércoles mié mie jueves jue viernes vie sábado sabado sáb sab domingo dom"
        + " lunedì martedì mercoledì giovedì gio venerdì sabato domenica gioved seg ter qua qui sex"
        + " maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo"
        + " пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье"
        + " κυρ δευ τρι τετ πεμ παρ σαβ"
        + " الأحد الاحد الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت"
        + " 星期一 星期二 星期三 星期四 星期五 星期六 星期天").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Fillers =
        "- at of um uhr le à de del den kl klo г года година الساعة".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>1 to 12, or 0 if it is no month.</summary>
    public static int Month(string name) => MonthNumbers.GetValueOrDefault(name.TrimEnd('.'));

    /// <summary>Words between the parts of a date that say nothing of it.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word.TrimEnd('.'));

    public static bool IsWeekday(string name) => Weekdays.Contains(name.TrimEnd('.'));

    private static Dictionary<string, int> NumberMonths()
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Months.Length; i++)
        {
            foreach (string name in $"{Months[i]} {MoreMonths[i]}".Split(' '))
            {
                numbers.TryAdd(name, i + 1);
            }
        }

        return numbers;
    }
}
