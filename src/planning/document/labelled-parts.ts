/**
 * What a section's body says under each label (`**In:** …`, `- Out of scope`, `| Primary | … |`, `### In`): the rest of the label's line
 * and the lines up to the next of the labels. A label that is missing has no entry.
 */
export function parseLabelledParts<Label extends string>(
  body: string,
  labels: Readonly<Record<Label, RegExp>>,
): ReadonlyMap<Label, string> {
  const parts = new Map<Label, string>();
  const known = Object.entries<RegExp>(labels) as [Label, RegExp][];
  let current: Label | undefined;
  for (const line of body.split('\n')) {
    const plain = line.replace(/^[\s>*+\-|#_\d.)]{0,40}/, '');
    const named = known
      .map(([label, pattern]) => ({ label, rest: restAfter(plain, pattern) }))
      .find(({ rest }) => rest !== undefined);
    current = named?.label ?? current;
    if (current !== undefined) parts.set(current, `${parts.get(current) ?? ''}${named?.rest ?? line}\n`);
  }
  return parts;
}

/** The rest of a line that begins with the label and then ends, or goes on after a colon, a table's bar or a dash. */
function restAfter(line: string, label: RegExp): string | undefined {
  const found = label.exec(line);
  if (found?.index !== 0) return undefined;
  const rest = line.slice(found[0].length).replace(/^[*_)]{0,3}/, '');
  const separator = /^\s{0,20}(?:[:|–—]|-\s|$)[*_]{0,3}/.exec(rest);
  return separator === null ? undefined : rest.slice(separator[0].length);
}

/** The bold labels of a body (`- **Rollout:**`) without content: neither on their line nor before the next one. */
export function findEmptyLabels(body: string): readonly string[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => {
    const [, label, rest = ''] = boldLabel.exec(line) ?? [];
    if (label === undefined || rest.trim() !== '') return [];
    const next = lines[index + 1];
    return next === undefined || boldLabel.test(next) || /^\s{0,3}#/.test(next) ? [label] : [];
  });
}

const boldLabel = /^\s{0,12}(?:[-*+]\s{1,4})?\*\*([^*:]{1,60})(?::\*\*|\*\*\s?:)(.*)$/;

/** What a plan calls its numbers. */
export const metricLabels = {
  primary: /^primary(?: metric)?/i,
  guardrail: /^guard-?\s?rails?(?: metrics?)?/i,
  kill: /^kill (?:condition|criterion|criteria)/i,
};
