import type { HostReport } from './examine-host.js';
import { stateWords, type ControlState } from './host-line.js';

const signs: Readonly<Record<ControlState, string>> = { enforced: '✓', guidance: '·', 'not-set': '✗', unread: '?' };

const hosts: Readonly<Record<HostReport['kind'], string>> = { github: 'GitHub', gitlab: 'GitLab' };

/** The line of somebody of the policy who is many. */
const team = / @[^/\s]+\//;

/** What decides who the policy's teams are, and stands where a token that reads has no way to. */
const notAsked: Readonly<Record<HostReport['kind'], string>> = {
  github:
    'Not read: who may make teams. Whoever takes the name of one that was renamed or deleted is whom the policy names (the organization’s settings, Member privileges).',
  gitlab:
    'Not read: who may make groups. Whoever takes the path of one that was moved or deleted is whom the policy names (the settings of the group above it, Permissions).',
};

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
    ...(lines.some(({ id }) => team.test(id)) ? [notAsked[kind]] : []),
    'What stands behind each control:',
    ...controls.flatMap((control) => describe(control.state, control.what, control.said, control.page)),
  ];
}
