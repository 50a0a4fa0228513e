/**
 * Whether a value only stands where a secret would: a sample, a template, a masked value, a look-up, a word. What is cut from
 * the head of a token (`ghp_`, `sk_test_`) is not part of `value`.
 */
export function isPlaceholder(value: string): boolean {
  return (
    new Set(value).size < Math.min(4, value.length / 2 + 1) ||
    masked.test(value) ||
    ordered.test(value) ||
    template.test(value) ||
    lookup.test(value) ||
    sampleWords.test(value) ||
    known.test(value)
  );
}

/** Whether a password is one that only samples, tests and local databases have, or the name of its own user. */
export function isSamplePassword(password: string, user?: string): boolean {
  return (
    password.toLowerCase() === user?.toLowerCase() ||
    weak.test(password) ||
    isPlaceholder(password) ||
    /^\W*$/.test(password)
  );
}

/** `xxxx`, `****`, `0000`, `…`, and six of any. */
const masked = /([xX*._•#?0-])\1{3}|([^A])\2{5}|A{12}|\.{3}|…/u;

/** As one types when any key will do. */
const ordered =
  /abcdef|bcdefg|ghijkl|uvwxyz|12345|23456|98765|87654|qwert|asdf[gq]|abc123|abcd1234|a1b2c3|1a2b3c|0a1b2c|deadbeef|cafebabe|badc0de|feedface/i;

/** What another program fills in: `${X}`, `{{x}}`, `<x>`, `%X%`, `$X`, `$(x)`, `#{x}`, `@X@`, `[x]`, `{x}`, `__X__`, `%s`. */
const template =
  /\$\{|\$\(|\{\{|#\{|<%|%>|^<[^<>]*>|&lt;|^%[^%]+%$|^%[sdv@]$|%\(\w+\)s|^\$+[A-Za-z_]|^@[A-Za-z_]+@$|^\[[^\]]*\]$|^\{[^{}]*\}$|^__\w+__$|^!(?:Ref|Sub|GetAtt|vault|secret|reference|tagged)\b|^(?:op|vault|awssm|gcpsm|secret|arn|ref\+\w+|kms|ssm):/;

/** What code reads from elsewhere. */
const lookup =
  /(?:^|\W)(?:process\.env|import\.meta|os\.(?:environ|getenv)|getenv|system\.getenv|env[.([]|secrets?[.[]|vars\.|config[.([]|settings\.|params\.|var\.|data\.|local\.|module\.|self\.|this\.|props\.|keyring)/i;

/** Whole words of samples; a random value of 64 letters has one of them once in a thousand times. */
const sampleWords =
  /example|sample|placeholder|change[-_ ]?(?:me|this|it)|replace|dummy|redacted|masked|insert[-_]|fixme|foobar|not[-_]?(?:a[-_]?)?(?:real|secret|valid)|invalid|no[-_]?secret|super-?secret|topsecret|p(?:[a4@]|%40)ss(?:%23)?w[o0]rd|fake|[-_.]here$|(?:^|[-_.])(?:your|my|mock|fake|todo|test(?:ing)?|demo|secret|token|password|some|default|null|none|undefined|true|false|public|local)(?:$|[-_.])|^(?:your|mock|fake|todo|test(?:pass|key|token|secret|user|ing))|^(?:test|demo|dev|local|my|some)(?:[A-Z_-]|\d+$)|^(?:null|none|nil|undefined|true|false|yes|no|on|off|n\/a|string|boolean|number|text|hidden|password|optional|required)$/i;

/** Samples out of documentation that everybody copies: AWS's, jwt.io's, Stripe's, `Aladdin:open sesame`. */
const known =
  /JBSWY3DPEHPK3PXP|wJalrXUtnFEMI|bPxRfiCYEXAMPLE|SflKxwRJSMeKKF2QT4fwpM|TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ|4eC39HqLyjWDarjtT1zdp7dc|BQokikJOvBiI2HlWgH4olfQ2|Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq|C2y6yDjf5\/R\+ob0N8A7Cgv30VRDJIWEHLM\+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/;

const weak =
  /^(?:\W*(?:pass(?:word|wd|w|phrase|wort)?|pwd|pw|postgres(?:ql)?|root|admin|guest|user(?:name)?|test\w*|secret|token|key|dev\w*|local\w*|mysql|mariadb|mongo|redis|rabbitmq|minio(?:admin)?|sa|app|db|demo|foo|bar|baz|hello|hunter2|letmein|welcome|opensesame|open sesame|boot|qwerty|abc|xyz|one|two|changeit|api[_-]?key|x-oauth-basic|x-token-auth|oauth2?|anonymous|password\d*|pass\d*|secret\d*|\d{1,8}|p4ssw0rd|p@ss(?:w0rd|word)?|passw0rd)[\W_\d]*){1,4}$|p[a4@]ss(?:w[o0]rd|wd)|s[e3]cr[e3]t|^.{0,3}$/i;
