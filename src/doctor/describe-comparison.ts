import { pluralize } from '../text/pluralize.js';
import type { OwnerDifference } from './compare-owners.js';
import type { PathDifference, PersonDifference, PolicyComparison } from './compare-policies.js';
import { groupByFolder } from './group-by-folder.js';

/** Folders of one kind of difference are listed up to here; JSON has every path. */
const mostGroups = 12;

/** What another policy opens and closes, for people: by PM, then by folder. */
export function describeComparison({ people, settings, owners }: PolicyComparison): readonly string[] {
  const lines = [
    ...people.flatMap(describePerson),
    ...settings.map(({ what, before, after }) => `  ${what}: ${before ?? 'not said'} → ${after ?? 'not said'}`),
    ...owners.flatMap(describeOwners),
  ];
  return lines.length === 0 ? ['  Nothing is opened or closed to anybody.'] : lines;
}

function describePerson(person: PersonDifference): readonly string[] {
  const { pm, names, isUnjudged, isNew, isNobody, opened, loosened } = person;
  if (isNobody === true) return [];
  const who = names.length === 0 ? pm : `${pm} (${names.join(', ')})`;
  // To somebody who was not judged as a PM nothing was open that could be closed.
  const closed = isNew === true ? [] : person.closed;
  const figures = [
    ...(opened.length > 0 ? [`${pluralize(opened.length, 'path', 'paths')} opened`] : []),
    ...(loosened.length > 0 ? [`less asked of ${pluralize(loosened.length, 'path', 'paths')}`] : []),
    ...(closed.length > 0 ? [`${pluralize(closed.length, 'path', 'paths')} closed`] : []),
  ].join(', ');
  return [
    ...(isUnjudged
      ? [`  ! ${names.length === 0 ? noLongerAll : `${who} is on no list of PMs any more: ${unjudged}`}`]
      : []),
    ...(isNew === true ? [`  ${who} is judged as a PM from now on, and was not before.`] : []),
    ...(figures === '' ? [] : [`  ${who}: ${figures}`]),
    ...describePaths('opens', opened),
    ...describePaths('loosens', loosened),
    ...describePaths('closes', closed),
  ];
}

const unjudged =
  'work under these names is judged as nobody’s. To end somebody’s pilot set their Status to “revoked”, and keep the row.';

const noLongerAll =
  'Without a list of PMs everybody was judged as one. With this list only those who are on it are: name all pilot PMs, with every address.';

function describeOwners({ before, after, approvals, paths }: OwnerDifference): readonly string[] {
  const [was, is] = [before, after].map((names) => (names.length === 0 ? 'nobody' : names.join(', ')));
  const groups = groupByFolder(paths, mostGroups);
  const more = groups.length > mostGroups ? `, and ${groups.length - mostGroups} more folders` : '';
  const places = groups.slice(0, mostGroups).map(({ folder }) => folder);
  const asked = approvals === undefined ? '' : `; approvals asked for: ${approvals.join(' → ')}`;
  return [`  Owners of ${places.join(', ')}${more}: ${was as string} → ${is as string}${asked}`];
}

function describePaths(verb: string, differences: readonly PathDifference[]): readonly string[] {
  const kinds = new Map<string, PathDifference[]>();
  for (const difference of differences) {
    const { from, to, because, closedUntilNow, lifted, isToCome } = difference;
    const how = lifted === undefined ? `${from} → ${to}` : `no longer asks: ${lifted.join(' and ')}`;
    const by = closedUntilNow ?? because;
    const [verbOfRule, when] = closedUntilNow === undefined ? ['by', ''] : ['closed by', ' before'];
    const isShown =
      by !== undefined && by.line > 0 && (closedUntilNow !== undefined || verb !== 'opens' || to === 'editable');
    const rule = isShown ? `, ${verbOfRule} ${by.file}:${by.line}${when}` : '';
    const kind = `${how}${rule}${isToCome === true ? ', an example of what does not exist yet' : ''}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [difference]);
    else known.push(difference);
  }
  return [...kinds].flatMap(([kind, some]) => {
    const groups = groupByFolder(
      some.map(({ path }) => path),
      mostGroups,
    );
    const shown = groups.slice(0, mostGroups).map(({ folder, paths }) => {
      const count = paths.length === 1 && paths[0] === folder ? '' : ` (${pluralize(paths.length, 'path', 'paths')})`;
      return `    ${verb} ${folder}${count}: ${kind}`;
    });
    const more = groups.length - shown.length;
    return more > 0 ? [...shown, `    ${verb} what lies in ${more} more folders: --format json lists it`] : shown;
  });
}
