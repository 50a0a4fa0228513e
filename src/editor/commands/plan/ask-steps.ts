import { Disposable, QuickInputButtons, ThemeIcon, window, type QuickInput, type QuickPickItem } from 'vscode';

/** An answer to choose. */
export type Choice = QuickPickItem & { readonly value: string; readonly iconId?: string };

/** One question. `apply` returns the answers with this one added. */
export type Step<Answers> =
  | {
      readonly kind: 'input';
      readonly prompt: string;
      readonly placeholder: string;
      /** What is wrong with the text, in one sentence; `undefined` where it is valid. */
      readonly validate: (text: string) => string | undefined;
      /** The earlier answer, when the user goes back to this question. */
      readonly value: (answers: Partial<Answers>) => string | undefined;
      readonly apply: (answers: Partial<Answers>, text: string) => Partial<Answers>;
    }
  | {
      readonly kind: 'pick';
      readonly prompt: string;
      readonly items: (answers: Partial<Answers>) => readonly Choice[];
      /** Set where there is nothing to ask: it supplies the answer. */
      readonly skip?: ((answers: Partial<Answers>) => Partial<Answers>) | undefined;
      readonly apply: (answers: Partial<Answers>, value: string) => Partial<Answers>;
    };

type Outcome<Answers> = { readonly answers: Partial<Answers> } | 'back' | 'cancelled';

/** Asks one question after the other, with a back button from the second on. `undefined` where the user cancels. */
export async function askSteps<Answers>(
  title: string,
  steps: readonly Step<Answers>[],
): Promise<Partial<Answers> | undefined> {
  const questions = steps.filter((step) => step.kind === 'input' || step.skip === undefined);
  let answers: Partial<Answers> = {};
  for (const step of steps) if (step.kind === 'pick' && step.skip !== undefined) answers = step.skip(answers);
  for (let index = 0; index < questions.length;) {
    const step = questions[index] as Step<Answers>;
    const place = { title, step: index + 1, totalSteps: questions.length };
    const outcome = step.kind === 'input' ? await askText(step, answers, place) : await askPick(step, answers, place);
    if (outcome === 'cancelled') return undefined;
    if (outcome === 'back') index -= 1;
    else {
      answers = outcome.answers;
      index += 1;
    }
  }
  return answers;
}

interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

function askText<Answers>(
  step: Extract<Step<Answers>, { kind: 'input' }>,
  answers: Partial<Answers>,
  place: Place,
): Promise<Outcome<Answers>> {
  const input = window.createInputBox();
  Object.assign(input, place, { prompt: step.prompt, placeholder: step.placeholder, value: step.value(answers) ?? '' });
  return answered(input, place, (finish) => [
    input.onDidTriggerButton(() => finish('back')),
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
    input.onDidAccept(() => {
      input.validationMessage = step.validate(input.value);
      if (input.validationMessage === undefined) finish({ answers: step.apply(answers, input.value) });
    }),
  ]);
}

function askPick<Answers>(
  step: Extract<Step<Answers>, { kind: 'pick' }>,
  answers: Partial<Answers>,
  place: Place,
): Promise<Outcome<Answers>> {
  const pick = window.createQuickPick<Choice>();
  Object.assign(pick, place, { placeholder: step.prompt });
  pick.items = step.items(answers).map((item) => ({
    ...item,
    ...(item.iconId !== undefined && { iconPath: new ThemeIcon(item.iconId) }),
  }));
  return answered(pick, place, (finish) => [
    pick.onDidTriggerButton(() => finish('back')),
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) finish({ answers: step.apply(answers, chosen.value) });
    }),
  ]);
}

function answered<Answers>(
  input: QuickInput & { buttons: readonly (typeof QuickInputButtons.Back)[] },
  { step }: Place,
  listen: (finish: (outcome: Outcome<Answers>) => void) => readonly Disposable[],
): Promise<Outcome<Answers>> {
  return new Promise((resolve) => {
    input.ignoreFocusOut = true;
    if (step > 1) input.buttons = [QuickInputButtons.Back];
    const parts = Disposable.from(
      input,
      ...listen((outcome) => {
        resolve(outcome);
        parts.dispose();
      }),
      input.onDidHide(() => {
        resolve('cancelled');
        parts.dispose();
      }),
    );
    input.show();
  });
}
