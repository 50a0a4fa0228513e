import { pluralize } from '../text/pluralize.js';
import { describeAbsent, offerKinds } from './offer-kinds.js';
import type { PilotQuestion } from './find-questions.js';
import type { PilotProposal } from './propose-pilot.js';
import type { ClosedFolder, OpenedSurface, OwnedFiles } from './weigh-surfaces.js';
import type { AskedFlags } from './surroundings/find-asked-flags.js';
import type { Workspaces } from './surroundings/find-workspaces.js';
import type { LeftOut } from './surveyed-files.js';

/** More than these are counted. */
const mostLeft = 12;

/**
 * What a proposal opens and closes, and what it leaves to people, line by line: with the options of the command line that answer it, for who has
 * a command line before them.
 */
export function describeProposal(
  { opened, closed, left, controls, offered, absent, workspaces, asked, newAddresses }: PilotProposal,
  questions: readonly PilotQuestion[],
  namesOptions = true,
): readonly string[] {
  const isUnowned = closed.length > 1 && closed.every(({ owned }) => owned.length === 0);
  return [
    ...workspaces.map(describeWorkspaces),
    ...describeAsked(asked, namesOptions),
    `PMs could touch, under ${controls} controls:`,
    ...opened.map((each) => `  ${describeOpened(each)}`),
    ...absent.map(describeAbsent),
    ...describeOffers(offered, namesOptions),
    ...(closed.length === 0 ? [] : [`PMs could not touch${isUnowned ? ', and nobody owns' : ''}:`]),
    ...closed.map((each) => `  ${isUnowned ? `${each.glob}: ${countFiles(each.files)}` : describeClosed(each)}`),
    ...describeLeft(left, namesOptions),
    ...newAddresses.map(
      (each) => `No commit here is by ${each} yet: the list of PMs would be the first to publish it.`,
    ),
    ...(questions.length === 0
      ? []
      : [
          'For people to answer:',
          ...questions.flatMap(({ ask, how, hint }) => [
            `  ? ${ask}`,
            ...(hint === undefined ? [] : [`    ${hint}`]),
            ...(namesOptions || !how.startsWith('--') ? indent(how) : []),
          ]),
        ]),
  ];
}

/** What could be opened besides, by its kinds. */
export function describeOffers(
  offered: readonly (Pick<OpenedSurface, 'kind' | 'glob'> &
    (Pick<OpenedSurface, 'files'> | { readonly paths: readonly string[] }))[],
  namesOptions = true,
): readonly string[] {
  const kinds = Object.entries(offerKinds).filter(([kind]) => offered.some((each) => each.kind === kind));
  return kinds.flatMap(([kind, what]) => [
    `An engineer could open ${what}${namesOptions ? ` (--open ${kind})` : ''}:`,
    ...offered
      .filter((each) => each.kind === kind)
      .map(
        (each) =>
          `  ${'files' in each ? describeOpened(each as OpenedSurface) : `${each.glob}: ${countFiles(each.paths.length)}`}`,
      ),
  ]);
}

/** Folders that are named as examples. */
const mostNamed = 4;

function describeWorkspaces({ tool, file, folders }: Workspaces): string {
  const named = folders.slice(0, mostNamed).join(', ');
  const more = folders.length > mostNamed ? ' …' : '';
  return `Workspaces: ${folders.length} of ${tool} by ${file} (${named}${more})`;
}

function describeAsked({ flags, by, unread }: AskedFlags, namesOptions: boolean): readonly string[] {
  const rest =
    unread === 0
      ? []
      : [
          `${pluralize(unread, 'program more was', 'programs more were')} not read for flags, since there are too many${namesOptions ? ': name flags of theirs with --flags' : ''}.`,
        ];
  if (flags.length === 0) return rest;
  const calls = by.slice(0, 3).map(({ name, calls: count }) => `${name} (${pluralize(count, 'place', 'places')})`);
  return [
    `Code asks for ${pluralize(flags.length, 'flag', 'flags')} by ${calls.join(', ')}: ${flags
      .slice(0, mostFlags)
      .map(({ key }) => key)
      .join(', ')}${flags.length > mostFlags ? ' …' : ''}`,
    ...rest,
  ];
}

const mostFlags = 8;

/** What was seen and is not proposed. */
export function describeLeft(left: readonly LeftOut[], namesOptions = true): readonly string[] {
  if (left.length === 0) return [];
  const more = left.length - mostLeft;
  return [
    'Seen, and not proposed:',
    ...left.slice(0, mostLeft).map(({ what, files, why }) => `  ${what} (${countFiles(files)}): ${why}`),
    ...(more > 0 ? [`  … and ${more} more${namesOptions ? ': --format json lists them' : ''}`] : []),
  ];
}

function describeOpened({ glob, files, editable, owned, closed }: OpenedSurface): string {
  const alone = editable === files ? '' : `, ${editable} of them editable`;
  const others = owned.length === 0 ? '' : `; ${describeOwners(owned)} stay closed`;
  const rest = closed.map((each) => `; ${each.files} ${each.why}`).join('');
  return `${glob}: ${countFiles(files)}${alone}${others}${rest}`;
}

function describeClosed({ glob, files, owned, unowned }: ClosedFolder): string {
  if (files === 0) return `${glob}: no file yet`;
  const nobody = unowned === 0 ? [] : [unowned === files ? 'nobody owns them' : `${unowned} owned by nobody`];
  const parts = [...(owned.length === 0 ? [] : [describeOwners(owned)]), ...nobody];
  return `${glob}: ${countFiles(files)}; ${parts.join(', ')}`;
}

function describeOwners(owned: readonly OwnedFiles[]): string {
  const shown = owned.slice(0, 3).map(({ owners, files }) => `${files} owned by ${owners.slice(0, 3).join(' ')}`);
  const more = owned.slice(3).reduce((sum, { files }) => sum + files, 0);
  return [...shown, ...(more > 0 ? [`${more} by others`] : [])].join(', ');
}

function countFiles(count: number): string {
  return pluralize(count, 'file', 'files');
}

function indent(text: string): readonly string[] {
  return text.split('\n').map((line) => `      ${line}`);
}
