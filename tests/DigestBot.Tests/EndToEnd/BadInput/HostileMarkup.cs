namespace DigestBot.Tests.EndToEnd.BadInput;

/// <summary>HTML that would act where it is shown. What must never be shown in it is called EVIL.</summary>
internal static class HostileMarkup
{
    public static IReadOnlyList<string> Fragments { get; } =
    [
        "<script>EVIL()</script>",
        "<SCRIPT SRC=https://evil.example/EVIL.js></SCRIPT>",
        "<script/x>EVIL()</script>",
        "<script\n>EVIL()</script\n>",
        "<script>/*</p>*/EVIL()//</script foo='bar'>",
        "<script><!-- EVIL() --></script>",
        "<<script>EVIL()//<</script>",
        "<img src=x onerror=EVIL()>",
        "<img src=x onerror='EVIL(\">\")'>",
        "<img src='x' onerror=\"EVIL()\" alt=\"EVIL\">",
        "<img \"\"\"><script>EVIL()</script>\">",
        "<img src=\"javascript:EVIL()\">",
        "<img src=data:image/svg+xml;base64,EVIL>",
        "<image href=x onerror=EVIL()>",
        "<a href=\"javascript:EVIL()\">seen</a>",
        "<a href=\"jav&#x09;ascript:EVIL()\">seen</a>",
        "<a href=\"&#1;javascript&colon;EVIL()\" onclick=EVIL()>seen</a>",
        "<a href=\"data:text/html;base64,EVIL\">seen</a>",
        "<a href='vbscript:EVIL' style='x:expression(EVIL())'>seen</a>",
        "<a href=x onmouseover=EVIL() title='a>b EVIL'>seen</a>",
        "<div style=\"background:url(javascript:EVIL())\" data-x='EVIL'>seen</div>",
        "<style>@import 'https://evil.example/EVIL.css';</style>",
        "<style><!--</style><script>EVIL()</script>-->",
        "<link rel=stylesheet href=javascript:EVIL()>",
        "<meta http-equiv=refresh content='0;url=javascript:EVIL()'>",
        "<base href='javascript:EVIL()//'>",
        "<iframe src='javascript:EVIL()'></iframe>",
        "<iframe srcdoc='&lt;script>EVIL()&lt;/script>'></iframe>",
        "<iframe><p>EVIL</p></iframe>",
        "<object data='javascript:EVIL()'><param name=x value=EVIL></object>",
        "<embed src='javascript:EVIL()' onload=EVIL()>",
        "<form action='javascript:EVIL()'><input onfocus=EVIL() autofocus value=EVIL><button formaction='javascript:EVIL()'>EVIL</button></form>",
        "<svg onload=EVIL()><text>EVIL</text></svg>",
        "<svg><script>EVIL()</script></svg>",
        "<svg><a xlink:href='javascript:EVIL()'><text>EVIL</text></a></svg>",
        "<svg><animate onbegin=EVIL() attributeName=x></animate></svg>",
        "<math><maction actiontype='statusline#EVIL' xlink:href='javascript:EVIL()'>EVIL</maction></math>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=EVIL()&gt;\"></table></mtext></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=EVIL()>\">",
        "<template><script>EVIL()</script><p>EVIL</p></template>",
        "<details open ontoggle=EVIL()>seen</details>",
        "<body onload=EVIL() background='javascript:EVIL()'>",
        "<video><source onerror=EVIL() src=x>EVIL</video>",
        "<audio src=x onerror=EVIL()>EVIL</audio>",
        "<table background='javascript:EVIL()'><tr><td background='javascript:EVIL()'>seen</table>",
        "<marquee onstart=EVIL()>seen</marquee>",
        "<keygen autofocus onfocus=EVIL()>",
        "<p hidden>EVIL</p>",
        "<span style='display: none'>EVIL</span>",
        "<!--[if IE]><script>EVIL()</script><![endif]-->",
        "<!-- EVIL --!><!-- --><p>seen</p>",
        "<?xml-stylesheet href='javascript:EVIL()'?>",
        "<xss style='behavior:url(EVIL.htc)' onclick='EVIL()'>seen</xss>",
    ];

    /// <summary>Text that is markup, a command or a disguise somewhere else: it is shown, but as text.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "@everyone <@123456789012345678> <@&123456789012345678>",
        "&lt;at&gt;Everyone&lt;/at&gt;",
        "[click](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;img src=x onerror=alert(1)&gt;",
        "invoice\u202Efdp.exe and \u2066hidden\u2069 parts",
        "pass\u200Bword \uFEFFjoined\u2060 and \U000E0041\U000E0042 tags",
        "&#x202E;reversed &#8238; twice &#x200F;",
        "\u001b[2J\u001b]0;title\u0007 cleared &#27;[31m",
        "{{DATE(2017-02-14T06:08:39Z, SHORT)}} ${title} {0} %s",
        "**bold** __u__ ||spoiler|| ```code``` `x` ~~gone~~",
        "# Headline &#10;# Forged &#13;&#10;2. Forged",
        "&lt;/q&gt;&lt;/bdi&gt;&lt;/body&gt;&lt;base href=//evil.example&gt;",
    ];

    /// <summary>What an item may give as its address.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "javascript:EVIL()",
        " JaVaScRiPt:EVIL()",
        "java\tscript:EVIL()",
        "&#1;javascript:EVIL()",
        "data:text/html;base64,EVIL",
        "vbscript:EVIL",
        "file:///etc/EVIL",
        "blob:https://evil.example/EVIL",
        "view-source:https://evil.example/EVIL",
        "feed:javascript:EVIL()",
        "ftp://evil.example/EVIL",
        "mailto:EVIL@evil.example",
        "//[EVIL",
        "https://[EVIL/",
    ];
}
