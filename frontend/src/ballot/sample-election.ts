import { ArchiveWriter } from './archive';
import { createBallot, marks, readBallot, type Choice } from './ballot';
import { BELENIOS_2048 } from './belenios-2048';
import { agreed, announcement, begin, ceremonyCode, heard, second, third, trusteesFile, type FirstMessage, type Secrets, type SecondMessage, type ThirdMessage } from './ceremony';
import { writeCredentials } from './credentials';
import { combine, decrypt, readPartial, tallied, writeResult, writeTally, type Decrypted } from './decryption';
import { readElection, Workshop, writeElection, type Question } from './election';
import { randomScalars } from './scalars';
import { electionKey, readTrustees } from './trustees';

/** Whole elections for tests and measurements, made by the same steps as real ones. */

export const YES_NO_ABSTENTION: Question = {
  question: 'Soll der Haushalt 2027 beschlossen werden?',
  answers: ['Ja', 'Nein', 'Enthaltung'],
  blank: false,
  min: 1,
  max: 1,
};

export const THREE_OF_FIVE: Question = {
  question: 'Wer soll in den Ausschuss?',
  answers: ['Anna Ärmel', 'Bernd "Bert" Böhm', 'Çelik', 'Dora', 'Ernst'],
  blank: true,
  min: 1,
  max: 3,
};

const group = BELENIOS_2048;
const scalars = randomScalars(group.order);
const START = 1_790_000_000;

export interface Tellers {
  secrets: Secrets[];
  trustees: string;
}

/** The ceremony of all tellers, without a server. */
export async function tellers(size: number, threshold: number, ceremony = 'ceremony-1'): Promise<Tellers> {
  const places = Array.from({ length: size }, (_, i) => ({ ceremony, index: i + 1, size, threshold }));
  let secrets = await Promise.all(places.map((it) => begin(group, it)));
  const announcements = secrets.map(announcement);
  const first = secrets.map((it) => it.sent.first as FirstMessage);
  secrets = secrets.map((it) => agreed(group, heard(it, announcements), ceremonyCode(first), first));
  secrets = await Promise.all(secrets.map((it) => second(group, it, first)));
  const middle = secrets.map((it) => it.sent.second as SecondMessage);
  secrets = await Promise.all(secrets.map((it) => third(group, it, first, middle)));
  const last = secrets.map((it) => it.sent.third as ThirdMessage);
  return { secrets, trustees: trusteesFile(threshold, first, middle, last) };
}

export interface SampleElection {
  workshop: Workshop;
  election: string;
  trustees: string;
  credentials: string;
  /** Secret exponents of the voters. */
  voters: bigint[];
}

export function opened(uuid: string, trustees: string, questions: Question[], voters: number): SampleElection {
  const items = readTrustees(group, trustees);
  const words = { description: '', name: 'Geheime Abstimmung', uuid };
  const election = writeElection(words, group, electionKey(group, items), questions);
  const secrets = Array.from({ length: voters }, () => scalars.next());
  const keys = secrets.map((it) => group.power(group.generator, it));
  return {
    workshop: new Workshop(readElection(election), 5),
    election,
    trustees,
    credentials: writeCredentials(group, keys),
    voters: secrets,
  };
}

export function cast({ workshop, voters }: SampleElection, voter: number, ...choices: Choice[]): string {
  const { questions } = workshop.election;
  return createBallot(workshop, voters[voter]!, choices.map((it, i) => marks(questions[i]!, it)), scalars, scalars);
}

export interface Counting {
  tally: string;
  decryptions: { owner: number; decrypted: Decrypted }[];
  result: number[][];
}

/** @param present numbers of the tellers who decrypt, from 1 */
export function counted(sample: SampleElection, secrets: readonly Secrets[], ballots: readonly string[], present: number[]): Counting {
  const { election } = sample.workshop;
  const tally = tallied(election, ballots.map((it) => ({ ...readBallot(sample.workshop, it), weight: 1n })));
  const decryptions = present.map((owner) => ({
    owner,
    decrypted: decrypt(election, tally, BigInt(secrets[owner - 1]!.share!), scalars),
  }));
  const contributions = new Map(decryptions.map((it) => [it.owner, readPartial(election, it.decrypted.partial)]));
  const result = combine(election, readTrustees(group, sample.trustees), tally, contributions, ballots.length)!;
  return { tally: writeTally(group, tally), decryptions, result };
}

/** An archive whose election is set up. */
export function begun({ election, trustees, credentials }: SampleElection): ArchiveWriter {
  const archive = new ArchiveWriter(START);
  archive.setup(election, trustees, credentials);
  return archive;
}

export function wholeArchive(sample: SampleElection, ballots: readonly string[], counting: Counting): ArchiveWriter {
  const archive = begun(sample);
  ballots.forEach((it) => archive.add('Ballot', it));
  archive.add('EndBallots');
  archive.encryptedTally(counting.tally, ballots.length, ballots.length);
  counting.decryptions.forEach((it) => archive.partialDecryption(it.owner, it.decrypted.partial));
  archive.add('Result', writeResult(counting.result));
  return archive;
}
