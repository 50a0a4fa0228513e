/** “Create a board”, “Save”, “Öffnen”; not `create-board`, `onSave`, `./save.js`. */
export function readsLikeWords(text: string): boolean {
  // What goes on for long without two words in it is no sentence, and takes long to look through.
  const words = text.trim().slice(0, 300);
  if (!/\p{L}{2}/u.test(words) || /^(?:https?:|[./@#&?]|data:|[\w-]+\/[\w./-]+$)/.test(words)) return false;
  return (
    /\p{L}\S*\s+\S*[\p{L}\p{N}]/u.test(words) || /^\p{Lu}\p{Ll}+[.!?…:]?$/u.test(words) || /[^\p{ASCII}]/u.test(words)
  );
}
