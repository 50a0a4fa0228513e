import type { Commit, Person, Trailer } from './change.js';
import { GitError } from '../git/git-error.js';

/** In bytes; a larger last paragraph is not a list of trailers that anyone wrote. */
const largestTrailers = 2 ** 18;
const longestSubject = 1000;
/** Limit on names in one message. */
const maxMentions = 10_000;

/**
 * Reads a commit object as git stores it. Trailers are the `Key: value` lines of the message's last paragraph, where it is not also
 * its first; lines that begin with a space continue the value. What names a co-author elsewhere is a mention. Linear in the message's
 * size. Throws a `GitError` if there are too many trailers to keep.
 */
export function parseCommit(content: Buffer, oid: string): Omit<Commit, 'oid' | 'files'> {
  const gap = content.indexOf('\n\n');
  const headers = content.toString('latin1', 0, gap < 0 ? content.length : gap).split('\n');
  const all = (key: string): readonly string[] =>
    headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const decode = decoderFor(all('encoding')[0]);
  const message = content.subarray(gap < 0 ? content.length : gap + 2);
  const person = (line: string): Person => personFrom(decode(Buffer.from(line, 'latin1')));
  const last = lastParagraph(message, oid);
  const trailers = trailersOf(decode(last));
  const known = new Set(['', ...trailers.map(({ value }) => value)]);
  const [author = '', ...authors] = all('author');
  const [committer = '', ...committers] = all('committer');
  const odd = [author, committer].filter((line) => !isPlain(line));
  const mentions = [...odd, ...authors, ...committers, ...mentionsIn(message)]
    .map((value) => decode(Buffer.from(value, 'latin1')).trim())
    .filter((value) => !known.has(value));
  const isAmbiguous =
    trailers.length > 0 && (authors.length > 0 || !isPlainAscii(author) || message.includes(0) || !isBlock(last));
  return {
    parents: all('parent'),
    author: person(author),
    committer: person(committer),
    subject: subjectOf(decode(message.subarray(0, 4 * longestSubject))),
    trailers,
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(isAmbiguous && { isAmbiguous }),
  };
}

/** The values of `Co-authored-by` lines anywhere in the message: hosts and people read them above the last paragraph too. */
function mentionsIn(message: Buffer): readonly string[] {
  const values: string[] = [];
  for (const [, value = ''] of message
    .toString('latin1')
    .matchAll(/^[ \t>]{0,9}co-authored-by[ \t]{0,9}:([^\n\r]*)/gim)) {
    if (values.length === maxMentions) break;
    values.push(value);
  }
  return values;
}

/** All characters of addresses and trailers. */
const ascii = Buffer.from(Array.from({ length: 95 }, (_, index) => 32 + index));

/**
 * An unknown encoding is read as UTF-8, and so is one in which ASCII reads differently (UTF-16): git itself and hosts read addresses and
 * trailers as raw bytes. Bytes that are not UTF-8 become U+FFFD.
 */
function decoderFor(label: string | undefined): (bytes: Buffer) => string {
  try {
    const decoder = new TextDecoder(label ?? 'utf-8');
    if (decoder.decode(ascii) === ascii.toString('latin1')) return (bytes) => decoder.decode(bytes);
  } catch {
    // No such encoding.
  }
  return (bytes) => bytes.toString('utf8');
}

/** `Name <email> seconds zone`; either may be empty. */
function personFrom(line: string): Person {
  const open = line.indexOf('<');
  const close = line.indexOf('>', open);
  if (open < 0) return { name: line.replace(/ \d+ [+-]\d+$/, '').trim(), email: '' };
  return { name: line.slice(0, open).trim(), email: line.slice(open + 1, close < 0 ? undefined : close).trim() };
}

/** Whether a line names one address where git writes it, and none elsewhere: readers differ in what they take of any other. */
function isPlain(line: string): boolean {
  return /^[^<>@]*<[^<>@\s]+@[^<>@\s]+> \d+ [+-]\d+$/.test(line);
}

/** The same, and the address is what it looks like in any encoding. */
function isPlainAscii(line: string): boolean {
  return isPlain(line) && /<[!-~]+>/.test(line);
}

/** Whether a paragraph is trailers and nothing else, in bytes that everybody sees and in any encoding. */
function isBlock(paragraph: Buffer): boolean {
  const text = paragraph.toString('latin1');
  return (
    !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) &&
    text.split(/\r?\n/).every((line) => trailerLine.test(line) || /^(?:[ \t]|\(cherry picked from commit )/.test(line))
  );
}

function subjectOf(start: string): string {
  const lines = start.trimStart().split(/\r?\n/);
  const blank = lines.findIndex((line) => line.trim() === '');
  return lines
    .slice(0, blank < 0 ? undefined : blank)
    .join(' ')
    .trim()
    .slice(0, longestSubject);
}

/** The bytes of the last paragraph; empty if it is also the first. */
function lastParagraph(message: Buffer, oid: string): Buffer {
  let end = message.length;
  while (end > 0 && isSpace(message[end - 1])) end -= 1;
  let start = end;
  for (let lineEnd = end; lineEnd > 0;) {
    const lineStart = message.lastIndexOf(10, lineEnd - 1) + 1;
    if (isBlank(message, lineStart, lineEnd)) {
      if (end - start > largestTrailers) {
        throw new GitError(
          'too-much',
          `The last paragraph of the message of commit ${oid.slice(0, 12)} is larger than ${largestTrailers / 1024} KB, so who else wrote the commit cannot be read from it. Shorten it: git rebase --interactive`,
        );
      }
      return isBlank(message, 0, lineStart) ? Buffer.alloc(0) : message.subarray(start, end);
    }
    start = lineStart;
    lineEnd = lineStart - 1;
  }
  return Buffer.alloc(0);
}

function isBlank(message: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(message[at])) return false;
  return true;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);
}

const trailerLine = /^([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*:(?!\/\/)(.*)$/;

function trailersOf(paragraph: string): readonly Trailer[] {
  const trailers: { key: string; value: string }[] = [];
  let last: { key: string; value: string } | undefined;
  for (const line of paragraph.split(/\r?\n/)) {
    if (/^\s/.test(line)) {
      if (last) last.value = `${last.value} ${line.trim()}`;
      continue;
    }
    const [, key = '', value = ''] = trailerLine.exec(line) ?? [];
    last = key === '' ? undefined : { key, value: value.trim() };
    if (last) trailers.push(last);
  }
  return trailers;
}
