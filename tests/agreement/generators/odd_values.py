"""Values that the generator of references and links chooses from: some plain, most odd."""

from __future__ import annotations

WORDS = "apple Banana cherry über Straße naïve 3 42 x y the of and Foo bar baz-qux end's O'Neil 5% a_b AT&T".split()

ENTITIES = (
    "&amp; &nbsp; &#39; &#x41; &lt; &gt; &quot; &eacute; &bogus; &#91; &#93; &#124; &#58; &ndash; &amp;amp;".split()
)

PLAIN_NAMES = ["n", "N", "my note", "a&amp;b"]
NAMES = [
    *PLAIN_NAMES,
    *"a&b 1 12 n1 a:b x/y é a'b a\"b &#110; &quot;q&quot; http://e.org n_1 0 1a & a>b [x] {{x}} a|b a=b <b> -1".split(),
    *("  n  ", "n 1", "", "1.5", "foo bar"),
]

PLAIN_GROUPS = ["g", "note", "lower-alpha"]
GROUPS = [*PLAIN_GROUPS, "A", "n b", "1", "", "&#103;", "é", "<i>"]

PLAIN_TARGETS = [
    *"Foo Foo_bar foo#bar #sec Foo# foo#a_b /sub ../x Foo/bar Test Test#x test Category:Cat".split(),
    "foo bar",
]
TARGETS = [
    *PLAIN_TARGETS,
    *":Category:Cat File:A.jpg Image:b.png :File:A.jpg de:Foo :de:Foo fr: w:Foo wikt:foo w:de:Foo User:Joe".split(),
    *"Talk:Foo WP:Foo Project:x Template:T Special:RecentChanges Media:A.ogg Help:Foo Portal:X foo%20bar".split(),
    *"foo%5Bx %41bc foo&amp;bar foo&#91;x &#70;oo Foo:Bar :Foo ::Foo _Foo_ Foo|bar a[b a]b <b>Foo</b>".split(),
    *"''Foo'' Foo''s foo{x foo}x http://x.org //x.org mailto:x@y é ß Foo: File: Category: Foo?x=1 a+b ~~x".split(),
    *"~~~ foo. ... .. ./x a/./b a/../b % 100% 50%25 Talk: Talk:File:x DE:foo c:File:X.jpg Foo{{!}}bar".split(),
    *("category: x", "Foo<!-- c -->", "<nowiki>Foo</nowiki>", "Foo<nowiki/>", "{{lc:FOO}}", "User talk:Joe", " Foo "),
    *("category:cat two", "Foo  bar", "foo\nbar", "", "  ", " :Foo", ": Foo", "File talk:x", "foo\u00a0bar"),
]

PLAIN_URLS = "http://e.org https://e.org/a http://e.org/a_(b) http://e.org/a) http://e.org/?q=1&b=2 //e.org/x ftp://e.org".split()
URLS = [
    *PLAIN_URLS,
    *"http://e.org/?q=1&amp;b=2 mailto:a@b.org http://[2001:db8::1]/x http://[::1 news:foo http://e.org/é".split(),
    *"http://e.org/%C3%A9 http://e.org/a'b http://e.org/a''b http://e.org/a|b http://e.org/a&lt;b http://e.org.".split(),
    *"http://e.org, http://e.org/x: http://e.org/; http://e.org/!? http:// http: http://é.org/ HTTP://E.ORG/".split(),
    *"irc://x tel:+123 urn:x:y http://e.org/a]b http://e.org/[a] http://e.org/<b> http://e.org/{{lc:A}}".split(),
    *'http://e.org/{{{1}}} http://e.org"x http://e.org/&nbsp;x http://e.org/&#39; http://a@e.org:80/'.split(),
    *"xhttp://e.org http://e.org/<nowiki>x</nowiki> http://e.org/%20x magnet:?x=y http://e.org/* http://e.org#f".split(),
    *("http://e.org/\u00a0x", "http://e.org/a\u3000b", "http://e.org/<!-- c -->x"),
]

IMAGES = ["File:A.jpg", "Image:b.png", "file:c d.svg", "File:A_b.jpg"]
ODD_IMAGES = ["File:", "File:a#b", "FILE:x.jpg", " File:a.jpg", "File : a.jpg", "Image:[x].jpg", "File:{{lc:A}}.jpg"]
IMAGE_OPTIONS = [
    *"thumb frame frameless left right 100px upright upright=1.2 alt=x link=Foo link= class=x".split(),
    *"border thumb=x.png baseline link=//e.org link=Foo#bar link=de:Foo link=Category:X 100x200px x50px".split(),
    *("alt=[[X]]", "link= Foo ", "  thumb  ", "link=foo bar|link=baz", "link=[[Foo]]", "link=http://e.org"),
]

FUNCTIONS = (
    "#if: #ifeq: #switch: lc: uc: ucfirst: formatnum: #expr: #ifexpr: padleft: urlencode: ns: #titleparts: "
    "anchorencode: lcfirst: LC: plural: #iferror: PAGENAME: padright: grammar: NAMESPACE:"
).split()
VARIABLES = "! = PAGENAME FULLPAGENAME NAMESPACE pagename !! !- (( )) TALKPAGENAME BASEPAGENAME lc #if".split()
TEMPLATES = [
    "t",
    "T x",
    "cite web",
    "a/b",
    ":Foo",
    "#foo",
    "t#x",
    "<b>",
    "[x]",
    "t<!-- c -->",
    "t\n",
    "Talk:x",
    "msg:t",
    "",
]

COMMENTS = [
    *("<!-- c -->", "<!---->", "<!-- [[x]] -->", "<!--\n-->", "\n<!-- c -->\n", "<!-- a", "<!-- <ref> -->", "<!--->"),
    *(
        "<!-- -- >x-->",
        "<!-- a --> <!-- b -->",
        "\n <!-- c --> \n",
        "\n<!-- a --><!-- b -->\n",
        "<!-- ]] -->",
        "<!-- {{ -->",
    ),
]

TAGS = (
    "nowiki nowiki pre includeonly noinclude onlyinclude syntaxhighlight gallery poem source div span small b code i "
    "sup center blockquote u s foo"
).split()

SIGNS = "[ ] [[ ]] {{ }} | < </ref> <ref> ' '' = <!-- --> {{{ }}} <nowiki> { } : http:// /> > \"".split()
