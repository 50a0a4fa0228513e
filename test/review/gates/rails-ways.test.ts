import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagGated } from '../../../src/review/checks/flag-gated.js';
import { createOpenWays } from '../../../src/review/gates/rails/find-open-way.js';
import { findTextUses } from '../../../src/review/uses/find-text-uses.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const page = 'app/views/homes/show.html.erb';
const rails: SideFiles = {
  'flags.yaml': 'new-home: false\n',
  'config/routes.rb': "Rails.application.routes.draw do\n  get '/home' => 'homes#show'\nend\n",
  'app/controllers/application_controller.rb': 'class ApplicationController < ActionController::Base\nend\n',
  'app/controllers/homes_controller.rb': 'class HomesController < ApplicationController\n  def show; end\nend\n',
  [page]: '<h1>Home</h1>\n<%= render "door" %>\n<%= render Cards::HomeComponent.new %>\n',
  'app/views/homes/_door.html.erb': '<p>Door</p>\n',
  'app/components/cards/home_component.rb': 'class Cards::HomeComponent\n  def words = "Come in"\nend\n',
  'app/components/cards/home_component.html.erb': '<p>Card</p>\n',
  'app/views/layouts/application.html.erb': '<footer>Us</footer>\n',
};

/** A page that comes to the first of these by all the others. */
const chain: SideFiles = Object.fromEntries([
  ...Array.from({ length: 320 }, (_, at) => [`app/models/c${at}.rb`, `class C${at}\n  C${at - 1}\nend\n`]),
  ['app/controllers/chains_controller.rb', 'class ChainsController\n  def show = C319.new\nend\n'],
]) as SideFiles;

/** Each reported path, with `!` where it is known to be open to everyone. */
async function judged(changed: SideFiles, around: SideFiles = {}): Promise<readonly string[]> {
  const base = { ...rails, ...around };
  const context = createReviewContext({ base, head: { ...base, ...changed } });
  const outcome = await flagGated.run({ ...context, texts: () => findTextUses(context) });
  assert.notEqual(outcome, 'not-applicable');
  return (outcome as { reports: readonly Report[] }).reports.map(
    ({ path, undecided }) => `${path}${undecided ? '' : '!'}`,
  );
}

describe('who comes to a program of Rails', () => {
  it('is not known of one that was not read', () => {
    const programs = new Map(Object.entries(rails).map(([path, text]) => [path, text as string]));
    assert.equal(createOpenWays(programs, ['new-home'])(page), true);
    programs.delete(page);
    assert.equal(createOpenWays(programs, ['new-home'])(page), false);
  });

  it('is everyone where a page shows it and nothing on the way names the flag', async () => {
    for (const [path, text] of [
      [page, '<h1>Our home</h1>\n'],
      ['app/views/homes/_door.html.erb', '<p>Come in by the door</p>\n'],
      ['app/components/cards/home_component.html.erb', '<p>Our card</p>\n'],
      ['app/components/cards/home_component.rb', 'class Cards::HomeComponent\n  def words = "Please come in"\nend\n'],
      ['app/views/layouts/application.html.erb', '<footer>All of us</footer>\n'],
      ['app/controllers/doors_controller.rb', 'class DoorsController < ApplicationController\n  def new; end\nend\n'],
      ['config/routes.rb', "Rails.application.routes.draw do\n  get '/door' => 'doors#show'\nend\n"],
    ] as const)
      assert.deepEqual(await judged({ [path]: text }), [`${path}!`], path);
  });

  it('is for an engineer to say where something on the way may ask for the flag', async () => {
    const door = { 'app/views/homes/_door.html.erb': '<p>Come in by the door</p>\n' };
    const asks = "class ApplicationController\n  before_action :stop, unless: -> { enabled?('new-home') }\nend\n";
    for (const [around, changed] of [
      [{ 'app/controllers/application_controller.rb': asks }, door],
      [{ 'config/routes.rb': "get '/home' if enabled?(:new_home)\n" }, door],
      [
        {
          'app/controllers/homes_controller.rb':
            'class HomesController\n  def show = head(NEW_HOME ? 200 : 404)\nend\n',
        },
        door,
      ],
      [
        {
          [page]: '<% if shows_door? %><%= render "door" %><% end %>',
          'app/helpers/door_helper.rb': "module DoorHelper\n  def shows_door?\n    enabled?('new-home')\n  end\nend\n",
        },
        door,
      ],
      [{ [page]: '<% if OPEN %><%= render "door" %><% end %>', 'lib/names.rb': "OPEN = enabled?('new-home')\n" }, door],
      [{ [page]: '<h1>Home</h1>' }, door],
      [
        { 'app/views/homes/_door.html.erb': '<p>Door</p>' },
        { 'app/views/doors/show.html.erb': '<p>Nobody renders it</p>' },
      ],
      [{}, { 'app/views/homes/_door.html.haml': '%p= "Come in now"' }],
      [{}, { 'app/models/unread.rb': { mode: '100644', oid: 'e', bytes: 9, unread: 'binary' } }],
      [chain, { 'app/models/c0.rb': 'class C0\n  def words = "Come in by steps"\nend\n' }],
      [{}, { 'app/components/other_component.html.erb': '<p>Nobody names it</p>' }],
      [
        { 'app/models/cards/home.rb': '', 'app/services/cards/home.rb': '' },
        { 'app/models/cards/home.rb': 'class Cards::Home\n  def words = "Two of a name"\nend\n' },
      ],
    ] as const)
      assert.deepEqual(await judged(changed, around), Object.keys(changed), JSON.stringify(around));
  });

  it('is for an engineer to say where no words, pages or addresses come', async () => {
    for (const [path, text] of [
      [
        'app/controllers/homes_controller.rb',
        'class HomesController < ApplicationController\n  def show; end\n  private\n  def more; end\nend\n',
      ],
      [
        'app/components/cards/home_component.rb',
        'class Cards::HomeComponent\n  def words = "Come in"\n  logger.info "Not for all to read"\nend\n',
      ],
      [
        'app/components/cards/home_component.rb',
        'class Cards::HomeComponent\n  # "Come in, says nobody"\n  def words = "Come in"\nend\n'.replace(
          '  # "Come in, says nobody"\n',
          '  KIND = "card"\n',
        ),
      ],
      [page, '<h1>Home</h1>\n<%= render "door" %>\n'],
    ] as const)
      assert.deepEqual(await judged({ [path]: text }), [path], text);
    const none = Object.fromEntries(Object.entries(rails).filter(([path]) => path !== 'config/routes.rb'));
    const context = createReviewContext({ base: none, head: { ...none, [page]: '<h1>Our home</h1>' } });
    const outcome = (await flagGated.run(context)) as { reports: readonly Report[] };
    assert.deepEqual(
      outcome.reports.map(({ undecided }) => undecided),
      [true],
    );
  });

  it('decides who sees a text that Rails shows for a class', async () => {
    const path = 'config/locales/en.yml';
    const textsOf = (words: string): string =>
      `en:\n  activemodel:\n    errors:\n      models:\n        home_form:\n          attributes:\n            name:\n              blank: ${words}\n    attributes:\n      home_form:\n        name: ${words}\n`;
    const form = 'class HomeForm\n  attr_accessor :name\nend\n';
    const shown = { 'app/controllers/homes_controller.rb': 'class HomesController\n  def show = HomeForm.new\nend\n' };
    const change = { [path]: textsOf('Say who you are') };
    const around = { [path]: textsOf('Say your name'), ...shown };
    assert.deepEqual(await judged(change, { ...around, 'app/forms/home_form.rb': form }), [`${path}!`, `${path}!`]);
    const base = { ...rails, ...around, 'app/forms/home_form.rb': form };
    const context = createReviewContext({ base, head: { ...base, ...change } });
    const outcome = (await flagGated.run({ ...context, texts: () => findTextUses(context) })) as { reports: Report[] };
    assert.match(
      outcome.reports[0]?.message ?? '',
      /is shown by app\/forms\/home_form\.rb, .* the new one in that class/,
    );
    for (const other of [
      {},
      { 'app/forms/home_form.rb': 'class HomeForm\nend\n' },
      { 'app/forms/home_form.rb': `${form}x if enabled?('new-home')\n` },
    ])
      assert.ok(
        (await judged(change, { ...around, ...other })).every((each) => each === path),
        JSON.stringify(other),
      );
  });
});
