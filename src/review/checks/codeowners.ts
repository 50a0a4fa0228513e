import type { Check, Report } from '../check.js';
import { placeOfFile } from '../engine/place-of-file.js';

/** Nothing that another team owns is changed without them: design §4, row 4; seed 000, "Separation of Duties". */
export const codeowners: Check = {
  id: 'codeowners',
  section: 'Scope',
  severity: 'blocker',
  due: 'commit',
  readsTexts: false,
  stopsCommit: true,
  kept: 'always',
  run({ change, judgements }) {
    const reports = change.files.flatMap((file): Report[] => {
      const judgement = judgements.get(file.path);
      if (judgement?.row !== 4) return [];
      const owners = judgement.owners.join(', ');
      const message = `${file.path} is locked: it is owned by ${owners}, and PMs do not change what another team owns. Put it back as it was, and ask ${owners} to make this part.`;
      return [{ ...placeOfFile(file), because: judgement.because, message }];
    });
    return { reports };
  },
};
