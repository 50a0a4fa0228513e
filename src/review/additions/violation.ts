import type { AllowedNames } from './find-unsafe-node.js';
import type { SyntaxNode } from './syntax-tree.js';

/** Something that is more than an addition; `at` is an offset in the text after. */
export interface Violation {
  readonly message: string;
  readonly at: number;
}

/** What the comparison needs to know of the file after. */
export interface ComparedFile {
  readonly names: AllowedNames;
  /** Does the program before ask for items by their places, so that one put in front would be another? */
  readonly readsPlaces: boolean;
  readonly report: (message: string, at: SyntaxNode) => void;
}

/** What an item of a list is called that is there no more: by its text, if it is one, else by its place. */
export function itemLabel(label: string, text: unknown, index: number): string {
  return typeof text === 'string' ? `${label}: ${text}` : `${label}[${index}]`;
}

export function orderLabel(label: string): string {
  return `${label} (the order of its items)`;
}

export function changedMessage(label: string): string {
  return `“${label}” is not what it was, and only additions are allowed here. Put it back as it was, or pair with an engineer.`;
}

export function lostMessage(label: string): string {
  return `“${label}” is gone, and only additions are allowed here. Put it back; what still sends or reads it would break.`;
}

export function notPlainMessage(label: string): string {
  return `“${label}” is new and does more than name an event or send it, so it is not an addition that can be judged here. Ask an engineer to write it with you.`;
}

export function requiredMessage(label: string): string {
  return `“${label}” is a new part of an existing event and may not be left out, so what is sent today would be wrong. Make it optional, or pair with an engineer.`;
}

export function narrowedMessage(label: string): string {
  return `“${label}” demands more of what was there before, so what is sent today may be wrong. Take it out, or pair with an engineer.`;
}

export function reshapedMessage(name: string, label: string): string {
  return `“${name}” changes “${label}”, which was there before, and only additions of whole events are allowed here. Add an event of its own, or pair with an engineer.`;
}

export function unclearMessage(label: string): string {
  return `“${label}” takes in other values (by “...” or a computed name), so nobody can tell whether the addition replaces one of them. Pair with an engineer.`;
}
