import {
  policy,
  regulated,
  doc,
  flags,
  whole,
  feature,
  byPlan,
  testGoodChanges,
  type GoodChange,
} from '../support/good-changes.js';
import { pilotRepository, plan } from '../support/pilot-repository.js';
import { accounts, approval, goodChange } from '../support/pull-request.js';

const { maya, erin, paul, omar } = accounts;

const changes: Readonly<Record<string, GoodChange>> = {
  'a text': { make: () => goodChange({ policy }) },
  'a flag': { make: () => byPlan({ 'src/home/flags.yaml': flags(10) }, { text: feature }) },
  'a rollback by flag': {
    make: () =>
      byPlan({ 'src/home/flags.yaml': flags(0) }, { text: feature, start: { 'src/home/flags.yaml': flags(50) } }),
  },
  'a plan alone': {
    make: () => {
      const repository = pilotRepository({ policy });
      repository.write(doc, plan.replace('Approved', 'In Review'));
      repository.commit('Plan the home page');
      return repository;
    },
  },
  'a plan in review beside its code, approved on the host alone': {
    make: () => {
      const repository = byPlan(
        { 'src/home/i18n/en.json': '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n' },
        { text: plan.replace('Approved', 'In Review') },
      );
      return repository;
    },
  },
  'code together with an engineer': {
    make: () =>
      byPlan(
        { 'src/home/Order.tsx': "export const Order = () => (useFlag('new-home') ? <New /> : <Old />);\n" },
        { text: whole('front-end'), message: 'Order it\n\nCo-authored-by: Omar <omar@example.com>' },
      ),
  },
  'a prompt': {
    make: () =>
      byPlan(
        { 'src/home/prompts/welcome.md': 'Greet {{name}} and say what to do first.\n' },
        {
          text: whole('prompt'),
          start: {
            'src/home/prompts/welcome.md': 'Greet {{name}}.\n',
            'src/home/greet.ts':
              "export const greet = () => (isEnabled('new-home') ? load('prompts/welcome.md') : undefined);\n",
          },
        },
      ),
  },
  'an event': {
    make: () =>
      byPlan(
        { 'src/home/analytics/events.ts': "export const events = { opened: 'home_opened', begun: 'home_begun' };\n" },
        { text: whole('feature') },
      ),
  },
  'a component': {
    make: () =>
      byPlan(
        {
          'src/home/components/Home.tsx':
            "export const Home = () => (useFlag('new-home') ? <New first /> : <Old />);\n",
        },
        { text: whole('front-end') },
      ),
  },
  'a plan that was merged before, under regulated controls': {
    make: () => {
      const repository = goodChange({ policy: regulated });
      repository.git('tag', 'plan', 'HEAD~1');
      repository.git('switch', '-q', 'main');
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge the plan', 'plan');
      repository.git('switch', '-q', 'pm/home');
      repository.git('rebase', '-q', 'main');
      return repository;
    },
    evidence: (repository) => {
      const head = repository.git('rev-parse', 'plan');
      const reviews = [approval(erin, head), approval(paul, head)];
      return { plans: [{ path: doc, pullRequest: { number: 5, author: maya, head, pushers: [maya], reviews } }] };
    },
  },
  'engineers’ own': {
    make: () => {
      const repository = pilotRepository({ policy: regulated });
      repository.write('src/auth/login.ts', 'export const login = 2;\n');
      repository.commit('Log in', { author: 'Omar <omar@example.com>' });
      return repository;
    },
    evidence: () => ({ author: omar, reviews: [] }),
  },
  'a change of the policy that its owner approved': {
    make: () => {
      const repository = pilotRepository({ policy: regulated });
      repository.write('CLAUDE.md', `# Notes\n\n${regulated}\n**Size limit:** 10 files, 200 lines\n`);
      repository.commit('Keep changes small', { author: 'Omar <omar@example.com>' });
      return repository;
    },
    evidence: (repository) => ({ author: omar, reviews: [approval(erin, repository.git('rev-parse', 'HEAD'))] }),
  },
};

describe('a good change is ready:', () => testGoodChanges(changes));
