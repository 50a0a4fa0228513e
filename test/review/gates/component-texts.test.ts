import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { componentOf } from '../../../src/catalogs/component-of.js';
import { flagGated } from '../../../src/review/checks/flag-gated.js';
import { findTextUses } from '../../../src/review/uses/find-text-uses.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const card = 'app/components/cards/home_component';
const beside = `${card}/home_component`;
const texts = (title: string): string => `---\nfr:\n  title: ${title}\n`;
const classOf = (body = ''): string => `class Cards::HomeComponent < ApplicationComponent\n${body}end\n`;
const asks = '  def render?\n    feature_enabled?(:new_home)\n  end\n';
const page = 'app/views/homes/show.html.haml';
const draws = '= render Cards::HomeComponent.new';
const rails: SideFiles = {
  'flags.yaml': 'new_home: false\n',
  'config/routes.rb': "get '/home' => 'homes#show'\n",
  'app/controllers/homes_controller.rb': 'class HomesController\n  def show; end\nend\n',
  [`${beside}.fr.yml`]: texts('Maison'),
  [`${beside}.html.haml`]: "%h3= t('.title')\n",
  // It has a text of the same name.
  'app/components/cards/door_component.html.erb': "<p><%= t('.title') %></p>\n",
  'app/components/cards/door_component.rb': 'class Cards::DoorComponent\nend\n',
  [`${card}.rb`]: classOf(),
  [page]: `${draws}\n`,
};

/** Each reported path, with `!` where it is known to be open to everyone. */
async function judged(changed: SideFiles, around: SideFiles = {}): Promise<readonly string[]> {
  const base = { ...rails, ...around };
  const context = createReviewContext({
    base,
    head: { ...base, ...changed },
    doc: { flags: ['new_home'], featureFolder: 'app/components/cards' },
  });
  const outcome = await flagGated.run({ ...context, texts: () => findTextUses(context) });
  assert.notEqual(outcome, 'not-applicable');
  return (outcome as { reports: readonly Report[] }).reports.map(
    ({ path, undecided }) => `${path}${undecided ? '' : '!'}`,
  );
}

const words = { [`${beside}.fr.yml`]: texts('Chez nous') };

describe('the texts beside a component of Rails', () => {
  it('are seen by everyone who comes to the page that draws it', async () => {
    assert.deepEqual(await judged(words), [`${beside}.fr.yml!`]);
    // In one file for all languages, and one without a language as its root.
    for (const root of ['fr:\n  title', 'en:\n  title: Home\nfr:\n  title', 'title'])
      assert.deepEqual(
        await judged({ [`${card}.yml`]: `${root}: Chez nous\n` }, { [`${card}.yml`]: `${root}: Maison\n` }),
        [`${card}.yml!`],
      );
  });

  for (const [what, around] of Object.entries({
    'it draws itself only where the flag is on': { [`${card}.rb`]: classOf(asks) },
    'it says so in a line': { [`${card}.rb`]: classOf('  def render? = feature_enabled?(:new_home) && @home.open?\n') },
    'it leaves where the flag is off': {
      [`${card}.rb`]: classOf(
        '  def render?\n    return false unless feature_enabled?(:new_home)\n    @home.open?\n  end\n',
      ),
    },
    'it leaves if the flag is off': {
      [`${card}.rb`]: classOf('  def render?\n    return if !feature_enabled?(:new_home)\n    @home.open?\n  end\n'),
    },
    'the page draws it only there': { [page]: `- if feature_enabled?(:new_home)\n  ${draws}\n` },
    'a component that is drawn only there draws it': {
      [page]: '%p Home\n',
      'app/components/cards/all_component.html.erb': '<%= render Cards::HomeComponent.new %>\n',
      'app/components/cards/all_component.rb':
        'class Cards::AllComponent\n  def render? = feature_enabled?(:new_home)\nend\n',
    },
  } satisfies Record<string, SideFiles>))
    it(`are behind the flag where ${what}`, async () => {
      assert.deepEqual(await judged(words, around), []);
      assert.deepEqual(await judged({ [`${beside}.html.haml`]: "%h2= t('.title')\n" }, around), []);
    });

  for (const [what, around] of Object.entries({
    'something else would do': {
      [`${card}.rb`]: classOf('  def render? = feature_enabled?(:new_home) || @home.open?\n'),
    },
    'it is drawn where the flag is off': { [`${card}.rb`]: classOf('  def render? = !feature_enabled?(:new_home)\n') },
    'more is asked than can be read': {
      [`${card}.rb`]: classOf('  def render?\n    open = feature_enabled?(:new_home)\n    open || true\n  end\n'),
    },
    'another page draws it too': {
      [page]: `- if feature_enabled?(:new_home)\n  ${draws}\n`,
      'app/views/homes/_more.html.haml': `${draws}\n`,
    },
    'nobody draws it': { [page]: '%p Home\n' },
    'its class is elsewhere': { [`${card}.rb`]: { mode: '100644', oid: 'e', bytes: 9, unread: 'binary' } },
    'it draws itself': {
      [page]: '%p Home\n',
      'app/components/cards/a_component.html.haml': `${draws}\n= render Cards::BComponent.new\n`,
      'app/components/cards/a_component.rb': 'class Cards::AComponent\nend\n',
      'app/components/cards/b_component.html.haml': '= render Cards::AComponent.new\n',
      'app/components/cards/b_component.rb': 'class Cards::BComponent\nend\n',
    },
  } satisfies Record<string, SideFiles>))
    it(`are not known to be behind the flag where ${what}`, async () => {
      const reported = await judged(words, around);
      assert.ok(reported.length > 0 && reported.every((each) => each.startsWith(`${beside}.fr.yml`)), reported.join());
    });

  it('are for an engineer to say where the application is not known', async () => {
    const around = Object.fromEntries(Object.entries(rails).filter(([path]) => path !== 'config/routes.rb'));
    const context = createReviewContext({ base: around, head: { ...around, ...words }, doc: { flags: ['new_home'] } });
    const outcome = await flagGated.run({ ...context, texts: () => findTextUses(context) });
    const { reports } = outcome as { reports: readonly Report[] };
    assert.deepEqual(
      reports.map(({ undecided }) => undecided),
      [true],
    );
  });

  it('are told by their place', () => {
    for (const [path, name] of [
      [`${beside}.fr.yml`, 'cards/home_component'],
      [`${card}.rb`, 'cards/home_component'],
      [`${beside}.html.haml`, 'cards/home_component'],
      ['engine/app/components/door_component.yml', 'door_component'],
      ['app/components/cards/home.rb', undefined],
      ['app/views/home_component.rb', undefined],
    ] as const)
      assert.equal(componentOf(path), name, path);
  });
});
