import { controlFilesOf } from '../../policy/control-files.js';
import type { Policy, PolicyProblem } from '../../policy/policy.js';
import { skillFile } from '../../policy/read-tip.js';
import type { Revision } from '../../policy/revision.js';

/** More are not looked into. */
const mostFiles = 100;

/** PM zones and checklists where nobody reads them: whoever wrote them believes that they hold. */
export async function findStrayFiles(
  policy: Policy,
  paths: readonly string[],
  revision: Revision,
): Promise<readonly PolicyProblem[]> {
  const read = new Set(controlFilesOf(policy));
  const others = paths.filter((path) => !read.has(path) && !aside.test(path));
  const zone = policy.tips.find((tip) => tip.zone !== undefined)?.zone?.file ?? 'CLAUDE.md';
  const files = await revision.readPlain(others.filter((path) => instructions.test(path)).slice(0, mostFiles));
  const zones = [...files].flatMap(([file, { content }]): readonly PolicyProblem[] => {
    const line = content === undefined ? 0 : lineOfZone(new TextDecoder().decode(content));
    const message = `The PM zone in ${file} is not read, since ${zone} has the one that counts. Ask an engineer to move what holds there, or to take it out.`;
    return line === 0 ? [] : [{ severity: 'warning', file, line, message }];
  });
  if (policy.tips.some(({ skill }) => skill !== undefined)) return zones;
  const lists = others
    .filter((path) => checklists.test(path))
    .map((file): PolicyProblem => {
      const message = `${file} looks like the checklist and is not read, so the built-in one counts. Ask an engineer to move it to ${skillFile}.`;
      return { severity: 'warning', file, line: 1, message };
    });
  return [...zones, ...lists];
}

/** What agents read besides: their own files, and folders of rules. */
const instructions =
  /(?:^|\/)(?:(?:claude|agents?|gemini|copilot-instructions|pm[-_ ]?zone)(?:\.(?:local|override))?\.md|\.(?:claude|cursor|windsurf|clinerules|github\/instructions)\/(?:.*\/)?[^/]*\.mdc?)$/iu;
const checklists = /(?:^|\/)pm[-_]?pr[-_]?review(?:\.md|\/(?:skill|readme)\.md)$/iu;
const aside = /(?:^|\/)(?:tests?|fixtures?|examples?|samples?|templates?|demo|vendor|node_modules)\//iu;

/** The line, from 1, of the first heading that a PM zone would begin at; 0 where there is none. */
function lineOfZone(text: string): number {
  return text.split('\n').findIndex((line) => /^#{1,6}\s+(?:the )?PM zone(?![\p{L}\p{N}])/iu.test(line)) + 1;
}
