import { isUtf8 } from 'node:buffer';
import type { FileVersion, Unread } from '../change.js';
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

/** Decodes bytes, or says why not: a NUL makes them binary, UTF-8 is the only encoding. */
export function decodeText(content: Buffer): { readonly text: string } | { readonly unread: Unread } {
  if (content.includes(0)) return { unread: 'binary' };
  if (!isUtf8(content)) return { unread: 'not-utf-8' };
  const text = content.toString('utf8');
  // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: at most 1024 bytes, the version first.
  return content.length <= 1024 && /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n/.test(text)
    ? { unread: 'lfs-pointer' }
    : { text };
}

/** Links and submodules have no text, whatever git holds for them. */
export function specialMode(mode: string): 'symbolic-link' | 'submodule' | undefined {
  return mode === '120000' ? 'symbolic-link' : mode === '160000' ? 'submodule' : undefined;
}
