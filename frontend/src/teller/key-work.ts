import { readFiles, readHistory } from '../ballot/archive';
import { groupOf } from '../ballot/belenios-2048';
import {
  agreed,
  begin,
  CeremonyFault,
  ceremonyCode,
  heard,
  readFirst,
  second,
  spoken,
  third,
  trusteesFile,
  type Announcement,
  type FirstMessage,
  type Secrets,
  type SecondMessage,
  type ThirdMessage,
} from '../ballot/ceremony';
import { decrypt, readTally, type Decrypted } from '../ballot/decryption';
import { readElection } from '../ballot/election';
import { Malformed, type Group } from '../ballot/group';
import { randomScalars } from '../ballot/scalars';
import { hexHash } from '../ballot/sha256';
import { checkTrustees, flattened, readTrustees } from '../ballot/trustees';

/** What a teller's device computes, in its worker. */

export interface Faulty {
  fault: { index: number; step: string };
}

export type Stepped = { secrets: Secrets } | Faulty;

/** What is compared by voice. @param code what the digits stand for */
export interface Spoken {
  code: string;
  digits: string;
}

/** What an archive says of itself, before anything in it is checked. */
export interface Summary {
  uuid: string;
  ballots: number;
  /** Hash of the end of voting. */
  closing: string;
  /** Hash of the event with the sum. */
  tally: string;
  /** Hash of the file of trustees. */
  trustees: string;
}

function groupNamed(name: string): Group {
  const group = groupOf(name);
  if (group === undefined) {
    throw new Malformed('an unknown group');
  }
  return group;
}

async function faulty<T>(work: () => T | Promise<T>): Promise<T | Faulty> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof CeremonyFault) {
      return { fault: { index: fault.index, step: fault.step } };
    }
    throw fault;
  }
}

const parse = <T>(messages: string[]): T[] => messages.map((it) => JSON.parse(it) as T);

export function startCeremony(group: string, place: Pick<Secrets, 'ceremony' | 'index' | 'size' | 'threshold'>): Promise<Secrets> {
  return begin(groupNamed(group), place);
}

function stepped(work: () => Secrets | Promise<Secrets>): Promise<Stepped> {
  return faulty(async () => ({ secrets: await work() }));
}

export function allAnnounced(secrets: Secrets, announcements: string[]): Promise<Stepped> {
  return stepped(() => heard(secrets, parse<Announcement>(announcements)));
}

/** Digits that all tellers have to see alike. */
export function codeOf(group: string, secrets: Secrets, messages: string[]): Promise<Spoken | Faulty> {
  return faulty(async () => {
    const first = parse<FirstMessage>(messages);
    readFirst(groupNamed(group), secrets, first);
    const code = ceremonyCode(first);
    return { code, digits: await spoken(code) };
  });
}

/** @param code whose digits were compared */
export function codeCompared(group: string, secrets: Secrets, code: string, first: string[]): Promise<Stepped> {
  return stepped(() => agreed(groupNamed(group), secrets, code, parse<FirstMessage>(first)));
}

export function secondRound(group: string, secrets: Secrets, first: string[]): Promise<Stepped> {
  return stepped(() => second(groupNamed(group), secrets, parse<FirstMessage>(first)));
}

export function thirdRound(group: string, secrets: Secrets, first: string[], messages: string[]): Promise<Stepped> {
  return stepped(() => third(groupNamed(group), secrets, parse<FirstMessage>(first), parse<SecondMessage>(messages)));
}

/** Whether what the server made of it is what this teller would have made, and holds. */
export function isOurs(group: string, secrets: Secrets, rounds: [string[], string[], string[]], trustees: string): boolean {
  const named = groupNamed(group);
  const [first, middle, last] = rounds;
  if (ceremonyCode(parse<FirstMessage>(first)) !== secrets.compared) {
    return false;
  }
  const own = trusteesFile(
    secrets.threshold,
    parse<FirstMessage>(first),
    parse<SecondMessage>(middle),
    parse<ThirdMessage>(last),
  );
  const mine = JSON.stringify(JSON.parse(last[secrets.index - 1]!)) === JSON.stringify(secrets.sent.third);
  return own === trustees && mine && isSound(named, trustees);
}

function isSound(group: Group, trustees: string): boolean {
  try {
    return checkTrustees(group, readTrustees(group, trustees)) === null;
  } catch (fault) {
    if (fault instanceof Malformed) {
      return false;
    }
    throw fault;
  }
}

/** @return null if it is no archive with a sum */
export function summaryOf(bytes: Uint8Array): Summary | null {
  try {
    const { events } = readHistory(readFiles(bytes));
    const [election, trustees] = events[0]?.data ?? [];
    const closing = events.find((it) => it.type === 'EndBallots');
    const tally = events.find((it) => it.type === 'EncryptedTally');
    if (election === undefined || trustees === undefined || closing === undefined || tally === undefined) {
      return null;
    }
    return {
      uuid: readElection(election).uuid,
      ballots: events.filter((it) => it.type === 'Ballot').length,
      closing: closing.hash,
      tally: tally.hash,
      trustees: hexHash(trustees),
    };
  } catch (fault) {
    if (fault instanceof Malformed) {
      return null;
    }
    throw fault;
  }
}

/**
 * Decrypts the sum of an archive that was verified. Whoever gets several sums of one election decrypted learns single votes from their
 * difference, so it has to be the one that the share has been bound to before.
 *
 * @return null if the share is none of this election
 */
export function decryptTally(bytes: Uint8Array, secrets: Secrets): (Decrypted & { owner: number }) | null {
  const { events } = readHistory(readFiles(bytes));
  const [raw, trustees] = events[0]!.data as [string, string];
  const election = readElection(raw);
  const { group } = election;
  const share = BigInt(secrets.share!);
  const key = group.power(group.generator, share);
  const owner = flattened(readTrustees(group, trustees)).findIndex((it) => group.equal(it.key, key)) + 1;
  if (owner === 0) {
    return null;
  }
  const event = events.find((it) => it.type === 'EncryptedTally')!;
  if (secrets.decrypted?.[election.uuid] !== event.hash) {
    throw new Error('the share is not bound to this sum');
  }
  const tally = readTally(election, event.data[0]!);
  return { owner, ...decrypt(election, tally, share, randomScalars(group.order)) };
}
