import { outsideFences } from './outside-fences.js';

/** What links can lead to within a page of Markdown: its headings, as GitHub, MkDocs, VitePress and the like name them, and ids that it writes itself. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  for (const { text: line } of outsideFences(text)) {
    for (const [, id = ''] of line.matchAll(/\s(?:id|name)="([^"\s]{1,200})"/g)) anchors.add(id);
    const [, own] = /\{\s?#([\w.-]{1,200})[^{}]{0,100}\}\s{0,9}$/.exec(line) ?? [];
    if (own !== undefined) anchors.add(own);
    const [, heading] = /^ {0,3}#{1,6}\s{1,9}(\S.{0,500}?)(?:\s{1,9}#{1,9})?\s{0,9}$/.exec(line) ?? [];
    if (heading === undefined || own !== undefined) continue;
    const name = nameOf(heading);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    anchors.add(count === 0 ? name : `${name}-${count}`);
  }
  return anchors;
}

function nameOf(heading: string): string {
  return heading
    .replace(/!?\[([^\][]{0,300})\]\([^()]{0,500}\)/g, '$1')
    .replace(/<[^<>]{0,200}>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
