import { controlFilesOf } from '../../policy/control-files.js';
import { matchGlobs } from '../../policy/match-globs.js';
import type { Policy, PolicyProblem } from '../../policy/policy.js';
import type { Revision } from '../../policy/revision.js';

const attributesFile = '.gitattributes';

/** Lines of `.gitattributes` by which a change of the policy is folded away in a pull request, or shown as bytes: nobody sees what it opens. */
export async function findHiddenPolicy(
  policy: Policy,
  paths: readonly string[],
  revision: Revision,
): Promise<readonly PolicyProblem[]> {
  const content = (await revision.readPlain([attributesFile])).get(attributesFile)?.content;
  if (content === undefined) return [];
  const tracked = new Set(paths);
  const files = controlFilesOf(policy).filter((path) => tracked.has(path));
  return new TextDecoder()
    .decode(content)
    .split(/\r?\n/u)
    .flatMap((text, at): readonly PolicyProblem[] => {
      const [pattern = '', ...attributes] = text.trim().split(/\s+/u);
      const how = attributes.find((each) => hiding.test(each));
      if (how === undefined || pattern.startsWith('#')) return [];
      const { matches } = matchGlobs([pattern.includes('/') ? pattern.replace(/^\//u, '') : `**/${pattern}`], 'allow');
      const hidden = files.find(matches);
      if (hidden === undefined) return [];
      const message = `“${how}” keeps changes of ${hidden} from being shown in a pull request, so nobody sees what a change of the policy opens. Ask an engineer to take the line out, or to add a line “${hidden} diff -linguist-generated” below it.`;
      return [{ severity: 'warning', file: attributesFile, line: at + 1, message }];
    });
}

const hiding = /^(?:-diff|binary|linguist-(?:generated|vendored)(?:=true)?|gitlab-generated(?:=true)?)$/u;
