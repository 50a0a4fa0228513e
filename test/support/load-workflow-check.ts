import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as parser from '@actions/workflow-parser';
import type * as conversion from '@actions/workflow-parser/model/convert';
import { projectFolder } from '../../demo/project-folder.js';

/** What is wrong in the text of a workflow; empty where GitHub would run it. */
export type WorkflowCheck = (name: string, content: string) => Promise<readonly string[]>;

/** GitHub's own parser of workflows, with the schema that it publishes. It imports that in a way that Node does not take, so it is bundled. */
export function loadWorkflowCheck(): WorkflowCheck {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-test-'));
  try {
    const outfile = join(folder, 'parser.js');
    const names = ['', '/model/convert'];
    buildSync({
      stdin: {
        contents: names.map((name) => `export * from '@actions/workflow-parser${name}';`).join('\n'),
        resolveDir: projectFolder(),
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
    });
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return checkWith(require(outfile) as typeof parser & typeof conversion);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkWith(github: typeof parser & typeof conversion): WorkflowCheck {
  return async (name, content) => {
    const { context, value } = github.parseWorkflow({ name, content }, new github.NoOperationTraceWriter());
    if (value !== undefined) {
      await github.convertWorkflowTemplate(context, value, undefined, {
        errorPolicy: github.ErrorPolicy.TryConversion,
      });
    }
    return context.errors.getErrors().map(({ message }) => message);
  };
}
