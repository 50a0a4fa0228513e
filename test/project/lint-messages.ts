import assert from 'node:assert/strict';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';

/** What one rule of our lint says of a file of that name with that text. */
export async function lintMessages(path: string, text: string, rule: string): Promise<string[]> {
  const { ESLint } = await import('eslint');
  const eslint = new ESLint({
    cwd: projectFolder(),
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId === rule,
  });
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(projectFolder(), path) });
  assert.ok(result && !result.messages.some((message) => message.fatal), JSON.stringify(result?.messages));
  return result.messages.map((message) => message.message);
}
