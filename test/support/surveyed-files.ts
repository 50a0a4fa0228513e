import type { SurveyedFiles } from '../../src/setup/surveyed-files.js';

/** Files in memory, as a commit would have them. */
export function surveyedFiles(files: Readonly<Record<string, string>>, messages = ''): SurveyedFiles {
  return {
    paths: Object.keys(files),
    readMessages: () => Promise.resolve(messages),
    revision: {
      readPlain: (paths) =>
        Promise.resolve(
          new Map(
            paths.flatMap((path) => {
              const content = Buffer.from(files[path] ?? '');
              return path in files ? [[path, { oid: undefined, bytes: content.length, content }] as const] : [];
            }),
          ),
        ),
    },
  };
}
