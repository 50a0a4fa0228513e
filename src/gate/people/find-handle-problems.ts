import type { Policy, PolicyProblem } from '../../policy/policy.js';
import type { KnownPeople } from './known-people.js';
import { noreplyId } from './noreply-id.js';

/**
 * What is wrong with the people whom the policy names, by the host's word: a pilot PM without handle, a handle that is nobody's, one that is
 * somebody else's than the row's own noreply address says. Errors of the policy (design §9, "Whose change").
 */
export function findHandleProblems(policy: Policy, known: KnownPeople): readonly PolicyProblem[] {
  const here = `@${known.host}`;
  return policy.tips.flatMap(({ zone }) =>
    (zone?.roster ?? []).flatMap((row) => {
      const ids = row.emails.flatMap((email) => {
        const id = noreplyId(email);
        return id?.endsWith(here) ? [id.slice(0, -here.length)] : [];
      });
      const say = (message: string): PolicyProblem => {
        return { severity: 'error', file: row.file ?? (zone?.file as string), line: row.line, message };
      };
      if (row.handles.length === 0 && ids.length === 0)
        return [say(`The row of ${row.pm} names no handle, so the gate cannot know them. Add one, like @maya.`)];
      const people = row.revoked ? [] : [...row.engineeringDris, ...row.productDris];
      return [...new Set([...row.handles, ...people])].flatMap((name) => {
        if (!/^@[^/]+$/.test(name)) return [];
        const found = known.find(name)?.[0];
        if (found === undefined && row.revoked) return [];
        if (found === undefined)
          return [say(`${name} is the handle of no account. Write the handle that they have now.`)];
        const isOther = row.handles.includes(name) && ids.length > 0 && !ids.includes(found.id);
        return isOther
          ? [
              say(
                `${name} is the handle of account ${found.id}, and the address in the row of ${row.pm} says ${ids.join(', ')}. Write the handle that they have now.`,
              ),
            ]
          : [];
      });
    }),
  );
}
