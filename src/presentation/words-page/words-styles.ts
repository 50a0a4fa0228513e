/** The page's own styles beside those of the page of a change, in the theme's colours. */
export const wordsStyles = `
section { border-left: 4px solid var(--vscode-textLink-foreground); padding-left: 1em; margin: 1.6em 0; }
section h2 { margin-top: 0; }
section.uses { border-left-color: var(--vscode-descriptionForeground, currentColor); }
section.uses h2 { font-size: 1.1em; }
section.uses ul { margin: 0.3em 0; }
section > .quiet { margin-top: 0; }
.part { margin: 0.8em 0 1.2em; }
label { display: block; font-weight: 600; margin-bottom: 0.2em; }
label.spoken { margin: 0; }
.field { display: grid; }
.field > * { grid-area: 1 / 1; box-sizing: border-box; width: 100%; margin: 0; padding: 0.4em 0.6em; font: inherit; line-height: 1.5; letter-spacing: normal; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 8; border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, var(--vscode-widget-border, transparent))); border-radius: 2px; }
.chips { color: transparent; background: var(--vscode-input-background); unicode-bidi: plaintext; user-select: none; pointer-events: none; }
.chips span { border-radius: 3px; background: color-mix(in srgb, var(--vscode-textLink-foreground) 25%, transparent); outline: 1px solid var(--vscode-textLink-foreground); box-decoration-break: clone; }
textarea { overflow: hidden; resize: none; color: var(--vscode-input-foreground); background: transparent; }
textarea:focus-visible, button:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
textarea[readonly] { opacity: 0.85; border-style: dashed; }
.closed { border-left: 4px solid var(--vscode-problemsWarningIcon-foreground, currentColor); padding-left: 0.8em; }
.part .quiet, .preview { margin: 0.2em 0 0; }
.chip { border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor)); border-radius: 3px; padding: 0 0.3em; }
button { font: inherit; cursor: pointer; }
.part.typed .while-empty { display: none; }
.part.typed { border-right: 4px solid var(--vscode-gitDecoration-modifiedResourceForeground, currentColor); padding-right: 0.6em; }
.said.refused { font-weight: 600; }
`;
