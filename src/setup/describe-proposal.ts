import { pluralize } from '../text/pluralize.js';
import type { PilotQuestion } from './find-questions.js';
import type { PilotProposal } from './propose-pilot.js';
import type { ClosedFolder, OpenedSurface, OwnedFiles } from './weigh-surfaces.js';
import type { LeftOut } from './surveyed-files.js';

/** More than these are counted. */
const mostLeft = 12;

/** What a proposal opens and closes, and what it leaves to people, line by line. */
export function describeProposal(
  { opened, closed, left, controls }: PilotProposal,
  questions: readonly PilotQuestion[],
): readonly string[] {
  return [
    `PMs could touch, under ${controls} controls:`,
    ...opened.map((each) => `  ${describeOpened(each)}`),
    ...(closed.length === 0 ? [] : ['PMs could not touch:', ...closed.map((each) => `  ${describeClosed(each)}`)]),
    ...describeLeft(left),
    ...(questions.length === 0
      ? []
      : ['For people to answer:', ...questions.flatMap(({ ask, how }) => [`  ? ${ask}`, ...indent(how)])]),
  ];
}

/** What was seen and is not proposed. */
export function describeLeft(left: readonly LeftOut[]): readonly string[] {
  if (left.length === 0) return [];
  const more = left.length - mostLeft;
  return [
    'Seen, and not proposed:',
    ...left.slice(0, mostLeft).map(({ what, files, why }) => `  ${what} (${filesOf(files)}): ${why}`),
    ...(more > 0 ? [`  … and ${more} more: --format json lists them`] : []),
  ];
}

function describeOpened({ glob, files, editable, owned }: OpenedSurface): string {
  const alone = editable === files ? '' : `, ${editable} of them editable`;
  const others = owned.length === 0 ? '' : `; ${describeOwners(owned)} stay closed`;
  return `${glob}: ${filesOf(files)}${alone}${others}`;
}

function describeClosed({ glob, files, owned, unowned }: ClosedFolder): string {
  if (files === 0) return `${glob}: no file yet`;
  const nobody = unowned === 0 ? [] : [unowned === files ? 'nobody owns them' : `${unowned} owned by nobody`];
  const parts = [...(owned.length === 0 ? [] : [describeOwners(owned)]), ...nobody];
  return `${glob}: ${filesOf(files)}; ${parts.join(', ')}`;
}

function describeOwners(owned: readonly OwnedFiles[]): string {
  const shown = owned.slice(0, 3).map(({ owners, files }) => `${files} owned by ${owners.slice(0, 3).join(' ')}`);
  const more = owned.slice(3).reduce((sum, { files }) => sum + files, 0);
  return [...shown, ...(more > 0 ? [`${more} by others`] : [])].join(', ');
}

function filesOf(count: number): string {
  return pluralize(count, 'file', 'files');
}

function indent(text: string): readonly string[] {
  return text.split('\n').map((line) => `      ${line}`);
}
