import type { Report } from '../check.js';
import { placeInText } from './place-in-text.js';
import type { ChangedText } from './written-texts.js';

/**
 * The two signs “\n” in a text, of which other quotation marks or another kind of file would make a new line: here people would read them. And a text that stood on
 * several lines and stands on one now, which may be meant.
 */
export function reportLineBreaks({ member, entry, before, after }: ChangedText): Report | undefined {
  // In other XML lines are broken as it is written, or as the program that reads it has its own way.
  if (member.before === undefined || anyXml.test(after.path)) return undefined;
  const { label, value } = entry;
  const place = { path: after.path, key: { name: label, kind: 'text' } } as const;
  const offset = value.search(signs);
  // Where other texts of the file have them, the program deals with them.
  if (offset >= 0 && ![...member.before.entries.values()].some((each) => signs.test(each.value)))
    return { ...place, message: describeSigns(label), ...placeInText(member, after, entry, offset) };
  const [old, now] = [before?.value.trim() ?? '', value.trim()];
  // Of a page the browser breaks the lines; and words that are much shorter need fewer.
  const isJoined = old.includes('\n') && !now.includes('\n') && now.length * 5 > old.length * 3;
  if (!isJoined || /<\w/.test(old)) return undefined;
  return { ...place, message: describeJoined(label), severity: 'note', ...entry.at };
}

const anyXml = /\.(?:xml|xlf|xliff|ts|stringsdict)$/i;

/** In a path of Windows' (`C:\new`) and between quotation marks they are none. */
const signs = /(?:^|[^\\:`"'“‘«(])\\n(?![a-z\]`"'”’»)])/u;

function describeSigns(label: string): string {
  return `“${label}” has “\\n” in it, and people would read these two signs: no new line comes of them here. Take them out, or write a new line as other texts of this file do.`;
}

function describeJoined(label: string): string {
  return `“${label}” was on several lines, and is on one now. If that is not meant, put the new line back where the next one begins.`;
}
