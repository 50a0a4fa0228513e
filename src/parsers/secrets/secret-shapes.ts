import { isPlaceholder, isSamplePassword } from './is-placeholder.js';
import { entropy, looksRandom } from './looks-random.js';

/** What needs more than a shape to be told from a sample. */
interface SecretShape {
  /** In words that follow "looks like". */
  readonly kind: string;
  /** In lower case; a text without any of them is not searched. */
  readonly keywords: readonly string[];
  readonly pattern: RegExp;
  readonly isSecret: (found: RegExpExecArray) => boolean;
}

/** No sample, and of so many different characters as a token has; letters alone in one case are a name or a word. */
export function isDrawn(value: string): boolean {
  return !isPlaceholder(value) && entropy(value) >= 2 && !oneCase.test(value);
}

const oneCase = /^(?:[a-z_-]+|[A-Z]+[_-][A-Z_-]+|(?:[A-Z]?[a-z]{3,12}[_-]?){3,})$/;

/** Keys, sign-ins, addresses and commands with a password, each with what tells it from a sample. */
export const secretShapes: readonly SecretShape[] = [
  {
    kind: 'a private key',
    keywords: ['private key', 'private-lines', 'private-mac'],
    // Its first line, what may stand above the key, and the key's beginning; without one it is talk of a key.
    pattern:
      /-----? ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-?----(?:\\[nr]|[\s"'`+,\\>|]|&#\d{2};|(?:Proc-Type|DEK-Info|Version|Comment|Subject|Charset|Hash|Bag Attributes|Key Attributes)[^\n\\]{0,100}){1,60}([A-Za-z0-9+/=]{24,80})|Private-Lines: \d{1,4}\s{1,4}([A-Za-z0-9+/=]{24,80})/g,
    isSecret: ([, body, putty]) => !isPlaceholder(String(body ?? putty).replace(/A{4,}/g, 'A')),
  },
  {
    kind: 'a private key',
    keywords: ['"kty"'],
    pattern: /"(?:d|k)"\s{0,5}:\s{0,5}"([A-Za-z0-9_-]{40,700})"/g,
    isSecret: ([, value = '']) => isDrawn(value),
  },
  {
    kind: 'a sign-in token (JWT)',
    keywords: ['eyj'],
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,2000}\.(eyJ[A-Za-z0-9_-]{8,4000})\.([A-Za-z0-9_-]{16,1000})/g,
    isSecret: ([, payload = '', signature = '']) =>
      !isPlaceholder(signature) && !publicRole.test(Buffer.from(payload, 'base64url').toString('latin1')),
  },
  {
    kind: 'a Discord token',
    keywords: ['discord', 'token', 'bot'],
    pattern: /(?<![\w.-])([MNO][A-Za-z0-9_-]{22,27})\.[\w-]{6}\.([\w-]{27,40})(?![\w.-])/g,
    isSecret: ([, id = '', value = '']) =>
      /^\d{16,21}$/.test(Buffer.from(id, 'base64').toString('latin1')) && isDrawn(value),
  },
  {
    kind: 'a sign-in header with a token',
    keywords: ['bearer', 'authorization', 'x-api-key'],
    pattern:
      /(?:(?<![A-Za-z])Bearer(?:\s|%20){1,3}|Authorization["']?\s{0,3}[:=,]\s{0,3}["'`]?(?:Token(?: token=)?|ApiKey|Api-Key|Key|Bot|GenieKey|SSWS|Klaviyo-API-Key)?\s{0,3}["']?|X-(?:[A-Za-z]{1,20}-)?(?:Api-?)?(?:Key|Token)["']?\s{0,3}[:=,]\s{0,3}["'`]?)([A-Za-z0-9._~+/=-]{16,1000})/gi,
    isSecret: ([header, value = '']) =>
      !isPlaceholder(value) &&
      looksRandom(value) &&
      !uuid.test(value) &&
      !/^ey[A-Z]|^AWS4-/.test(value) &&
      !/csrf|xsrf/i.test(header),
  },
  {
    kind: 'a sign-in header with a password',
    keywords: ['basic '],
    pattern: /(?<![A-Za-z])Basic ([A-Za-z0-9+/]{8,400}={0,2})/gi,
    isSecret: ([, value = '']) => {
      const pair = /^([\x20-\x7e]*?):([\x20-\x7e]+)$/.exec(Buffer.from(value, 'base64').toString('latin1'));
      return pair !== null && /[^a-z]|.{12}/i.test(String(pair[2])) && !isSamplePassword(String(pair[2]), pair[1]);
    },
  },
  {
    kind: 'a command with a password',
    keywords: ['curl', 'wget', 'http'],
    pattern: /(?<=\s)(?:-u|--user|--auth|-a)[ =]{1,3}["']?([^\s:"'$<{]{2,60}):([^\s"'<]{4,200})/g,
    isSecret: ({ 1: user, 2: value = '', input, index }) =>
      !isSamplePassword(value, user) &&
      /\d/.test(value) &&
      /\b(?:curl|wget|http)\b/.test(input.slice(Math.max(0, index - 300), index)),
  },
  {
    kind: 'a command with a password',
    keywords: ['sshpass', 'mysql', 'mariadb'],
    pattern:
      /(?<![\w-])(?:sshpass\s{1,3}-p\s{0,3}|(?:mysql|mysqldump|mysqladmin|mariadb)\s(?:[^\n|;`]{0,100}\s)?-p)(["']?)([^\s"'`<$]{6,200})\1/g,
    isSecret: ([, , value = '']) => /\d/.test(value) && !isSamplePassword(value),
  },
  {
    kind: 'a command with a password',
    keywords: ['docker login', 'podman login', 'helm registry login', 'chpasswd'],
    pattern:
      /(?<![\w-])(?:(?:docker|podman|helm registry) login\s(?:[^\n|;`]{0,200}\s)?(?:-p|--password)[ =]|echo\s(?:-e\s)?(?=["']?[\w.-]{1,60}:[^\n|]{1,200}\|\s{0,3}(?:sudo\s)?chpasswd)["']?[\w.-]{1,60}:)(["']?)([^\s"'`<$]{6,200})\1/g,
    isSecret: ([, , value = '']) => /\d/.test(value) && !isSamplePassword(value),
  },
  {
    kind: 'a password in a command to a database',
    keywords: ['password', 'identified by'],
    // Postgres, MySQL, Oracle and SQL Server.
    pattern:
      /(?<![\w-])(?:USER|ROLE|LOGIN)\s[^\n;]{0,200}?\b(?:PASSWORD|IDENTIFIED\s(?:WITH\s\S{1,60}\s)?BY)\s{0,3}=?\s{0,3}N?(["'])([^\s"'`]{6,200})\1/gi,
    isSecret: ([, , value = '']) => /\d/.test(value) && !/^[$%{<:@]/.test(value) && !isSamplePassword(value),
  },
  {
    kind: 'a line of a password file',
    keywords: ['5432', '6432', '5433'],
    pattern: /^[\w.*-]{1,100}:\d{4,5}:[\w*-]{1,60}:[\w.-]{1,60}:([^\s:]{6,200})$/gm,
    isSecret: ([, value = '']) => /\d/.test(value) && !isSamplePassword(value),
  },
  {
    kind: 'a cookie of somebody who is signed in',
    keywords: ['cookie'],
    pattern: /(?<![\w-])(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}([^\n]{20,400})/gi,
    isSecret: ([, pairs = '']) =>
      pairs.split(/[;,]/).some((pair) => {
        const [, name = '', value = ''] = /^[\s"'`]{0,3}([\w.-]{1,60})=([A-Za-z0-9%._~+/-]{20,400})/.exec(pair) ?? [];
        return (
          /sess|sid|auth|token|jwt|remember/i.test(name) &&
          !/[cx]srf/i.test(name) &&
          looksRandom(value) &&
          isDrawn(value)
        );
      }),
  },
  {
    kind: 'the secret of a second factor',
    keywords: ['otpauth://'],
    pattern: /otpauth:\/\/[^\s"'<>`]{1,300}[?&]secret=([A-Z2-7]{16,128})/gi,
    isSecret: ([, value = '']) => isDrawn(value),
  },
  {
    kind: 'the password of a network',
    keywords: ['wifi:'],
    pattern: /WIFI:(?:[A-OQ-Z]:[^;\n]{0,64};){0,5}P:([^;\n]{8,64});/g,
    isSecret: ([, value = '']) => !isSamplePassword(value),
  },
  {
    kind: 'the words of a wallet',
    keywords: ['phrase', 'mnemonic'],
    pattern:
      /(?:(?:seed|recovery|secret|backup)[ _-]?phrase|mnemonic)["'*]{0,3}\s{0,3}(?:[:=]|is)\s{0,3}["'`*]{0,3}((?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})(?![a-z])/gi,
    isSecret: ([, words = '']) => !/(?:^| )(?:the|and|for|with|your|are|not|abandon abandon)(?: |$)/.test(words),
  },
  {
    kind: 'an address with a password in it',
    keywords: ['://'],
    pattern:
      /:\/\/(?<=(?<![A-Za-z0-9+.-])(?<scheme>[a-z][a-z0-9+.-]{1,24}):\/\/)([^\s:/@"'`<>?#]{0,100}):([^\s/@"'`<>]{3,200})@[^\s@"'`<>/]{1,100}/gi,
    isSecret: ([address, , user = '', value = '']) =>
      (/^x-(?:oauth-basic|token-auth)$/.test(value) && user.length >= 20 && isDrawn(user)) ||
      (!isSamplePassword(value, user) &&
        !sampleHost.test(address) &&
        (looksRandom(value) || !ownHost.test(address)) &&
        !/^[\w.-]+\(|[(){}]|\$|%\w*%/.test(value)),
  },
];

export const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What every browser gets: the anonymous key of Supabase, its demonstration; and the payload of the sample that everybody copies. */
const publicRole = /"role"\s*:\s*"anon"|supabase-demo|"name"\s*:\s*"John Doe"/;

/** This machine, and what a container beside it is called. */
export const ownHost =
  /@(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\]|host\.docker\.internal|192\.0\.2\.\d+|[a-z][a-z\d_-]*)(?=[:/]|$)/i;

/** Hosts that are nobody's. */
const sampleHost =
  /@(?:[\w-]+\.)*(?:example(?:\.\w{2,6})?|test|invalid|host(?:name)?|your[\w.-]*|domain|site|server|proxy|foo|bar)(?:\.(?:com|org|net|tld|test|local))?(?::(?:\d+|port))?$/i;
