/** How a paper looks: light, dark by the reader's choice, and in black on white where it is printed. A state is told by its words, never by colour alone. */
export const paperStyles = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --back: #ffffff; --stripe: #f6f8fa; --link: #0550ae; --good: #116329; --weak: #7d4e00; --bad: #a40e26; --open: #59636e; --fill: #fff3b0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --back: #0d1117; --stripe: #151b23; --link: #79c0ff; --good: #56d364; --weak: #e3b341; --bad: #ff8182; --open: #9198a1; --fill: #4d3f00; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1.5rem 4rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
main { max-width: 68rem; margin: 0 auto; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 0.6rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 0.4rem; }
p { margin: 0.6rem 0; max-width: 52rem; }
li { margin: 0.25rem 0; }
a { color: var(--link); }
code { font: 0.9em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; background: var(--stripe); padding: 0.1em 0.3em; border-radius: 3px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.2rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
.table { overflow-x: auto; padding-right: 1px; }
table { border-collapse: collapse; width: 100%; margin: 0.8rem 0; font-size: 0.9rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border: 1px solid var(--line); min-width: 5em; overflow-wrap: break-word; }
td code, td a { overflow-wrap: anywhere; }
td .mark { overflow-wrap: normal; }
th { background: var(--stripe); font-weight: 600; }
.mark { font-weight: 600; }
.good { color: var(--good); }
.weak { color: var(--weak); }
.bad { color: var(--bad); }
.open { color: var(--open); }
mark { background: var(--fill); color: inherit; padding: 0 0.25em; border-radius: 3px; }
.again { color: var(--quiet); font-size: 0.9rem; max-width: none; }
.again code { display: block; margin-top: 0.2rem; width: fit-content; max-width: 100%; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
@media print {
  :root { color-scheme: light; --text: #000; --quiet: #333; --line: #888; --back: #fff; --stripe: #f2f2f2; --link: #000; --good: #000; --weak: #000; --bad: #000; --open: #000; --fill: #eee; }
  @page { margin: 18mm 14mm; }
  body { padding: 0; font-size: 10pt; }
  main { max-width: none; }
  h2, h3, p:has(+ .table) { break-after: avoid; }
  tr, li, p, .again { break-inside: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { min-width: 3.5em; padding: 0.2rem 0.35rem; }
}
`;
