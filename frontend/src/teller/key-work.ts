import { readFiles, readHistory } from '../ballot/archive';
import { groupOf } from '../ballot/belenios-2048';
import {
  begin,
  CeremonyFault,
  ceremonyCode,
  second,
  spoken,
  third,
  trusteesFile,
  type FirstMessage,
  type Secrets,
  type SecondMessage,
  type ThirdMessage,
} from '../ballot/ceremony';
import { decrypt, readTally, type Decrypted } from '../ballot/decryption';
import { readElection } from '../ballot/election';
import { Malformed, type Group } from '../ballot/group';
import { randomScalars } from '../ballot/scalars';
import { checkTrustees, flattened, readTrustees } from '../ballot/trustees';

/** What a teller's device computes, in its worker. */

export type Stepped = { secrets: Secrets } | { fault: { index: number; step: string } };

function groupNamed(name: string): Group {
  const group = groupOf(name);
  if (group === undefined) {
    throw new Malformed('an unknown group');
  }
  return group;
}

async function stepped(work: () => Promise<Secrets>): Promise<Stepped> {
  try {
    return { secrets: await work() };
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

/** Digits that all tellers have to see alike. */
export function codeOf(first: string[]): Promise<string> {
  return spoken(ceremonyCode(parse<FirstMessage>(first)));
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
  const own = trusteesFile(
    secrets.threshold,
    parse<FirstMessage>(first),
    parse<SecondMessage>(middle),
    parse<ThirdMessage>(last),
  );
  const mine = JSON.stringify(JSON.parse(last[secrets.index - 1]!)) === JSON.stringify(secrets.sent.third);
  return own === trustees && mine && checkTrustees(named, readTrustees(named, trustees)) === null;
}

/**
 * Decrypts the sum of an archive that was verified.
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
  const tally = readTally(election, events.find((it) => it.type === 'EncryptedTally')!.data[0]!);
  return { owner, ...decrypt(election, tally, share, randomScalars(group.order)) };
}
