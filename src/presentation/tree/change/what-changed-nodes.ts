import { countChangedLines, type ChangedFile } from '../../../change/change.js';
import { compareCatalogTexts } from '../../../catalogs/compare-catalogs.js';
import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { Flag, FlagDifference } from '../../../flags/flag-change.js';
import { classifyFile } from '../../../change/classify-file.js';
import { describeFlag, findNewEvents } from '../../../pull-request/describe-change.js';
import type { TreeNode } from '../tree-node.js';
import type { ReviewedChange } from '../../my-change/read-review.js';
import { pluralize } from '../../../text/pluralize.js';

/** Texts of one language, flags or events that are listed; the rest is counted. */
const most = 100;

/** What changed in the PM's terms: flags and texts before and after, new events, and the other files by their lines. */
export function buildWhatChangedNodes(reviewed: Pick<ReviewedChange, 'change' | 'flags'>): readonly TreeNode[] {
  const { change, flags } = reviewed;
  const catalogs = change.files.filter(({ path }) => isReadable(path));
  const events = change.files.filter(({ path }) => classifyFile(path) === 'events');
  const shown = new Set([...catalogs, ...events].map(({ path }) => path));
  const flagPaths = new Set(flags.differences.flatMap(({ before, after }) => [before?.path, after?.path]));
  const others = change.files.filter(({ path }) => !shown.has(path) && !flagPaths.has(path));
  return [
    ...flagNodes(flags.differences),
    ...catalogs.map(catalogNode),
    ...events.map(eventsNode),
    ...others.map(fileNode),
  ];
}

function isReadable(path: string): boolean {
  return classifyFile(path) === 'copy' && locateCatalog(path)?.format === 'json';
}

function flagNodes(differences: readonly FlagDifference[]): readonly TreeNode[] {
  return differences.slice(0, most).map(({ key, before, after }): TreeNode => {
    const [old, now] = [describeFlag(before), describeFlag(after)];
    const words = old === now ? `${now}, other settings differ` : `${old} → ${now}`;
    return {
      id: `flag ${key} ${((after ?? before) as Flag).path}`,
      label: `Flag ${key}`,
      description: words,
      tooltip: `Flag ${key}\n${words}`,
      icon: 'symbol-boolean',
      ...(after !== undefined && { open: { path: after.path, ...after.at } }),
      children: [],
    };
  });
}

function catalogNode({ path, before, after }: ChangedFile): TreeNode {
  const differences = compareCatalogTexts(path, before?.text, after?.text);
  const locale = locateCatalog(path)?.locale;
  const words = after === undefined ? 'removed' : pluralize(differences.length, 'text', 'texts');
  const children = differences.slice(0, most).map(({ key, before: old, after: now, at }): TreeNode => {
    const said =
      old === undefined ? `new: “${String(now)}”` : now === undefined ? `removed: “${old}”` : `“${old}” → “${now}”`;
    return {
      id: `text ${path} ${key}`,
      label: key,
      description: said,
      tooltip: old === undefined || now === undefined ? `${key}\n${said}` : `${key}\nBefore: ${old}\nAfter: ${now}`,
      icon: old === undefined ? 'diff-added' : now === undefined ? 'diff-removed' : 'diff-modified',
      ...(after !== undefined && { open: { path, ...at } }),
      children: [],
    };
  });
  const rest = differences.length - children.length;
  return {
    id: `catalog ${path}`,
    label: locale === undefined ? `Texts in ${path}` : `Texts, ${locale}`,
    description: words,
    tooltip: path,
    icon: 'symbol-string',
    expanded: true,
    ...(after !== undefined && { open: { path } }),
    children: [...children, ...moreNode(`texts ${path}`, rest)],
  };
}

function eventsNode(file: ChangedFile): TreeNode {
  const names = findNewEvents(file);
  const { path, after } = file;
  return {
    ...fileNode(file),
    id: `events ${path}`,
    label: names.length === 0 ? `Events in ${path}` : 'New events',
    ...(names.length > 0 && { description: names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : '') }),
    icon: 'graph',
    children: [
      ...names.slice(0, most).map((name): TreeNode => ({
        id: `event ${path} ${name}`,
        label: name,
        icon: 'diff-added',
        ...(after !== undefined && { open: { path } }),
        children: [],
      })),
      ...moreNode(`events ${path}`, names.length - most),
    ],
  };
}

function fileNode(file: ChangedFile): TreeNode {
  const { path, before, after, renamedFrom, renamedTo } = file;
  const lines = pluralize(countChangedLines(file), 'line', 'lines');
  const words =
    renamedFrom !== undefined
      ? `moved here from ${renamedFrom}`
      : renamedTo !== undefined
        ? `moved to ${renamedTo}`
        : after === undefined
          ? 'removed'
          : before === undefined
            ? `new, ${lines}`
            : lines;
  return {
    id: `changed ${path}`,
    label: path.slice(path.lastIndexOf('/') + 1),
    description: words,
    tooltip: `${path}\n${words}`,
    icon: 'file',
    ...(after !== undefined && { open: { path, line: file.added[0]?.start ?? 1 } }),
    children: [],
  };
}

function moreNode(id: string, rest: number): readonly TreeNode[] {
  return rest > 0 ? [{ id: `more ${id}`, label: `… and ${rest} more`, children: [] }] : [];
}
