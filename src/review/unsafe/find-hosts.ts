import { decodeText } from './decode-text.js';

/** A site that a text leads to, or the one of an e-mail address, in lower case. */
export interface NamedHost {
  readonly host: string;
  /** In the text, from 1. */
  readonly line: number;
}

const longestHost = 255;

/** Behind `//`, with or without a kind of address before it, and as pages read it with backslashes, too. */
const address =
  /(?:[a-z][a-z0-9+.-]{0,30}:[\t ]{0,9}|(?<=["'(=\s>]|^))[\\/]{2,9}([^\s/\\?#"'<>()[\]{}|^`,;]{1,400})/giu;
const plain = /(?<![\p{L}\p{N}.@/\\-])(www\.[^\s/\\?#"'<>()[\]{}|^`@,;]{1,400})/giu;
const mail = /[\p{L}\p{N}._%+-]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,24})/giu;

/** Names that the standards keep for examples and for one's own computer (RFC 2606, RFC 6761). */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|internal)$/u;

/** The sites that a text names, each as often as it does. Takes time in proportion to the text. */
export function findHosts(text: string): readonly NamedHost[] {
  if (!/[/@\\&]|www/iu.test(text)) return [];
  return decodeText(text)
    .split('\n')
    .flatMap((read, index) =>
      [address, plain, mail]
        .flatMap((pattern) => [...read.matchAll(pattern)].flatMap(([, written = '']) => toHost(written)))
        .map((host) => ({ host, line: index + 1 })),
    );
}

/** Without who signs in there and the port; nothing of what is one name within somebody's own network. */
function toHost(written: string): readonly string[] {
  const host = decodePercent(written.slice(written.lastIndexOf('@') + 1))
    .replace(/[\u3002\uff0e\uff61]/gu, '.')
    .replace(/[.:!*_~]{1,9}$/u, '')
    .replace(/:\d{0,9}$/u, '')
    .replace(/^www\./iu, '')
    .toLowerCase();
  const isSite = host.length <= longestHost && (/[^.]\.[^.]/u.test(host) || /^(?:\d{4,}|0x[\da-f]+)$/u.test(host));
  return isSite && !reserved.test(host) ? [host] : [];
}

/** Pages read a host with its signs written as numbers, too. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
