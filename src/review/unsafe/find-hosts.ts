import { decodePercent } from '../../text/path-names.js';
import { decodeText } from './decode-text.js';
import { siteOfMail, withOwner } from './shared-hosts.js';

/** A site that a text leads to, or the one of an e-mail address, in lower case; with whose it is where many have pages there. */
export interface NamedHost {
  readonly host: string;
  /** In the text, from 1. */
  readonly line: number;
  /** It stands there by its name alone, which no page makes a link of. */
  readonly isBare?: true;
}

const longestHost = 255;

const host = String.raw`(\[[0-9a-f:.]{2,60}\]|[^\s/\\?#"'<>()[\]{}|^${'`'},;]{1,400})`;
const owner = String.raw`(?:[\\/]{1,3}(@?[\w.~-]{1,100}))?`;
/** Behind `//`, with or without a kind of address before it, and as pages read it with backslashes, too; behind some kinds also without. */
const address = new RegExp(
  `(?:(?:https?|wss?|ftp):[\\t\\\\/]{0,9}|[a-z][a-z0-9+.-]{0,30}:[\\t ]{0,9}[\\\\/]{2,9}|(?<![\\p{L}\\p{N}_:/\\\\.*-])[\\\\/]\\t{0,3}[\\\\/][\\\\/\\t]{0,9})${host}${owner}`,
  'giu',
);
const plain = new RegExp(
  `(?<![\\p{L}\\p{N}.@/\\\\-])(www[.\\u3002\\uff0e\\uff61][^\\s/\\\\?#"'<>()[\\]{}|^\`@,;]{1,400})`,
  'giu',
);
/** In lower case, so that “ASP.NET” is none. */
const bare =
  /(?<![\p{L}\p{N}._@/\\:$%-])((?!(?:www|java|javax|system|asp)\.)(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:com|org|net|io|co|ai|ru|cn|xyz|biz|app|dev|me|site|online|shop|[a-z]{2}(?=\/\w)))(?![\p{L}\p{N}_(=-]|\.[\p{L}\p{N}])(?:\/(@?[\w.~-]{1,100}))?/gu;
/** Endings of files, with a folder of that name behind. */
const ofFiles = /\.(?:js|ts|md|py|rb|rs|sh|go|cs|kt|pl|cc|hs|vb|ps|so)$/u;
/** Found by its “@”, which few lines have. */
const mail = /@(?<=([\p{L}\p{N}._%+-]{1,64})@)((?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,24})/giu;
/** What stands in quotation marks in a tag is read without the ends of its lines. */
const broken = /=\s{0,9}(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/gu;
const shares =
  /(?:\bfile:|\bsmb:)[\\/]{2,9}([\p{L}\p{N}.-]{1,255})|(?:^|[\s"'(=])\\\\([\p{L}\p{N}.-]{2,255})\\[\p{L}\p{N}$]/giu;

/** Names that the standards keep for examples and for one's own computer (RFC 2606, RFC 6761). */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|internal)$/u;

/** The sites that a text names, each as often as it does. Takes time in proportion to the text. */
export function findHosts(text: string): readonly NamedHost[] {
  if (!/[/@\\&.]|www/iu.test(text)) return [];
  const read = decodeText(text).replace(/%(?:3a|2f|5c|40)/giu, (sign) => decodeURIComponent(sign));
  const inLines = read
    .split('\n')
    .flatMap((line, index) => hostsOf(line).map((found) => ({ ...found, line: index + 1 })));
  return /=\s{0,9}["'][^"']{0,2000}\n/u.test(read) ? [...inLines, ...hostsOfBroken(read)] : inLines;
}

function hostsOf(line: string): readonly Omit<NamedHost, 'line'>[] {
  if (!/[/@\\.]|www/iu.test(line)) return [];
  return [
    ...[...line.matchAll(address)].flatMap(([, written = '', path = '']) =>
      toHost(written).map((site) => ({ host: withOwner(site, path) })),
    ),
    ...[...line.matchAll(plain)].flatMap(([, written = '']) => toHost(written).map((site) => ({ host: site }))),
    ...[...line.matchAll(shares)].flatMap(([, file, share = '']) =>
      reserved.test(file ?? share) ? [] : [{ host: (file ?? share).toLowerCase() }],
    ),
    ...[...line.matchAll(mail)].flatMap(([, name = '', written = '']) =>
      toHost(written).map((site) => ({ host: siteOfMail(name, site) })),
    ),
    ...[...line.matchAll(bare)].flatMap(([, written = '', path = '']) =>
      ofFiles.test(written)
        ? []
        : toHost(written).map((site) => ({ host: withOwner(site, path), isBare: true as const })),
    ),
  ];
}

function hostsOfBroken(read: string): readonly NamedHost[] {
  return [...read.matchAll(broken)].flatMap(({ 1: double, 2: single = '', index }) => {
    const value = double ?? single;
    if (!value.includes('\n')) return [];
    const line = read.slice(0, index).split('\n').length;
    return hostsOf(`"${value.replace(/[\t\r\n]/gu, '')}"`).map((found) => ({ ...found, line }));
  });
}

/** Without who signs in there and the port; nothing of what is one name within somebody's own network. */
function toHost(written: string): readonly string[] {
  const name = decodePercent(written.slice(written.lastIndexOf('@') + 1))
    .replace(/[\u3002\uff0e\uff61]/gu, '.')
    .replace(/[.:!*_~]{1,9}$/u, '')
    .replace(/(?<=[^:]):\d{0,9}$/u, '')
    .replace(/^www\./iu, '')
    .toLowerCase();
  const isSite =
    name.length <= longestHost && (/[^.]\.[^.]/u.test(name) || /^(?:\d{4,}|0x[\da-f]+|\[.*:.*\])$/u.test(name));
  return isSite && !reserved.test(name) ? [name] : [];
}
