import type { PersonSummary } from './summarize-zone.js';

/** One line: "Maya: 88 files editable, 12 with an engineer (pair), 2,735 locked; reviewers @org/growth; DRIs @erin, @paul; flags new-home". */
export function describePerson({ person, counts }: PersonSummary): string {
  const { editable, pair, locked } = counts;
  const files = `${count(editable)} ${editable === 1 ? 'file' : 'files'} editable, ${count(pair)} with an engineer (pair), ${count(locked)} locked`;
  if (person === undefined) return `Everybody (there is no list of PMs): ${files}`;
  const { pm, revoked, reviewers, engineeringDris, productDris, flags } = person;
  const dris = [...new Set([...engineeringDris, ...productDris])];
  const parts = [files, list('reviewers', reviewers), list('DRIs', dris), list('flags', flags)];
  return `${pm}${revoked === true ? ' (revoked)' : ''}: ${parts.join('; ')}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function list(what: string, names: readonly string[]): string {
  return names.length === 0 ? `no ${what}` : `${what} ${names.join(', ')}`;
}
