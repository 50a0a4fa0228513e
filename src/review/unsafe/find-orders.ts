import type { ActivePart } from './find-active-parts.js';
import { linesOnlyIn, type TextLine } from './changed-lines.js';

import { findHiddenWords } from './find-hidden-words.js';
import { orders, prose, type Order } from './orders.js';

const plainMatter =
  'title|subtitle|linktitle|sidebar_label|sidebar_position|sidebar_title|description|summary|excerpt|date|lastmod|last_updated|updated|author|authors|tags|category|categories|keywords|weight|order|nav_order|nav_title|position|id|label|lang|language|draft|toc|hide_title|hide_table_of_contents|toc_min_heading_level|toc_max_heading_level|parent|grand_parent|has_children|icon|version|status|name';

const markdown = /\.(?:md|markdown)$/u;
const hides = /^["']?draft["']?\s{0,9}[:=]\s{0,9}["']?(?:true|yes|on|1|y)\b/iu;

/** A text as it stands in a file, and without its examples of code. */
export interface ReadProse {
  readonly text: string;
  readonly page: string;
}

/** Orders to what builds a page, or to who reads it, each in one line that the other text does not have. Takes time in proportion to the texts. */
export function findOrders(path: string, now: ReadProse, other: ReadProse): readonly ActivePart[] {
  const lower = path.toLowerCase();
  const wanted = orders.filter(({ of }) => of === undefined || of.test(lower));
  const inCode = wanted.filter(({ isInCode }) => isInCode);
  const onPage = wanted.filter(({ isInCode }) => !isInCode);
  return [
    ...(prose.test(lower) && now.text !== other.text ? findAround(now.text, other.text) : []),
    ...(markdown.test(lower) && now.page !== other.page ? findHiddenWords(now.page) : []),
    ...linesOnlyIn(now.text, other.text).flatMap((line) => findInLine(line, inCode)),
    ...linesOnlyIn(now.page, other.page).flatMap((line) => findInLine(line, onPage)),
  ];
}

function findInLine({ text, number }: TextLine, wanted: readonly Order[]): readonly ActivePart[] {
  return wanted.flatMap(({ pattern, say }) =>
    [...text.matchAll(pattern)].map(({ 0: found }) => ({
      what: say ?? `“${found.trim().slice(0, 60)}”`,
      line: number,
      // What begins a line is given all that stands in it.
      written: pattern.source.startsWith('^') ? text.trim() : found,
    })),
  );
}

/** What is said to the tool that builds a page, and what it fills in since the marks are gone that kept it from that. */
function findAround(text: string, other: string): readonly ActivePart[] {
  const matter = findMatter(text.split('\n'), other !== '');
  const open = /\{[{%](?!-?\s{0,9}(?:end)?(?:raw|verbatim|comment)\b)/u.exec(text);
  const [count, was] = [text, other].map((each) => [...each.matchAll(kept)].length);
  if (open === null || count === was) return matter;
  const line = text.slice(0, open.index).split('\n').length;
  return [...matter, { what: `“${open[0]}”`, line, written: `${String(count)} kept` }];
}

const kept = /\{%-?\s{0,9}(?:end)?(?:raw|verbatim|comment)\b/gu;

/** What stands above a page for the tool that builds it, but for what it says of its words; `isKnown`: the page was there, and would be hidden as a draft. */
function findMatter(lines: readonly string[], isKnown: boolean): readonly ActivePart[] {
  const [first = ''] = lines;
  const mark = /^(?:---|\+\+\+|;;;)/u.exec(first)?.[0];
  if (mark === undefined) return [];
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === mark);
  if (end < 0) return [];
  const isPlain = new RegExp(`^(?:["']?(?:${plainMatter})["']?\\s{0,9}[:=](?!\\s{0,9}["']?!)|\\s{0,9}#|\\s*$)`, 'iu');
  let isOfPlain = true;
  const found = first.trimEnd() === mark ? [] : [{ what: `“${first.trim().slice(0, 60)}”`, line: 1, written: first }];
  for (const [index, line] of lines.slice(1, end).entries()) {
    if (/^[\s-]/u.test(line) ? isOfPlain : (isOfPlain = isPlain.test(line) && !(isKnown && hides.test(line)))) continue;
    found.push({ what: `“${line.trim().slice(0, 60)}”`, line: index + 2, written: line.trim() });
  }
  return found;
}
