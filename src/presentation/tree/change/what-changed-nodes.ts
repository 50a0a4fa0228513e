import { countChangedLines, type ChangedFile } from '../../../change/change.js';
import type { Flag, FlagDifference } from '../../../flags/flag-change.js';
import { classifyFile } from '../../../change/classify-file.js';
import { describeFlag, findNewEvents } from '../../../pull-request/describe-change.js';
import { lastNameOf } from '../../../text/path-names.js';
import { nameLanguage } from '../../change-page/language-names.js';
import { textAnchor } from '../../change-page/render-texts.js';
import { shorten, shortSentence } from '../../change-page/short-sentence.js';
import type { ChangedText, TextDifference } from '../../my-change/text-changes.js';
import { longestName } from './short-names.js';
import { tellApart } from './tell-apart.js';
import { showPage } from './show-page.js';
import type { TreeNode } from '../tree-node.js';
import type { ReviewedChange } from '../../my-change/read-review.js';
import { pluralize } from '../../../text/pluralize.js';

/** Texts, flags or events that are listed; the rest is counted. */
const most = 100;

/** What changed in the PM's terms: flags before and after, texts by their words, new events, and the other files by their lines. */
export function buildWhatChangedNodes(
  reviewed: Pick<ReviewedChange, 'change' | 'flags' | 'texts'>,
): readonly TreeNode[] {
  const { change, flags, texts } = reviewed;
  const events = change.files.filter(({ path }) => classifyFile(path) === 'events');
  const shown = new Set(texts.flatMap(({ differences }) => differences.map(({ path }) => path)));
  for (const { path } of events) shown.add(path);
  for (const { before, after } of flags.differences) for (const flag of [before, after]) if (flag) shown.add(flag.path);
  const others = change.files.filter(({ path }) => !shown.has(path));
  const apart = tellApart(others.map(({ path }) => path));
  return [
    ...flagNodes(flags.differences),
    ...texts.slice(0, most).map(textNode),
    ...moreNode('texts', texts.length - most),
    ...events.map(eventsNode),
    ...others.map((file) => fileNode(file, apart(file.path))),
  ];
}

function flagNodes(differences: readonly FlagDifference[]): readonly TreeNode[] {
  return differences.slice(0, most).map(({ key, before, after }): TreeNode => {
    const [old, now] = [describeFlag(before), describeFlag(after)];
    const words = old === now ? `${now}, other settings differ` : `${old} → ${now}`;
    return {
      id: `flag ${key} ${((after ?? before) as Flag).path}`,
      label: shorten(key, longestName),
      tooltip: `Flag ${key}\n${words}`,
      icon: 'symbol-boolean',
      command: showPage('flags'),
      accessibleLabel: `Flag ${key}, ${words}`,
      children: [],
    };
  });
}

/** The sentence as the PM knows it; below it each language, where one alone can be put back. */
function textNode(text: ChangedText): TreeNode {
  const { id, key, differences } = text;
  const [first] = differences;
  const isNew = differences.every(({ before }) => before === undefined);
  const isGone = differences.every(({ after }) => after === undefined);
  const [icon, word] = isNew
    ? ['diff-added', 'new']
    : isGone
      ? ['diff-removed', 'taken out']
      : ['diff-modified', 'changed'];
  const label = shortSentence(text, longestName);
  const languages = pluralize(differences.length, 'language', 'languages');
  const all = differences.slice(0, most).map(languageNode(text));
  return {
    id: `text ${id}`,
    label,
    tooltip: [key, ...sidesOf(first), `${word} in ${languages}`].join('\n'),
    icon,
    command: showPage(textAnchor(text)),
    accessibleLabel: `${shortSentence(text, 300)}, ${word} in ${languages}, ${key}`,
    ...(differences.length === 1 && all[0]?.text !== undefined && { text: all[0].text, context: 'text-changed' }),
    children: differences.length === 1 ? [] : [...all, ...moreNode(`text ${id}`, differences.length - all.length)],
  };
}

function languageNode({ id, keyPath }: ChangedText): (difference: TextDifference) => TreeNode {
  return (difference) => {
    const { path, before, after, at } = difference;
    const name = shorten(nameLanguage(difference, 'en'), longestName - 4);
    return {
      id: `text ${id} ${path}`,
      label: name,
      tooltip: [path, ...sidesOf(difference)].join('\n'),
      command: { id: 'pmZone.showDifference', title: 'Show the difference', arguments: [path, at?.line ?? 1] },
      accessibleLabel: [name, ...sidesOf(difference)].join('. '),
      ...(before !== undefined && after !== undefined && { text: { path, keyPath }, context: 'text-changed' }),
      children: [],
    };
  };
}

function sidesOf({ before, after, beforeInCode, afterInCode }: TextDifference): readonly string[] {
  const of = (isInCode = false): string => (isInCode ? ', the words in the code' : '');
  return [
    ...(before === undefined ? [] : [`Before${of(beforeInCode)}: ${before}`]),
    ...(after === undefined ? ['Taken out'] : [`${before === undefined ? 'New' : 'Now'}${of(afterInCode)}: ${after}`]),
  ];
}

function eventsNode(file: ChangedFile): TreeNode {
  const names = findNewEvents(file);
  const { path, after } = file;
  return {
    ...fileNode(file),
    id: `events ${path}`,
    label: names.length === 0 ? 'Events' : 'New events',
    ...(names.length > 0 && { description: String(names.length) }),
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

function fileNode(file: ChangedFile, apart?: string): TreeNode {
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
    label: shorten(lastNameOf(path), longestName),
    ...(apart !== undefined && { description: apart }),
    tooltip: `${path}\n${words}`,
    icon: 'file',
    ...(after !== undefined && { open: { path } }),
    command: {
      id: 'pmZone.showDifference',
      title: 'Show the difference',
      arguments: [path, file.added[0]?.start ?? 1],
    },
    children: [],
  };
}

function moreNode(id: string, rest: number): readonly TreeNode[] {
  return rest > 0 ? [{ id: `more ${id}`, label: `… and ${rest} more`, children: [] }] : [];
}
