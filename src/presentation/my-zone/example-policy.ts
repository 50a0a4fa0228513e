/** A PM zone to begin with, for the end of a CLAUDE.md. It reads without a problem, and locks more than it opens. */
export const examplePolicy = `## PM zone

Paste this at the end of the repository's CLAUDE.md, change it to what is true here, and have it merged into the base branch.
Back each line of the second list by a line in CODEOWNERS.

**PMs can touch, within the feature folders they own:**
- \`**/*.md\` (documentation and planning)
- \`**/i18n/*.json\` (user-facing strings)
- \`**/prompts/*.md\` (AI prompts for their own features)
- \`**/flags.yaml\` for flags they own
- \`**/analytics/events.ts\` (new events only, additions only)
- \`**/components/*.tsx\` within their feature folder (non-breaking changes)

**PMs cannot touch:**
- \`**/auth/**\`
- \`**/payments/**\`
- \`**/migrations/**\`
- \`**/infra/**\`
- \`**/security/**\`
- \`.github/workflows/**\`

### Pilot roster

| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| Maya Rivera (@maya-rivera) | maya@example.com | \`src/features/onboarding\` | \`welcome-tour\` | @example/growth | @erin-okafor | @paul-adeyemi |

### Settings

**Controls:** standard
**Size limit:** 15 files, 400 lines
**Base branch:** main
`;
