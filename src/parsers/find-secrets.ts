import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/** Something in a text that looks like a credential. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface Secret {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** In UTF-16 units; longer texts are not searched. 4 MB take half a second at worst, and no PM file comes close. */
export const maxScannedLength = 4_000_000;

/** More findings than these say nothing new. */
const maxFindings = 200;

/**
 * Every place of `text` that secretlint's recommended rules or our own take for a secret, in order, at most 200. Throws on no
 * input, reads no file. Comments that switch secretlint off have no effect: the rule that obeys them is left out. The rules
 * are run here and not by `@secretlint/core`, whose clean-up of findings is quadratic (a minute for 1 MB of tokens), which
 * keeps a performance mark of every rule and file for as long as the process lives, and which lets the rule for `.p12` files
 * read the disk.
 */
export function findSecrets(path: string, text: string): readonly Secret[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const plain = text.slice(bom);
  const found = search(path, plain);
  const escapes = decodeEscapes(plain);
  if (escapes !== undefined) {
    for (const { kind, start, end } of search(path, escapes.text)) {
      found.push({ kind, start: escapes.origin(start), end: escapes.origin(end) });
    }
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: Secret[] = [];
  let covered = 0;
  for (const { kind, start, end } of found) {
    if (start < covered) continue;
    // A credentials file is found as a whole, which must not hide what else is in it.
    if (kind !== wholeFile) covered = end;
    apart.push({ kind, start: start + bom, end: end + bom });
    if (apart.length === maxFindings) break;
  }
  return apart;
}

function search(path: string, content: string): Secret[] {
  const found: Secret[] = [];
  for (const rule of rules) {
    if (rule.meta.id === '@secretlint/secretlint-rule-filter-comments') continue;
    runRule(rule as unknown as PresetRule, path, content, found);
  }
  for (const { kind, pattern, unless } of ours) {
    for (const match of content.matchAll(pattern)) {
      if (unless?.test(match[1] ?? match[0]) === true) continue;
      found.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** What a rule of the preset is given here of secretlint's context and source, and all that one uses of them. */
interface PresetRule {
  readonly meta: { readonly id: string };
  create(context: unknown, options: unknown): { readonly file?: (source: unknown) => unknown };
}

function runRule(rule: PresetRule, path: string, content: string, found: Secret[]): void {
  // For rules that a later preset adds.
  let kind = 'a key or token';
  const known = names.get(rule.meta.id);
  if (known !== undefined) kind = known;
  const context = {
    createTranslator: () => (messageId: string) => ({ messageId }),
    report: ({ range: [start, end] }: { readonly range: readonly [number, number] }) => {
      found.push({ kind, start, end: rule.meta.id.endsWith('-aws') ? endOfValue(content, start, end) : end });
    },
  };
  // Only `.json` makes a difference to a rule; with `.p12` one would read the disk.
  const ext = /\.json$/i.test(path) ? '.json' : '';
  rule.create(context, {}).file?.({ filePath: path, ext, content, contentType: 'text', hasBOM: false });
}

/** The rule for AWS gives the place of the name and the length of the value, which may stand some lines further down. */
function endOfValue(content: string, start: number, end: number): number {
  const value = /[A-Za-z0-9/+=]{40}/.exec(content.slice(start, start + 1000));
  return value === null ? end : start + value.index + value[0].length;
}

/** Where an escape ends, in the text with escapes undone and in the text itself. */
interface Place {
  readonly decoded: number;
  readonly original: number;
}

/** `text` with JSON's and JavaScript's escapes of ASCII characters undone, which hide a key from a search; `origin` leads an offset back. */
function decodeEscapes(
  text: string,
): { readonly text: string; readonly origin: (offset: number) => number } | undefined {
  const parts: string[] = [];
  const places: Place[] = [{ decoded: 0, original: 0 }];
  let length = 0;
  let from = 0;
  for (const match of text.matchAll(escape)) {
    const code = parseInt(match[1] ?? match[2] ?? match[3] ?? '2f', 16);
    parts.push(text.slice(from, match.index), String.fromCharCode(code));
    length += match.index - from + 1;
    from = match.index + match[0].length;
    places.push({ decoded: length, original: from });
  }
  if (parts.length === 0) return undefined;
  parts.push(text.slice(from));
  const origin = (offset: number): number => {
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((places[middle] as Place).decoded <= offset) low = middle;
      else high = middle - 1;
    }
    // There is a first place always.
    const place = places[low] as Place;
    return place.original + offset - place.decoded;
  };
  return { text: parts.join(''), origin };
}

const escape = /\\(?:u00([2-7][0-9a-f])|u\{0{0,4}([2-7][0-9a-f])\}|x([2-7][0-9a-f])|\/)/gi;

const wholeFile = 'the key of a Google Cloud service account';

/** What each rule of the preset looks for, in words to follow "looks like". */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aws: 'an AWS secret access key',
    gcp: wholeFile,
    privatekey: 'a private key',
    npm: 'an npm access token',
    basicauth: 'an address with a password in it',
    slack: 'a Slack token or webhook',
    sendgrid: 'a SendGrid key',
    shopify: 'a Shopify key',
    github: 'a GitHub token',
    gitlab: 'a GitLab token',
    grafana: 'a Grafana token',
    openai: 'an OpenAI key',
    anthropic: 'an Anthropic key',
    groq: 'a Groq key',
    huggingface: 'a Hugging Face token',
    linear: 'a Linear token',
    notion: 'a Notion token',
    '1password': 'a 1Password token',
    'database-connection-string': 'a database address with a password in it',
    'hashicorp-vault': 'a HashiCorp Vault token',
    vercel: 'a Vercel token',
    databricks: 'a Databricks token',
    docker: 'a Docker token',
    figma: 'a Figma token',
  }).map(([name, words]) => [`@secretlint/secretlint-rule-${name}`, words]),
);

/**
 * What the preset does not look for, or only in one exact shape. Each pattern starts with fixed letters, has a bound on every
 * repetition and none within another, so that a search stays linear and its stack small. Where `unless` matches the
 * first group (else the whole), it is a sample.
 */
const ours: readonly { readonly kind: string; readonly pattern: RegExp; readonly unless?: RegExp }[] = [
  { kind: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/g },
  {
    kind: 'an AWS access key',
    pattern: /(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    unless: /EXAMPLE$/,
  },
  { kind: 'a GitHub token', pattern: /gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255}/g },
  { kind: 'a Slack token or webhook', pattern: /xox[a-z]-[A-Za-z0-9-]{12,255}|xapp-[0-9]-[A-Za-z0-9-]{12,255}/g },
  { kind: 'a Stripe key', pattern: /(?:[rs]k_live_|whsec_)[A-Za-z0-9]{16,255}/g },
  { kind: 'a Google API key', pattern: /AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g },
  { kind: 'a Twilio key', pattern: /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![0-9a-f])/g },
  { kind: 'the key of an AI provider', pattern: /sk-(?:proj|svcacct|admin|ant-[a-z0-9]{3,8})-[A-Za-z0-9_-]{40,255}/g },
  {
    kind: 'a sign-in token (JWT)',
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{16,1000}/g,
  },
  {
    kind: 'an address with a password in it',
    pattern:
      /(?:https?|s?ftps?|ssh|smtps?|ldaps?|rediss?|amqps?|mysqlx?|mariadb|postgres(?:ql)?|mongodb(?:\+srv)?|mssql|sqlserver|nats|kafka):\/\/[^\s:/@"'`<>?#]{0,100}:([^\s/@"'`<>]{4,200})@/gi,
    unless:
      /^(?:\$?\{{1,2}[^{}]*\}{1,2}|\$[A-Z_]+|\$\([^()]*\)|%[A-Z_]+%|\*+|(?:my|your)?[-_]?(?:pass(?:word|wd)?|pwd|secret|token|key)|x+|\.+|changeme|example)$/i,
  },
];
