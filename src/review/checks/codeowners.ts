import type { Check, Report } from '../check.js';
import { whoToAsk } from '../who-to-ask.js';
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
  run(context) {
    const { change, judgements } = context;
    const own = new Set(context.asking.rows.flatMap(({ handles }) => handles.map((handle) => handle.toLowerCase())));
    const reports = change.files.flatMap((file): Report[] => {
      const judgement = judgements.get(file.path);
      if (judgement?.row !== 4) return [];
      const owners = judgement.owners.join(', ');
      if (judgement.owners.every((owner) => own.has(owner.toLowerCase()))) {
        const message = `${file.path} is locked: CODEOWNERS gives it to ${owners}, and a pilot PM cannot own what PMs change. Put it back as it was, and ask ${whoToAsk(context)} to name an engineer there.`;
        return [{ ...placeOfFile(file), because: judgement.because, message }];
      }
      const message = `${file.path} is locked: it is owned by ${owners}, and PMs do not change what another team owns. Put it back as it was, and ask ${owners} to make this part.`;
      return [{ ...placeOfFile(file), because: judgement.because, message }];
    });
    return { reports };
  },
};
