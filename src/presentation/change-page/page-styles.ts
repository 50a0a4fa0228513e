/** The page's own styles, in the theme's colours; what differs is underlined or struck through besides. */
export const pageStyles = `
main { max-width: 60em; }
h1 { margin-top: 0.8em; }
h3 { font-size: 1em; font-weight: 600; margin: 1em 0 0.2em; }
h4 { font-size: 1em; font-weight: 600; margin: 0.8em 0 0; }
header { border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); padding-bottom: 0.6em; }
header .state { font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2em 1.4em; list-style: none; padding: 0; margin: 0.8em 0 0; }
nav li { margin: 0; }
.quiet { margin-top: 0.2em; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 1.1em; margin: 0.4em 0 0.8em; }
.cards { list-style: none; padding: 0; }
.cards > li { border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); border-left: 4px solid var(--vscode-descriptionForeground); border-radius: 3px; padding: 0 1em 0.2em; margin: 0.8em 0; }
.cards > .blocker { border-left-color: var(--vscode-problemsErrorIcon-foreground, currentColor); }
.cards > .needs-fix { border-left-color: var(--vscode-problemsWarningIcon-foreground, currentColor); }
article { border-left: 4px solid var(--vscode-textLink-foreground); padding-left: 1em; margin: 1.2em 0; }
article h3 { margin-top: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; margin: 0.2em 0; }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; min-width: 0; text-align: start; }
del, ins { color: inherit; border-radius: 2px; padding: 0 1px; }
del { text-decoration: line-through; background: var(--vscode-diffEditor-removedTextBackground, transparent); outline: 1px dashed var(--vscode-diffEditor-removedTextBorder, transparent); }
ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; background: var(--vscode-diffEditor-insertedTextBackground, transparent); outline: 1px solid var(--vscode-diffEditor-insertedTextBorder, transparent); }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
summary { cursor: pointer; }
a[aria-busy="true"] { opacity: 0.6; cursor: progress; pointer-events: none; }
a { text-decoration: underline; }
.button { display: inline-block; padding: 0.3em 0.9em; border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; text-decoration: none; }
.primary { padding: 0.45em 1.4em; font-weight: 600; color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
.primary:hover { color: var(--vscode-button-foreground); background: var(--vscode-button-hoverBackground); }
.secondary { color: var(--vscode-button-secondaryForeground, inherit); background: var(--vscode-button-secondaryBackground, transparent); }
.secondary:hover { color: var(--vscode-button-secondaryForeground, inherit); background: var(--vscode-button-secondaryHoverBackground, transparent); }
a:focus, summary:focus, button:focus { outline-color: var(--vscode-focusBorder); }
a:focus-visible, summary:focus-visible, h2:focus-visible, h3:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
