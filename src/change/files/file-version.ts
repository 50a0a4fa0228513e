import { isUtf8 } from 'node:buffer';
import type { FileVersion } from '../change.js';
import type { ObjectLookup } from '../../git/objects.js';

/** The version of a git object under this mode and id. */
export function toFileVersion(mode: string, oid: string, object: ObjectLookup | undefined): FileVersion {
  const special = specialMode(mode);
  if (typeof object !== 'object') return { mode, oid, bytes: 0, unread: special ?? 'missing' };
  const { bytes, content } = object;
  return {
    mode,
    oid,
    bytes,
    ...(special ? { unread: special } : content ? decodeText(content) : { unread: 'too-large' }),
  };
}

/** So much of a file git looks at for a NUL, in bytes (https://git-scm.com/docs/gitattributes, “Marking files as binary”). */
const lookedAt = 8000;

/**
 * Decodes bytes, or says why not: UTF-8 is the only encoding, and a NUL makes them binary where git takes them so. One further behind is a slip in a text, of which more than
 * its place has to be read.
 */
export function decodeText(content: Buffer): Pick<FileVersion, 'text' | 'unread' | 'words'> {
  // What Windows and Xcode begin UTF-16 with.
  if (/^(?:fffe|feff)/.test(content.subarray(0, 2).toString('hex'))) return { unread: 'not-utf-8' };
  if (content.subarray(0, lookedAt).includes(0)) return { unread: 'binary', ...wordsIn(content) };
  if (!isUtf8(content))
    return content.includes(0) ? { unread: 'binary', ...wordsIn(content) } : { unread: 'not-utf-8' };
  const text = content.toString('utf8');
  // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: at most 1024 bytes, the version first.
  return content.length <= 1024 && /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n/.test(text)
    ? { unread: 'lfs-pointer' }
    : { text };
}

/** Where programs write words into a file that is no text: before what it holds, or behind. */
const [atHead, atEnd] = [2 ** 18, 2 ** 16];

function wordsIn(content: Buffer): Pick<FileVersion, 'words'> {
  const parts = [content.subarray(0, atHead), content.subarray(Math.max(atHead, content.length - atEnd))];
  const runs = parts.flatMap((part) => part.toString('latin1').match(/[\x20-\x7e]{20,4000}/g) ?? []);
  return runs.length === 0 ? {} : { words: runs.join('\n') };
}

/** Links and submodules have no text, whatever git holds for them. */
export function specialMode(mode: string): 'symbolic-link' | 'submodule' | undefined {
  return mode === '120000' ? 'symbolic-link' : mode === '160000' ? 'submodule' : undefined;
}
