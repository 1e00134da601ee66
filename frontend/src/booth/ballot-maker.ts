import { hexHash } from '../ballot/sha256';
import { createBallot, marks, readBallot, tracker, type Choice } from '../ballot/ballot';
import { groupOf } from '../ballot/belenios-2048';
import { writeOpening } from '../ballot/challenge';
import { heavier, readCredentials } from '../ballot/credentials';
import { readElection, Workshop, type Question } from '../ballot/election';
import { Malformed } from '../ballot/group';
import { newSeed, randomScalars, seededScalars } from '../ballot/scalars';
import { checkTrustees, electionKey, readTrustees } from '../ballot/trustees';

/** What the booth computes, in its worker. The seed of a ballot stays here until the ballot is opened or forgotten. */

/** The files with which the election begins. */
export interface Setup {
  election: string;
  trustees: string;
  credentials: string;
}

export interface Credential {
  secret: string;
  key: string;
}

/** Why nobody should vote in this election here: it is not what it says to be. */
export type Unsound = 'malformed' | 'trustees' | 'alone' | 'key' | 'left-out' | 'other-election';

export interface Prepared {
  fault: Unsound | null;
  name: string;
  questions: Question[];
  /** Hash of the opening: everybody sees the same one, on the display too. */
  head: string;
  /** Hash of the tellers' file: the server could have made up tellers of its own, so everybody compares it with display and minutes. */
  tellers: string;
}

export interface Made {
  ballot: string;
  tracker: string;
  milliseconds: number;
}

export class BallotMaker {
  private workshop: Workshop | null = null;
  private secret = 0n;
  /** Of the credential in the public list. */
  private place = 0;
  private made: { ballot: string; seed: Uint8Array<ArrayBuffer>; choices: Choice[] } | null = null;

  newCredential(groupName: string): Credential {
    const group = groupOf(groupName);
    if (group === undefined) {
      throw new Malformed('an unknown group');
    }
    const secret = randomScalars(group.order).next();
    return { secret: secret.toString(), key: group.print(group.power(group.generator, secret)) };
  }

  /** Checks the election from the voter's side and prepares the tables. */
  prepare(setup: Setup, uuid: string, credential: Credential): Prepared {
    this.workshop = null;
    const nothing = { name: '', questions: [], head: openingHead(setup), tellers: hexHash(setup.trustees) };
    try {
      const election = readElection(setup.election);
      const { group } = election;
      const items = readTrustees(group, setup.trustees);
      const fault: Unsound | null =
        election.uuid !== uuid ? 'other-election'
        : items.length === 0 || checkTrustees(group, items) !== null ? 'trustees'
        : !items.some((it) => it.kind === 'threshold' && it.threshold > 1) ? 'alone'
        : !group.equal(electionKey(group, items), election.publicKey) ? 'key'
        : null;
      const credentials = readCredentials(group, setup.credentials);
      if (heavier(credentials) > 0) {
        throw new Malformed('votes are not equal');
      }
      this.place = [...credentials.keys()].indexOf(credential.key);
      if (fault === null && this.place < 0) {
        return { ...nothing, fault: 'left-out' };
      }
      if (fault === null) {
        this.workshop = new Workshop(election, 5);
        this.secret = BigInt(credential.secret);
      }
      return { ...nothing, fault, name: election.name, questions: election.questions };
    } catch (fault) {
      if (fault instanceof Malformed) {
        return { ...nothing, fault: 'malformed' };
      }
      throw fault;
    }
  }

  /** Makes a ballot. The one before, if it was not opened, is forgotten. */
  make(choices: Choice[]): Made {
    const workshop = this.ready();
    const from = performance.now();
    const seed = newSeed();
    const { questions } = workshop.election;
    const marked = choices.map((it, i) => marks(questions[i]!, it));
    const { order } = workshop.group;
    const ballot = createBallot(workshop, this.secret, marked, seededScalars(seed, order), randomScalars(order));
    this.made = { ballot, seed, choices };
    return { ballot, tracker: tracker(ballot), milliseconds: performance.now() - from };
  }

  /** Opens the ballot, which spoils it. */
  open(): string {
    const workshop = this.ready();
    if (this.made === null) {
      throw new Error('there is no ballot to open');
    }
    const { ballot, seed, choices } = this.made;
    this.made = null;
    const { questions, uuid } = workshop.election;
    const { signature } = readBallot(workshop, ballot);
    const marked = choices.map((it, i) => marks(questions[i]!, it));
    return writeOpening({ uuid, marks: marked, place: this.place, seed, signature });
  }

  /** After the ballot is cast nobody can open it any more. */
  forget(): void {
    this.made = null;
  }

  private ready(): Workshop {
    if (this.workshop === null) {
      throw new Error('no election is prepared');
    }
    return this.workshop;
  }
}

/** Hash of the event by which an archive of this election begins. */
export function openingHead({ election, trustees, credentials }: Setup): string {
  const setup = { election: hexHash(election), trustees: hexHash(trustees), credentials: hexHash(credentials) };
  return hexHash(JSON.stringify({ height: 0, type: 'Setup', payload: hexHash(JSON.stringify(setup)) }));
}
