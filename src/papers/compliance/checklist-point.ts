import type { ListedItem } from '../../review/list-items.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Line, PaperSection } from '../paper.js';
import { figure, paperCommand, placeSpan, showCommand } from './paper-words.js';

const findings = { blocker: 'a blocker', 'needs-fix': 'to be fixed', note: 'a note' } as const;

/** Point 3: the PM PR Review skill file and what it catches. */
export function checklistPoint(facts: ComplianceFacts): PaperSection {
  const { tip, items } = facts;
  const { skill } = tip;
  const decided = items.filter(({ check }) => check !== undefined).length;
  const where = ({ line }: ListedItem): Line => {
    if (line === undefined) return ['counts though the list leaves it out'];
    return skill === undefined ? [`line ${line} of the built-in list`] : [placeSpan(facts, skill.path, line)];
  };
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
          item.check === undefined
            ? [item.by === 'author' ? 'the PM’s word' : 'the engineering DRI']
            : [{ code: item.check }],
          [item.severity === undefined ? 'open until confirmed' : findings[item.severity]],
          where(item),
        ]),
      },
      {
        kind: 'commands',
        commands: [paperCommand(facts), ...(skill === undefined ? [] : [showCommand(facts, skill.path)])],
      },
    ],
  };
}
