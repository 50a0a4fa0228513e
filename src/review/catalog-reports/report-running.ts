import type { Report } from '../check.js';
import { findRunningCode, type RunningCode } from '../../catalogs/find-running-code.js';
import { placeInText } from './place-in-text.js';
import type { ChangedText } from './written-texts.js';

/** A text that brings code or a false address into the page, unless it had some before; and a key that changes what every object has. */
export function reportRunning({ member, entry, before, after }: ChangedText): Report | undefined {
  const key = before === undefined ? entry.path.find((step) => isOfObjects.test(String(step))) : undefined;
  const inKey = before === undefined ? findRunningCode(String(entry.path.at(-1))) : undefined;
  const found = findRunningCode(entry.value);
  if (key === undefined && (found ?? inKey) === undefined) return undefined;
  if (before !== undefined && findRunningCode(before.value) !== undefined) return undefined;
  return {
    message: describeRunning(entry.label, key, (found ?? inKey) as RunningCode),
    path: after.path,
    ...(found === undefined ? entry.keyAt : placeInText(member, after, entry, found.offset)),
    key: { name: entry.label, kind: 'text' },
  };
}

function describeRunning(label: string, key: string | number | undefined, found: RunningCode): string {
  if (key !== undefined)
    return `“${label}” has “${key}” for a key, which some programs take for a part of every object. Give it another name.`;
  const code = found.code.slice(0, 60);
  return found.kind === 'runs'
    ? `“${label}” has code in it that a browser or a server may run: “${code}”. Take it out, and ask an engineer for what it was meant to do.`
    : `“${label}” shows readers something else than what stands there: ${JSON.stringify(code).replace(/[^\x20-\x7e]/g, spellOut)}. Write it anew by hand.`;
}

const isOfObjects = /^(?:__proto__|constructor|prototype)$/;

function spellOut(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
