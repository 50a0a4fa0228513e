import { looksRandom } from './looks-random.js';
import { valuesBelow } from './values-below.js';
import { isPlaceholder, isSamplePassword } from './is-placeholder.js';
import type { Secret } from './find-secret-tokens.js';
import { uuid } from './secret-shapes.js';

/**
 * What `text` assigns to a name such as `DB_PASSWORD`, `api_key` or `client_secret`, in whatever language: `.env`, YAML, JSON, XML,
 * TOML, Markdown, code, a command. A password has to look chosen, anything else drawn by a machine. `kind` never names it; `holds` tells the words of `text`.
 */
export function findAssigned(path: string, text: string, holds: (word: string) => boolean): readonly Secret[] {
  if (lockFile.test(path)) return [];
  const found: Secret[] = [];
  const services = serviceWords.filter(holds);
  const words = services.length === 0 ? credential : new RegExp(`${credential.source}|${services.join('|')}`, 'gi');
  const file: File = { text, isCode: codeFile.test(path), isProse: prose.test(path), isTest: testFile.test(path) };
  let from = 0;
  for (const { 0: word, index } of text.matchAll(words)) {
    // Several words of one name are one name.
    if (index < from) continue;
    const secret = readAssignment(file, index, word);
    from = secret.end;
    if (secret.kind !== undefined) found.push({ kind: secret.kind, start: secret.start, end: secret.end });
  }
  return found;
}

interface File {
  readonly text: string;
  /** A value without quotes is an expression there. */
  readonly isCode: boolean;
  /** A value may stand below its name there. */
  readonly isProse: boolean;
  readonly isTest: boolean;
}

interface Assignment {
  readonly kind: string | undefined;
  readonly start: number;
  readonly end: number;
}

function readAssignment(file: File, index: number, word: string): Assignment {
  const { text } = file;
  let start = index;
  while (start > 0 && index - start < 60 && /[\w.-]/.test(text.charAt(start - 1))) start -= 1;
  const rest = match(nameRest, text, index + word.length);
  const nameEnd = index + word.length + rest.length;
  const name = text.slice(start, nameEnd);
  const none = { kind: undefined, start, end: nameEnd };
  // A service alone is its key's name only where it is the whole of it.
  if (
    notSecret.test(name) ||
    (rest !== '' && serviceWords.includes(word.toLowerCase()) && !/key|token|secret|pass|pwd|cred/i.test(rest))
  )
    return none;
  // The search of a documentation site, which every reader's browser gets.
  if (/^api_?key$/i.test(name) && /indexName|docsearch/i.test(text.slice(Math.max(0, start - 300), start + 300)))
    return none;
  return (
    (file.isProse && ofCredential.test(name) ? readBelow(file, name, none) : undefined) ??
    readBehind(file, name, none, rest)
  );
}

/** In prose the value of a name may stand in the next line, or in the column that it is the head of. */
function readBelow({ text, isTest }: File, name: string, { start, end }: Assignment): Assignment | undefined {
  for (const { value, start: at } of valuesBelow(text, start, end)) {
    const kind = judge(name, value, isTest, true);
    if (kind !== undefined) return { kind, start: at, end: at + value.length };
  }
  return undefined;
}

/** The value on the line of its name; `rest`: what the name has behind the word that tells it. */
function readBehind({ text, isCode, isTest }: File, name: string, none: Assignment, rest: string): Assignment {
  const { start, end: nameEnd } = none;
  const operator = match(operators, text, nameEnd);
  // A call is told by its name's end: setPassword(…), and not getTokensOf(…).
  if (operator === '' || (operator.trim() === '(' && rest !== '')) return none;
  const at = nameEnd + operator.length;
  quotedValue.lastIndex = at;
  const quoted = quotedValue.exec(text);
  // Within JSON the quote that closes is escaped as the one that opens.
  const inQuotes = quoted?.groups?.['open']?.startsWith('\\') ? untilEscape : /$/;
  const value = quoted?.groups?.['value']?.replace(inQuotes, '') ?? bareValue(text, at, operator);
  const valueStart = quoted === null ? at : at + String(quoted.groups?.['open']).length;
  if (value === '' || (quoted === null && isCode && !operator.endsWith('>'))) return none;
  const judged = judge(name, value, isTest, quoted !== null);
  const kind = judged === keyOrToken && isAmongIds(text, start) ? undefined : judged;
  return { kind, start: valueStart, end: kind === undefined ? nameEnd : valueStart + value.length };
}

/** Does it stand in a group that is called after ids, which tell things apart and open nothing? */
function isAmongIds(text: string, at: number): boolean {
  let depth = 0;
  for (let place = at - 1; place >= 0 && at - place < furthest; place -= 1) {
    const sign = text.charAt(place);
    if (sign === '}') depth += 1;
    else if (sign === '{' && depth > 0) depth -= 1;
    else if (sign === '{') return idsGroup.test(text.slice(Math.max(0, place - 80), place));
  }
  return false;
}

/** No group is looked for further away, in UTF-16 units. */
const furthest = 4000;
const idsGroup = /(?:[iI]dentifiers|[a-z]Ids|_ids)["']?\s{0,5}[:=]?\s{0,5}$/;

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Up to the next space, tag or setting of the same line; of what a bracket or a comma ends, without that. */
function bareValue(text: string, at: number, operator: string): string {
  const value = match(operator.endsWith('>') ? untilTag : untilSpace, text, at);
  return value.replace(/[;&][\w ]{1,40}=.*$/, '').replace(/(?:[,;)\]}|>*`"']|\\n|<\/?\w*>?)+$/, '');
}

function judge(name: string, value: string, isTest: boolean, quoted: boolean): string | undefined {
  if (
    value.length > 200 ||
    /\s|:\/\/|^[./~\\]/.test(value) ||
    (!quoted && /[(){}[\]]|^[\w$]+(?:\.[A-Za-z_$]+)+$/.test(value))
  )
    return undefined;
  if (fileName.test(value) || isPlaceholder(value)) return undefined;
  if (uuid.test(value)) return uuidServices.test(name) ? keyOrToken : undefined;
  if (/(?:^|[_.-])auth$/i.test(name)) return isPair(value) ? 'a password' : undefined;
  if (/^(?:sha\d+|md5|0x|#|eyJ|AWS4-)/i.test(value) || publicValue.test(value)) return undefined;
  const isForeign = foreignName.test(name);
  if (passwordName.test(name) || isForeign) {
    // In a catalog a word in that language stands beside the name.
    if (isForeign && plainWords.test(value)) return undefined;
    if (hashed.test(value) || isSamplePassword(value)) return undefined;
    return looksRandom(value) || (!isTest && looksChosen(value)) ? 'a password' : undefined;
  }
  if (value.length < 14 || !/^[\w.~+/=:!@#$%^&*?-]+$/.test(value)) return undefined;
  return looksRandom(value) ? keyOrToken : undefined;
}

const keyOrToken = 'a key or token';

/** Docker's and npm's `auth`: a name and a password in base64. */
function isPair(value: string): boolean {
  const pair = /^([!-~]+?):([!-~]{6,})$/.exec(Buffer.from(value, 'base64').toString('latin1'));
  return pair !== null && !isSamplePassword(String(pair[2]), pair[1]);
}

/** A password of a person: eight or more with three kinds of characters, or letters and digits that are no word with a number. */
function looksChosen(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[!-,;-@[-`{-~]/].filter((kind) => kind.test(value)).length;
  return (
    value.length >= 8 &&
    value.length <= 80 &&
    /^[!-~]+$/.test(value) &&
    /[^A-Za-z]/.test(value.slice(1, -1)) &&
    kinds >= 3
  );
}

/** Passwords in the languages that people write notes in. */
const foreign =
  'passwort|kennwort|passord|wachtwoord|l[öo]senord|adgangskode|salasana|contrase[ñn]a|(?<![a-z])(?:senha|has[łl]o|heslo|pw)(?![a-z])|mot[ -]de[ -]passe|пароль|şifre|パスワード|密[码碼]|비밀번호';

const credential = new RegExp(
  `${foreign}|${/pass(?:w(?:or)?d|phrase|code)|(?<![a-z])pass(?![a-z])|pwd|secret|token|credentials?|bearer|(?:api|app|auth|access|account|admin|client|consumer|encryption|functions?|hmac|host|jwt|license|master|private|rest|secret|server|service|session|shared|signing|azure\w{0,20}|subscription|webhook|write|project|security|integration|ingestion|read|sdk|account_?auth)[ _.-]?key|(?<![a-z])(?:_?auth|creds|hook_?secret)(?![a-z])/.source}`,
  'gi',
);

const serviceWords: readonly string[] =
  'adafruit airtable algolia alibaba amplitude asana atlassian beamer bitbucket bittrex braintree clojars cloudflare cloudinary codecov cohere coinbase confluent contentful datadog dd_api discord droneci dropbox etsy facebook fastly finicity finnhub flickr freshbooks gitter gocardless heroku hubspot intercom jfrog artifactory klaviyo kraken kucoin launchdarkly linkedin looker mailchimp mailgun mapbox mattermost messagebird mixpanel netlify newrelic new_relic nytimes okta pagerduty plaid posthog privateai rapidapi sendbird sidekiq snyk sonar squarespace sumologic travisci twitch twitter twilio vonage yandex zendesk'.split(
    ' ',
  );

/** What stands behind the word within the same name. */
const nameRest = /[\w.-]{0,40}/y;

/**
 * From a name to its value: quotes, brackets and Markdown's marks that close the name, a type, the operator of the language or the
 * format. A line is only left where a quote or a tag says that the value is there.
 */
const operators =
  /(?:\\?["'`]|[\])*_?!]|&quot;){0,5}(?:[ \t]{0,20}\??:[ \t]{0,5}[A-Za-z<>|[\]. ]{1,30}(?==))?[ \t]{0,40}(?:(?::=|=>|={1,3}|\?=|:-|\|\|=?|\?\?=?|->|>|\||\()[ \t*_]{0,40}|[:：][ \t*_]{0,40}|(?<=[ \t])(?:(?:for|of|to|on|at|in|für|de|pour|del?)[ \t](?:[\w.’'-]{1,30}[ \t]){1,6})?(?:(?:is|was|has been|will be)(?: now)?(?: (?:changed|set|reset|rotated) to)?|ist|est|es)[ \t]{1,5}|(?<=[\"'`]),[ \t]{0,10}(?=["'`])|(?<=--?[\w-]{1,60}|\b(?:ENV|SetEnv|login \S{1,60})[ \t]{1,4}[\w.-]{1,60})[ \t]{1,4}(?=[\w"'])|,?\s{0,20}["']?value["']?\s{0,4}[=:]\s{0,4}|<\/(?:key|name)>\s{0,20}<(?:string|value)>)(?:\s{0,40}(?=["'`])(?!\s*["'`]{1,2}\s*$))?(?:(?:Bearer|Basic|Token)[ ]{1,3})?/iy;

/** Python's and C#'s letters before a string are its own; an escaped quote within JSON within JSON too. */
const quotedValue =
  /(?<open>(?:[rbufLFN@$]{0,2}|\\)["'`])(?<value>(?<=")[^"\n\r]{4,300}(?=")|(?<=')[^'\n\r]{4,300}(?=')|(?<=`)[^`\n\r]{4,300}(?=`))/y;
const untilEscape = /\\[^]*$/;
const untilSpace = /[^\s"'`<>,][^\s"'`<>]{3,300}/y;
const untilTag = /[^\s<>"]{4,300}(?=<)/y;

/** Names that have the word and mean something else: what is public, a number, a place, a text about it. */
const notSecret =
  /public|publishable|pub_?key|csrf|xsrf|anti_?forgery|site_?key|search_?(?:only_?)?(?:api_?)?key|(?:next|prev|page|pagination|continuation|sync|cursor|resume|start|end|cancel(?:lation)?|design|css|syntax|semantic|lexer|parser|string|punctuation|idempotency|device|push|registration)_?token|tokeni[sz]|token_?(?:type|name|id|count|limit|usage|ur[il]|endpoint|expir|length|address|symbol|hash|class|kind|list|map|file|path|field|header|ttl|audience|issuer|prefix|color|format|budget|price|cost|scope)|(?:key|secret|password|credentials?|pwd|passphrase|token)s?[_.-]?(?:ids?$|names?|types?|refs?$|reference|labels?|placeholder|hints?|help|title|desc|message|error|invalid|errors|field|input|form|policy|rule|regex|pattern|min|max|length|strength|hash|digest|salt|digest|reset|forgot|change|confirm|repeat|toggle|show|visib|column|selector|vault|store|ring|file|path|dir|ur[il]|endpoint|arn$|version|alg|size|format|manager|provider|service|env|var$|variable|fingerprint|page|view|icon|class|test_?id|created|updated|expir|rotation|prefix|suffix|mask|usage)|(?:no|has|is|show|hide|enter|forgot|reset|change|confirm|invalid|wrong|missing|require[sd]?|use|with|without|if|when|old|get|set|verify|check|validate|hashed?|encrypted|sealed|obfuscated)_?(?:password|secret|token)|^auth[.]\w|[a-z](?:ID|Id|_id|-id)s?\d*$|author(?!iz)|authenticat|credentials?_?id|(?:^|[_.-])sha\d*|hash|checksum|commit|revision|pass(?:ed|ing|es|port|ive|through)|compass|surpass|trespass|bypass|passenger/i;

const passwordName =
  /pass(?:w(?:or)?d|phrase|code)?s?[_.-]?\d{0,3}$|pwd\d{0,3}$|pass(?:w(?:or)?d)?[_.-](?:prod|stag|dev|live|root|admin|value|string|db|user)\w*$/i;

const plainWords = /^\p{L}+(?:[-'’]\p{L}+)*[!?.:…]*$/u;
const foreignName = new RegExp(`(?:${foreign})$`, 'i');

const uuidServices =
  /heroku|snyk|hubspot|squarespace|kucoin|postmark|appcenter|codeclimate|scaleway|azure.{0,20}secret/i;
/** Tokens that browsers and apps get, each by the words of its maker. */
const publicValue =
  /^(?:pk[_.]|phc_|mob-|client-|pub_|pubkey-|G-|UA-|GTM-|AW-|ca-pub-|1:\d+:(?:web|android|ios):|ssh-(?:rsa|ed25519)|AAAA[BCE]|MII[BC]I)/;
const hashed =
  /^(?:\$2[abxy]?\$|\$argon2|\$[156]\$|pbkdf2|scrypt|\{(?:bcrypt|noop|ssha|sha|md5|cipher)|bcrypt|ENC\(|ENC\[)/i;
const fileName =
  /\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|txt|env|tsx?|jsx?|py|rb|go|java|kt|php|html?|md|svg|png|com|org|net|io|dev)$/i;

const codeFile =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|rb|go|java|kts?|swift|php|cs|fs|rs|dart|scala|groovy|gradle|c|cc|cpp|h|hpp|m|mm|ex|exs|erl|clj|cljs|elm|lua|pl|pm|r|jl|hs|sql|graphql|gql|proto|css|scss|less|ipynb|tf|hcl|bicep|erb|haml|slim|ejs|hbs|twig|jsp|cshtml|html?|xhtml|adoc|rst)$/i;
/** What the name of a value ends in. */
const ofCredential = new RegExp(`(?:${foreign}|pass\\w{0,8}|pwd|key|token|secret|credential|auth)s?$`, 'i');

const prose = /\.(?:mdx?|markdown|txt|adoc|rst|ya?ml)$|(?:^|\/)[^./]+$/i;
const testFile =
  /(?:^|[/_.-])(?:tests?|specs?|__tests__|__mocks__|mocks?|fixtures?|e2e|cypress|playwright|examples?|samples?|stories|storybook|testdata|testing|seeds?|demos?|docs?|dummy|smoke\w*|\w+tests?)(?:[/_.-]|$)|[a-z](?:Tests?|Spec|IT|Fixtures?)\.\w+$/;
const lockFile =
  /(?:^|[/\\])(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|[^/\\]*\.lock|go\.sum|gradle\.lockfile|verification-metadata\.xml|\.secrets\.baseline|bun\.lockb|packages\.lock\.json|cassettes?\/.*|.*\.(?:svg|map|snap|min\.js|min\.css))$/i;
