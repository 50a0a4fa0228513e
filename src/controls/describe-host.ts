import type { HostReport } from './examine-host.js';
import { stateWords, type ControlState } from './host-line.js';

const signs: Readonly<Record<ControlState, string>> = { enforced: '✓', guidance: '·', 'not-set': '✗', unread: '?' };

const hosts: Readonly<Record<HostReport['kind'], string>> = { github: 'GitHub', gitlab: 'GitLab' };

/** A host's report for people, a line for each, with the page where what is amiss is set. */
export function describeHost({ kind, page, branch, lines, controls }: HostReport): readonly string[] {
  const width = Math.max(...Object.values(stateWords).map(({ length }) => length));
  const describe = (state: ControlState, what: string, said: string, link: string | undefined): readonly string[] => [
    `  ${signs[state]} ${stateWords[state].padEnd(width)}  “${what}”: ${said}`,
    ...(state === 'enforced' || link === undefined ? [] : [`    ${' '.repeat(width)}  ${link}`]),
  ];
  return [
    `What ${hosts[kind]} holds on ${branch} of ${page}, as this token could read it:`,
    ...lines.flatMap((line) => describe(line.state, line.what, line.said, line.page)),
    'What stands behind each control:',
    ...controls.flatMap((control) => describe(control.state, control.what, control.said, control.page)),
  ];
}
