import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeInAHurry, planFirst, sendIt, showStanding } from './acts.js';
import { openIt, passTheGate } from './gate-act.js';
import { startHost } from './host/start-host.js';
import { projectFolder } from './project-folder.js';
import { makeSampleRepository } from './sample-repository.js';
import { makeStage } from './stage.js';

/** Plays the whole story; the process ends with 1 when any step did not come out as it is told. */
async function play(): Promise<void> {
  const sample = makeSampleRepository(mkdtempSync(join(tmpdir(), 'pm-zone-demo-')));
  const stage = makeStage(
    sample,
    join(projectFolder(), 'dist', 'pm-zone.js'),
    (text) => void process.stdout.write(text),
  );
  stage.part('PM Zone, from a wish to a green pull request');
  stage.say(
    `Maya is the product manager of onboarding at Harbor, a made-up company that makes boards for teams. Someone who is new reads “There is nothing here yet”, and many leave. Maya wants the page to say what to do first, and to show that to 20 % of people. An engineer has put a flag there; the words, and turning the flag on, are Maya’s to change. This is real: the company’s repository was just made in ${sample.folder}, every command below is run there, and what it prints is what Maya sees.`,
  );
  for (const act of [showStanding, changeInAHurry, planFirst, sendIt]) act(stage);
  const host = await startHost(sample);
  try {
    await openIt(stage, host);
    await passTheGate(stage, host);
  } finally {
    await host.stop();
  }
  stage.part('That was all');
  if (stage.surprises.length === 0) {
    stage.say(
      `Nothing left this computer. Everything lies in ${sample.folder}: look around with “cd ${sample.root}”, and delete the folder when you are done.`,
    );
  } else {
    stage.say(
      `Not everything came out as the story says:\n- ${stage.surprises.join('\n- ')}\nThe folder is ${sample.folder}.`,
    );
    process.exitCode = 1;
  }
}

void play();
