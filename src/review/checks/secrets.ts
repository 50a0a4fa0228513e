import type { LineRange } from '../../change/change.js';
import { indexLines } from '../../text/index-lines.js';
import { findSecretsInNames, type FindSecrets } from '../secrets/find-secrets-in-names.js';
import { reportHiddenText } from '../secrets/report-hidden-text.js';
import type { Check, Outcome, Report, ReviewContext } from '../check.js';

/**
 * No key, token or password comes in with the change (design §6, "Security and privacy"). The head text and the name of every changed file
 * are searched whatever its standing; what stood there before and lies on no added line is only noted. So is what the commits of the
 * change hold besides: a host gets all of them. A message never repeats what was found, but for a name.
 */
export const secrets: Check = {
  id: 'secrets',
  section: 'Security and privacy',
  severity: 'blocker',
  due: 'commit',
  run,
};

async function run({ change, snapshot, remember }: ReviewContext): Promise<Outcome> {
  const { findSecrets, maxScannedLength } = await import('../../parsers/find-secrets.js');
  // A catalog of a large product takes a tenth of a second, and the next review asks for most of them again.
  const search: FindSecrets = (path, text) =>
    remember === undefined
      ? findSecrets(path, text)
      : remember(`secrets in ${path}`, text, () => findSecrets(path, text));
  const reports: Report[] = [];
  const reported = new Set<string>();
  for (const file of change.files) {
    const { path, before, after, added } = file;
    const text = after?.text;
    if (text === undefined) {
      reports.push(...reportHiddenText(file));
      const { words = '', oid } = after ?? {};
      const [hidden] = words === '' || (oid !== undefined && oid === before?.oid) ? [] : findSecrets(path, words);
      if (hidden !== undefined)
        reports.push({
          message: `${path} has what looks like ${hidden.kind} in it, beside what it shows. ${advice}`,
          path,
        });
      continue;
    }
    if (text.length > maxScannedLength) {
      reports.push({ message: tooLong, path, line: 1, column: 1 });
      continue;
    }
    const found = search(path, text);
    if (found.length === 0) continue;
    const position = indexLines(text);
    for (const { kind, start, end } of found) {
      const { line, column } = position(start);
      reported.add(text.slice(start, end));
      const isNew = before === undefined || overlaps(added, line, position(end - 1).line);
      reports.push(
        isNew
          ? { message: `This looks like ${kind}. ${advice}`, path, line, column }
          : { message: `This looks like ${kind}. ${old}`, severity: 'note', path, line, column },
      );
    }
  }
  const names = change.files.flatMap(({ path, before, after }) => (before === undefined && after ? [path] : []));
  for (const { path, kind } of findSecretsInNames(names, findSecrets))
    reports.push({ message: `The name of this file looks like ${kind}. ${advice}`, path });
  if (change.commits.length > 0) {
    const { reportHistory } = await import('../secrets/report-history.js');
    reports.push(...(await reportHistory({ change, snapshot, reported }, search, maxScannedLength)));
  }
  return { reports };
}

const advice =
  'Everyone who can read the repository, or ever could, can use it. Take it out before you commit, and have it from the settings of the service instead. Where it was already committed or sent, the history keeps it: ask your engineering DRI (the engineer who answers for your changes) to replace it, too.';
const old =
  'It was in the file before this change, and the history keeps it. Tell your engineering DRI (the engineer who answers for your changes), so that it is taken out and replaced.';
const tooLong =
  'This file is too long to be searched for keys and passwords, so it cannot pass. Split it, or leave it out and ask your engineering DRI (the engineer who answers for your changes) to bring it in themselves.';

function overlaps(ranges: readonly LineRange[], first: number, last: number): boolean {
  return ranges.some(({ start, end }) => start <= last && first <= end);
}
