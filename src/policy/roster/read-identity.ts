import type { Link, Nodes, TableCell } from 'mdast';
import { parseCellEntries, parsePersonName } from './roster-cell.js';
import { tokenize, toPlainText } from '../grammar/tokenize.js';

/** Who a row of the roster is about. `wrong`: what looks like a handle or an address and is none, each with what is wrong. */
export interface Identity {
  /** The person's name, or else whatever tells the row from others. */
  readonly pm: string;
  readonly handles: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  readonly wrong: readonly string[];
}

/** Reads the cells that tell who a row is about: names with handles and addresses, addresses, handles with or without "@". */
export function readIdentity(cells: {
  readonly pm: readonly TableCell[];
  readonly email: readonly TableCell[];
  readonly handle: readonly TableCell[];
}): Identity {
  const name = textOf(cells.pm);
  const handles: string[] = [];
  const emails: string[] = [];
  const wrong = [...cells.pm, ...cells.email, ...cells.handle].flatMap(misleadingLinksOf);
  const read = (chunk: string): boolean => {
    if (handle.test(chunk)) handles.push(chunk);
    else if (address.test(chunk)) emails.push(chunk.toLowerCase());
    else return false;
    return true;
  };
  for (const chunk of chunksOf(name)) if (chunk.includes('@') && !read(chunk)) wrong.push(describe(chunk));
  for (const cell of cells.email) {
    const text = textOf([cell]);
    const before = emails.length;
    const chunks = chunksOf(`${text} ${targetsOf(cell)}`).filter((chunk) => chunk.startsWith('@') || !read(chunk));
    const isUnread = emails.length === before && parseCellEntries(tokenize(cell)).length > 0;
    if (isUnread || chunks.some((chunk) => nearlyAddress.test(chunk))) wrong.push(describe(text));
  }
  for (const entry of cells.handle.flatMap((cell) => parseCellEntries(tokenize(cell, isImage))))
    if (!read(entry.startsWith('@') ? entry : `@${entry}`)) wrong.push(describe(entry));
  const unique = { handles: [...new Set(handles)], emails: [...new Set(emails)] };
  const pm = parsePersonName(name) || (unique.handles[0] ?? unique.emails[0] ?? name);
  return { pm, ...unique, wrong: [...new Set(wrong)] };
}

/** Plain letters only: others may look like them. A team (`@org/team`) is nobody's handle. */
const handle = /^@[a-z0-9](?:[\w.-]{0,98}[a-z0-9_])?$/iu;
const address = /^[a-z0-9_](?:[\w.%+'-]{0,63})@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9-]{1,63}$/iu;

/** What is left of an address that is written in another way: "maya (at) example.com". */
const nearlyAddress = /@|^[[{(]?at[\])}]?$|[[{]at[\]}]|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+){0,9}\.\p{L}{2,}$/iu;

function describe(written: string): string {
  return /[^ -~]/u.test(written) && /@/u.test(written)
    ? `“${written.slice(0, 80)}” has letters or signs in it that are not plain ones; type it anew`
    : `“${written.slice(0, 80)}” is neither an address like maya@example.com nor a person's handle like @maya`;
}

function textOf(cells: readonly TableCell[]): string {
  return cells
    .map((cell) => toPlainText(tokenize(cell, isImage)))
    .join(' ')
    .trim();
}

function isImage({ type }: Nodes): boolean {
  return type === 'image' || type === 'imageReference';
}

/** Words between spaces, commas, brackets and the like. */
function chunksOf(text: string): readonly string[] {
  return text
    .split(/<br\s*\/?>|[\s,;<>()|]+/iu)
    .map((chunk) => chunk.replace(/^mailto:/iu, '').replace(/[.:]+$/u, ''))
    .filter((chunk) => chunk !== '');
}

function linksOf(cell: TableCell): readonly Link[] {
  const links: Link[] = [];
  const stack: Nodes[] = [...cell.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'link') links.push(node);
    else if ('children' in node) stack.push(...node.children);
  }
  return links;
}

/** The addresses of links that do not show them: `[Maya](mailto:maya@example.com)`. */
function targetsOf(cell: TableCell): string {
  const hidden = linksOf(cell).filter((link) => !shownBy(link).includes('@'));
  return hidden.flatMap(({ url }) => mailTarget(url) ?? []).join(' ');
}

function mailTarget(url: string): string | undefined {
  return /^mailto:([^?]*)/iu.exec(url)?.[1];
}

function shownBy(link: Link): string {
  return toPlainText(tokenize(link)).replace(/^mailto:/iu, '');
}

/** The links of a cell that show one person and lead to another, each with what is wrong. */
export function misleadingLinksOf(cell: TableCell): readonly string[] {
  return linksOf(cell).flatMap(misleadingLink);
}

/** A link that shows one address or handle and leads to another's. */
function misleadingLink(link: Link): readonly string[] {
  const shown = shownBy(link).toLowerCase();
  const target = (mailTarget(link.url) ?? /^https?:\/\/[^/]+\/([^/?#]+)\/?$/iu.exec(link.url)?.[1])?.toLowerCase();
  if (target === undefined || !shown.includes('@') || shown.replace(/^@/u, '') === target) return [];
  return [`the link “${shown.slice(0, 80)}” leads to ${target.slice(0, 80)}, so nobody can say which of them is meant`];
}
