/** Words, or a link among them that runs a command. */
export type NextStepPart = string | NextStepButton;

export interface NextStepButton {
  readonly label: string;
  /** As VS Code takes it: `command:pmZone.review`. */
  readonly address: string;
}

/** What a PM does next: a sentence and its buttons, the first of them to be pressed. */
export interface NextStepWords {
  readonly sentence: readonly NextStepPart[];
  readonly buttons: readonly NextStepButton[];
}

/** Reads the welcome content of a view as VS Code does: a line that is a link alone is a button, all else is words. */
export function readNextStepWords(content: string): NextStepWords {
  const lines = content.split('\n').map(partsOf);
  const isButton = (parts: readonly NextStepPart[]): parts is readonly [NextStepButton] =>
    parts.length === 1 && typeof parts[0] === 'object';
  return {
    sentence: lines
      .filter((parts) => !isButton(parts))
      .flatMap((parts, index) => (index === 0 ? parts : [' ', ...parts])),
    buttons: lines.filter(isButton).map(([button]) => button),
  };
}

function partsOf(line: string): readonly NextStepPart[] {
  const parts: NextStepPart[] = [];
  let from = 0;
  for (const { 0: link, 1: label = '', 2: address = '', index } of line.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g)) {
    if (index > from) parts.push(line.slice(from, index));
    parts.push({ label, address });
    from = index + link.length;
  }
  if (from < line.length) parts.push(line.slice(from));
  return parts;
}
