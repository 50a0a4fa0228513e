import type { ComplianceFacts } from '../compliance-facts.js';
import type { Line, PaperSection } from '../paper.js';
import { namesBothDris } from '../../review/list-to-confirm.js';
import { doctorCommand, figure, linesCommand, placeSpan } from './paper-words.js';
import { itemPlace } from './control-places.js';

const findings = { blocker: 'a blocker', 'needs-fix': 'to be fixed', note: 'a note' } as const;

/** Point 3: the PM PR Review skill file and what it catches. */
export function checklistPoint(facts: ComplianceFacts): PaperSection {
  const { tip, items } = facts;
  const { skill } = tip;
  const decided = items.filter(({ check }) => check !== undefined).length;
  return {
    title: 'Point 3: The PM PR Review skill file and what it catches',
    blocks: [
      {
        kind: 'text',
        line: [
          ...(skill === undefined
            ? (['The repository has no skill file of its own, so the built-in list counts. '] satisfies Line)
            : ([placeSpan(facts, skill.path), ' counts. '] satisfies Line)),
          `Of ${figure(items.length)} items ${figure(decided)} are decided by a check of PM Zone ${facts.version} and ${figure(items.length - decided)} are confirmed by a person. No list takes the zone, the code owners or “Security and privacy” away.`,
        ],
      },
      {
        kind: 'table',
        head: ['section', 'item', 'decided by', 'a finding is', 'where'],
        rows: items.map((item) => [
          [item.section],
          [item.text],
          item.check === undefined ? [item.by === 'author' ? 'the PM’s word' : drisOf(item)] : [{ code: item.check }],
          [item.severity === undefined ? 'open until confirmed' : findings[item.severity]],
          [itemPlace(facts, item)],
        ]),
      },
      {
        kind: 'commands',
        commands: [
          doctorCommand(
            facts,
            '“checklist”: each item; “check” says what decides it, and is not there where a person does',
          ),
          ...(skill === undefined ? [] : [linesCommand(facts, skill.path)]),
        ],
      },
    ],
  };
}

function drisOf({ named, text }: ComplianceFacts['items'][number]): string {
  return namesBothDris({ id: named, text }) ? 'the engineering DRI and the product DRI' : 'the engineering DRI';
}
