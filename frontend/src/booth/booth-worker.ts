import { answerCalls } from '../ballot/calls';
import type { Choice } from '../ballot/ballot';
import { BallotMaker, type Credential, type Setup } from './ballot-maker';

const maker = new BallotMaker();

answerCalls({
  newCredential: (group: string) => maker.newCredential(group),
  prepare: ({ setup, uuid, credential }: { setup: Setup; uuid: string; credential: Credential }) =>
    maker.prepare(setup, uuid, credential),
  make: (choices: Choice[]) => maker.make(choices),
  open: () => maker.open(),
  forget: () => maker.forget(),
});
