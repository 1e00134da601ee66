import { readFiles, readHistory, type EventType, type Files, type Happening, type History } from '../ballot/archive';
import { checkBallot, readBallot, tracker, type Ballot } from '../ballot/ballot';
import { heavier, readCredentials, type RegisteredCredential } from '../ballot/credentials';
import {
  checkPartial,
  checkStrong,
  combine,
  missing,
  readPartial,
  readResult,
  readStrong,
  readTally,
  surplus,
  tallied,
  writeTally,
  type PartialDecryption,
  type Tally,
} from '../ballot/decryption';
import { readElection, Workshop, type Election } from '../ballot/election';
import { Malformed } from '../ballot/group';
import { count, list, parsed, record, text } from '../ballot/reading';
import { hexHash } from '../ballot/sha256';
import { checkTrustees, electionKey, flattened, readTrustees, type TrusteeItem } from '../ballot/trustees';

/**
 * Checks the archive of an election from its bytes alone: what belenios-tool checks, and what it does not see (docs/voting-frontend.md). The
 * checks are the steps of the verifier in Java, under the same names; by them the page explains what was checked, and each fault has a reason.
 */

export const CHECKS = [
  'LAYOUT',
  'CHAIN',
  'ORDER',
  'ELECTION',
  'TRUSTEES',
  'CREDENTIALS',
  'BALLOT_FORM',
  'BALLOT_ENTITLED',
  'BALLOT_SIGNATURE',
  'BALLOT_GROUP',
  'BALLOT_MARKS',
  'BALLOT_NUMBER',
  'TALLY',
  'DECRYPTION',
  'RESULT',
  'STRONG_PROOFS',
  'HISTORY',
] as const;

export type CheckId = (typeof CHECKS)[number];

/**
 * PASSED, FAILED; OPEN: not yet: the election is not so far, or strong proofs are still to be given; LEFT: a check before it failed, or nothing
 * was given to compare with.
 */
export type Outcome = 'PASSED' | 'FAILED' | 'OPEN' | 'LEFT';

export interface Check {
  id: CheckId;
  outcome: Outcome;
  /** Name of what is wrong. */
  reason?: string;
  /** Which ballot, trustee or event it is, from 1. */
  place?: number;
  /** What programmers want to know. */
  detail?: string;
}

export interface Question {
  question: string;
  answers: string[];
  blank: boolean;
}

export interface Report {
  /**
   * Whether nothing failed and, if there is a result, the strong proofs of all who decrypted hold: the proofs of the format alone do not show that
   * the result is that of the ballots (docs/voting-protocol.md, G10).
   */
  accepted: boolean;
  /** Whether the election has its result. */
  complete: boolean;
  checks: Check[];
  name: string;
  uuid: string;
  questions: Question[];
  /** In order of the archive. */
  trackers: string[];
  /** How many ballots count, and how many were replaced by a later one of the same voter. */
  counted: number;
  replaced: number;
  registered: number;
  /** Of all that count: their number, unless weights were allowed. */
  weight: number;
  /** Numbers of the trustees who decrypted. */
  owners: number[];
  result: number[][] | null;
  heads: Heads;
  /** Hash of the tellers' file. Whose keys they are, only a comparison with display and minutes shows. */
  tellers: string;
}

/** Hashes of the last event at three moments; empty as long as it has not come. */
export interface Heads {
  opening: string;
  closing: string;
  result: string;
}

export interface Given {
  /** Strong proofs of the trustees: `[{"owner":1,"proofs":[[…]]},…]`. A result is not accepted without. */
  strong?: string;
  /** Hashes from minutes, display or QR code. */
  heads?: Partial<Heads>;
  /** Archive that was saved before: the new one must go on from there. */
  earlier?: Uint8Array;
  /** Whether voters may vote again, in records of others; the last ballot counts. */
  revoting?: boolean;
  /** Whether votes may have weights, in records of others. */
  weighted?: boolean;
}

/** What came of one ballot. */
export type BallotVerdict = { fault: string | null; detail?: string };

export interface Help {
  /** Tells what is being done: checks done, and ballots done of all. */
  progress(check: CheckId, done: number, all: number): void;
  /** Checks ballots; may share the work out. */
  ballots(election: string, ballots: string[], progress: (done: number) => void): Promise<BallotVerdict[]>;
}

/** From here on a weight is written as text. */
const LARGE = 2 ** 30;

class Fault extends Error {
  constructor(
    readonly reason: string,
    readonly place?: number,
    detail?: string,
  ) {
    super(detail ?? reason);
  }
}

const OTHER = { election: 'a ballot of another election', hash: 'changed after it was signed' };

/** What comes of checking a ballot by itself. */
export function ballotVerdict(workshop: Workshop, raw: string): BallotVerdict {
  try {
    const fault = checkBallot(workshop, readBallot(workshop, raw));
    return fault === 'election' || fault === 'hash' ? { fault: 'malformed', detail: OTHER[fault] } : { fault };
  } catch (fault) {
    if (fault instanceof Malformed) {
      return { fault: 'malformed', detail: fault.message };
    }
    throw fault;
  }
}

/** Many ballots are worth wide tables. */
export function workshopFor(election: Election, ballots: number): Workshop {
  return new Workshop(election, ballots > 40 ? 8 : 5);
}

const ORDER: Readonly<Record<EventType | 'nothing', readonly EventType[]>> = {
  nothing: ['Setup'],
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption', 'Result'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
};

/** What is wrong with an event at its place. */
function misplaced(type: EventType, last: EventType | 'nothing'): string {
  if (last === 'Result') {
    return 'order.after-result';
  }
  if (last === 'nothing' || type === 'Setup') {
    return 'order.setup';
  }
  const ended = last !== 'Setup' && last !== 'Ballot';
  switch (type) {
    case 'Ballot':
      return 'order.late-ballot';
    case 'EndBallots':
      return 'order.ended-twice';
    case 'EncryptedTally':
      return ended ? 'order.summed-twice' : 'order.not-ended';
    default:
      return ended ? 'order.not-summed' : 'order.not-ended';
  }
}

/** At which step a fault of a ballot counts. */
const STEPS: Readonly<Record<string, CheckId>> = {
  malformed: 'BALLOT_FORM',
  signature: 'BALLOT_SIGNATURE',
  group: 'BALLOT_GROUP',
  marks: 'BALLOT_MARKS',
  number: 'BALLOT_NUMBER',
  blank: 'BALLOT_NUMBER',
};

/** Beginnings of reasons that are not the name of the check. */
const MALFORMED: Partial<Record<CheckId, string>> = { STRONG_PROOFS: 'strong', BALLOT_FORM: 'ballot' };

/** Everything that one check finds and later ones need. */
interface Findings {
  files: Files;
  history: History;
  election: Election;
  workshop: Workshop;
  items: TrusteeItem[];
  credentials: Map<string, RegisteredCredential>;
  ballots: Ballot[];
  counting: Ballot[];
  weight: number;
  tally: Tally;
  partials: Map<number, PartialDecryption>;
  /** What the decryptions yield. */
  computed: number[][];
}

class Verification {
  private readonly found: Partial<Findings> = {};
  private readonly checks = new Map<CheckId, Check>();
  private verdicts: BallotVerdict[] = [];
  private owners: number[] = [];
  private result: number[][] | null = null;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly given: Given,
    private readonly help: Help,
  ) {}

  async run(): Promise<Report> {
    await this.check('LAYOUT', [], () => void (this.found.files = readFiles(this.bytes)));
    await this.check('CHAIN', ['LAYOUT'], () => void (this.found.history = readHistory(this.found.files!)));
    await this.check('ORDER', ['CHAIN'], () => this.order());
    await this.check('ELECTION', ['ORDER'], () => this.election());
    await this.check('TRUSTEES', ['ELECTION'], () => this.trustees());
    await this.check('CREDENTIALS', ['ELECTION'], () => this.credentials());
    await this.check('BALLOT_FORM', ['ELECTION'], () => this.ballots());
    await this.check('BALLOT_ENTITLED', ['BALLOT_FORM', 'CREDENTIALS'], () => this.entitled());
    await this.check('BALLOT_SIGNATURE', ['BALLOT_FORM'], () => this.prove('BALLOT_SIGNATURE'));
    await this.check('BALLOT_GROUP', ['BALLOT_FORM'], () => this.prove('BALLOT_GROUP'));
    await this.check('BALLOT_MARKS', ['BALLOT_SIGNATURE', 'BALLOT_GROUP'], () => this.prove('BALLOT_MARKS'));
    await this.check('BALLOT_NUMBER', ['BALLOT_MARKS'], () => this.prove('BALLOT_NUMBER'));
    await this.check('TALLY', ['BALLOT_ENTITLED', 'BALLOT_NUMBER'], () => this.tally());
    await this.check('DECRYPTION', ['TRUSTEES', 'TALLY'], () => this.decryption());
    await this.check('RESULT', ['DECRYPTION'], () => this.combined());
    await this.check('STRONG_PROOFS', ['TRUSTEES', 'TALLY'], () => this.strong());
    await this.check('HISTORY', ['CHAIN'], () => this.continued());
    return this.report();
  }

  /** @param needed without which it cannot be done */
  private async check(id: CheckId, needed: CheckId[], work: () => Outcome | void | Promise<Outcome | void>): Promise<void> {
    this.help.progress(id, 0, 0);
    const before = needed.map((it) => this.checks.get(it)!.outcome);
    if (before.includes('FAILED') || before.includes('LEFT')) {
      this.checks.set(id, { id, outcome: 'LEFT' });
      return;
    }
    if (before.includes('OPEN')) {
      this.checks.set(id, { id, outcome: 'OPEN' });
      return;
    }
    try {
      this.checks.set(id, { id, outcome: (await work()) ?? 'PASSED' });
    } catch (fault) {
      if (fault instanceof Fault) {
        this.checks.set(id, { id, outcome: 'FAILED', reason: fault.reason, place: fault.place, detail: fault.message });
      } else if (fault instanceof Malformed) {
        this.checks.set(id, { id, outcome: 'FAILED', reason: `${MALFORMED[id] ?? id.toLowerCase()}.malformed`, detail: fault.message });
      } else {
        throw fault;
      }
    }
  }

  private events(type: EventType): Happening[] {
    return this.found.history!.events.filter((it) => it.type === type);
  }

  private order(): void {
    this.orderOfEvents();
    const seen = new Set<string>();
    for (const [i, { type, hash, data }] of this.found.history!.events.entries()) {
      for (const it of [...(type === 'Ballot' ? [] : data.map((one) => hexHash(one))), hash]) {
        if (seen.has(it)) {
          throw new Fault('order.twice', i + 1);
        }
        seen.add(it);
      }
    }
  }

  private orderOfEvents(): void {
    let last: EventType | 'nothing' = 'nothing';
    for (const [i, { type }] of this.found.history!.events.entries()) {
      if (!ORDER[last].includes(type)) {
        throw new Fault(misplaced(type, last), i + 1, `${type} after ${last}`);
      }
      last = type;
    }
    if (last === 'nothing') {
      throw new Fault('order.setup');
    }
  }

  private election(): void {
    const [raw, trustees, credentials, setup] = this.events('Setup')[0]!.data as [string, string, string, string];
    const fields = record(parsed(setup), 'election', 'trustees', 'credentials');
    const expected = { election: hexHash(raw), trustees: hexHash(trustees), credentials: hexHash(credentials) };
    if (JSON.stringify(fields) !== JSON.stringify(expected)) {
      throw new Malformed('the opening names other files');
    }
    this.found.election = readElection(raw);
    this.found.workshop = workshopFor(this.found.election, 0);
  }

  private trustees(): void {
    const { group, publicKey } = this.found.election!;
    this.found.items = readTrustees(group, this.events('Setup')[0]!.data[1]!);
    const fault = this.found.items.length === 0 ? 'malformed' : checkTrustees(group, this.found.items);
    if (fault !== null) {
      throw new Fault(`trustees.${fault}`);
    }
    if (!group.equal(publicKey, electionKey(group, this.found.items))) {
      throw new Fault('election.key');
    }
  }

  private credentials(): void {
    const { group } = this.found.election!;
    this.found.credentials = readCredentials(group, this.events('Setup')[0]!.data[2]!);
    let place = 0;
    for (const { key } of this.found.credentials.values()) {
      place++;
      if (!group.contains(key)) {
        throw new Fault('credentials.group', place);
      }
    }
    const heavy = heavier(this.found.credentials);
    if (heavy > 0 && !this.given.weighted) {
      throw new Fault('credentials.weight', heavy);
    }
  }

  private async ballots(): Promise<void> {
    const raw = this.events('Ballot').map((it) => it.data[0]!);
    const progress = (done: number): void => this.help.progress('BALLOT_FORM', done, raw.length);
    this.verdicts = await this.help.ballots(this.found.election!.raw, raw, progress);
    if (this.verdicts.length !== raw.length) {
      throw new Error('ballots without verdict');
    }
    this.prove('BALLOT_FORM');
    this.found.ballots = raw.map((it) => readBallot(this.found.workshop!, it));
  }

  /** Whether no ballot failed at this step. */
  private prove(step: CheckId): void {
    const failed = this.verdicts.findIndex((it) => it.fault !== null && STEPS[it.fault] === step);
    if (failed >= 0) {
      const { fault, detail } = this.verdicts[failed]!;
      throw new Fault(`ballot.${fault}`, failed + 1, detail);
    }
  }

  private entitled(): void {
    const { group } = this.found.election!;
    const seen = new Set<string>();
    const last = new Map<string, Ballot>();
    this.found.ballots!.forEach((ballot, i) => {
      const voter = group.print(ballot.credential);
      const hash = hexHash(this.events('Ballot')[i]!.data[0]!);
      if (seen.has(hash)) {
        throw new Fault('ballot.replayed', i + 1);
      }
      seen.add(hash);
      if (!this.found.credentials!.has(voter)) {
        throw new Fault('ballot.stranger', i + 1);
      }
      if (!this.given.revoting && last.has(voter)) {
        throw new Fault('ballot.second', i + 1);
      }
      last.set(voter, ballot);
    });
    this.found.counting = [...last.values()];
  }

  private tally(): Outcome | void {
    const { election, credentials, counting } = this.found as Findings;
    const weighed = counting.map((it) => ({
      answers: it.answers,
      weight: credentials.get(election.group.print(it.credential))!.weight,
    }));
    this.found.weight = Number(weighed.reduce((sum, it) => sum + it.weight, 0n));
    const event = this.events('EncryptedTally')[0];
    if (event === undefined) {
      return 'OPEN';
    }
    const published = readTally(election, event.data[0]!);
    this.found.tally = tallied(election, weighed);
    if (writeTally(election.group, this.found.tally) !== writeTally(election.group, published)) {
      throw new Fault('tally.other');
    }
    this.numbers(event);
  }

  private numbers(event: Happening): void {
    const [tally, sized] = event.data as [string, string];
    const fields = record(parsed(sized), 'num_tallied', 'total_weight', 'encrypted_tally');
    if (fields['encrypted_tally'] !== hexHash(tally)) {
      throw new Malformed('numbers of another sum');
    }
    if (count(fields['num_tallied']) !== this.found.counting!.length) {
      throw new Fault('tally.ballots');
    }
    const weight = this.found.weight!;
    if (fields['total_weight'] !== (weight < LARGE ? weight : weight.toString())) {
      throw new Fault('tally.weight');
    }
  }

  private decryption(): Outcome | void {
    const { election, items, tally } = this.found as Findings;
    const keys = flattened(items);
    const partials = new Map<number, PartialDecryption>();
    this.events('PartialDecryption').forEach(({ data }, i) => {
      const [raw, owned] = data as [string, string];
      const fields = record(parsed(owned), 'owner', 'payload');
      const owner = count(fields['owner']);
      const key = keys[owner - 1];
      if (key === undefined || fields['payload'] !== hexHash(raw)) {
        throw new Fault('decryption.owner', i + 1);
      }
      if (partials.has(owner)) {
        throw new Fault('decryption.twice', i + 1);
      }
      const partial = readPartial(election, raw);
      if (!checkPartial(election, tally, key.key, partial)) {
        throw new Fault('decryption.proof', owner);
      }
      partials.set(owner, partial);
    });
    this.found.partials = partials;
    this.owners = [...partials.keys()].sort((a, b) => a - b);
    if (missing(items, this.owners) > 0) {
      return partials.size === 0 ? 'OPEN' : undefined;
    }
    const computed = combine(election, items, tally, partials, this.found.weight!);
    if (computed === null) {
      throw new Fault('decryption.unusable'); // a factor is wrong although its proof in the archive holds
    }
    if (surplus(election.group, items, tally, partials) !== null) {
      throw new Fault('decryption.surplus'); // whose fault it is only strong proofs tell
    }
    this.found.computed = computed;
  }

  private strong(): Outcome | void {
    const { election, items, tally, partials } = this.found as Findings;
    if (partials === undefined) {
      return 'LEFT';
    }
    if (this.given.strong === undefined || partials.size === 0) {
      return 'OPEN';
    }
    const keys = flattened(items);
    const owners = new Set<number>();
    let last = 0;
    for (const entry of list(parsed(this.given.strong))) {
      const fields = record(entry, 'owner', 'proofs');
      const owner = count(fields['owner']);
      const partial = partials.get(owner);
      const proofs = readStrong(election, JSON.stringify(fields['proofs']));
      if (partial === undefined || owner <= last) {
        throw new Malformed('proofs of somebody who decrypted nothing, or not in order');
      }
      last = owner;
      if (!checkStrong(election, tally, keys[owner - 1]!.key, partial, proofs)) {
        throw new Fault('strong.proof', owner);
      }
      owners.add(owner);
    }
    const without = [...partials.keys()].find((it) => !owners.has(it));
    if (without !== undefined) {
      throw new Fault('strong.missing', without);
    }
  }

  private combined(): Outcome | void {
    const event = this.events('Result')[0];
    if (event === undefined) {
      return 'OPEN';
    }
    const { election, computed } = this.found;
    if (computed === undefined) {
      throw new Fault('result.too-few');
    }
    if (JSON.stringify(computed) !== JSON.stringify(readResult(election!, event.data[0]!))) {
      throw new Fault('result.other');
    }
    this.result = computed;
  }

  private actualHeads(): Heads {
    const last = (type: EventType): string => this.found.history?.events.findLast((it) => it.type === type)?.hash ?? '';
    return { opening: last('Setup'), closing: last('EndBallots'), result: last('Result') };
  }

  private continued(): Outcome | void {
    const actual = this.actualHeads();
    const wanted = Object.entries(this.given.heads ?? {}).filter(([, hash]) => hash !== '');
    const differing = wanted.find(([moment, hash]) => actual[moment as keyof Heads] !== hash);
    if (differing !== undefined) {
      throw new Fault('history.head', undefined, differing[0]);
    }
    if (this.given.earlier !== undefined) {
      const now = this.found.history!.events;
      const before = readHistory(readFiles(this.given.earlier)).events;
      const differs = before.findIndex((it, i) => now[i]?.hash !== it.hash);
      if (differs >= 0) {
        throw new Fault('history.copy', differs + 1);
      }
    } else if (wanted.length === 0) {
      return 'LEFT';
    }
  }

  private report(): Report {
    const checks = CHECKS.map((it) => this.checks.get(it)!);
    const { election, history, credentials, counting, ballots } = this.found;
    const failed = checks.some((it) => it.outcome === 'FAILED');
    const proved = this.checks.get('STRONG_PROOFS')!.outcome === 'PASSED';
    return {
      accepted: !failed && (proved || this.events('Result').length === 0),
      complete: this.result !== null,
      checks,
      name: election?.name ?? '',
      uuid: election?.uuid ?? '',
      questions: election?.questions.map(({ question, answers, blank }) => ({ question, answers, blank })) ?? [],
      trackers: history === undefined ? [] : this.events('Ballot').map((it) => tracker(text(it.data[0]))),
      counted: counting?.length ?? 0,
      replaced: (ballots?.length ?? 0) - (counting?.length ?? 0),
      registered: credentials?.size ?? 0,
      weight: this.found.weight ?? 0,
      owners: this.owners,
      result: this.result,
      heads: this.actualHeads(),
      tellers: hexHash(history?.events[0]?.data[1] ?? ''),
    };
  }
}

/** Checks everything. Never throws because of what stands in the archive. */
export function verify(bytes: Uint8Array, given: Given = {}, help: Help = ALONE): Promise<Report> {
  return new Verification(bytes, given, help).run();
}

/** Does all by itself and tells nobody. */
export const ALONE: Help = {
  progress: () => {},
  ballots: (election, ballots, progress) => {
    const workshop = workshopFor(readElection(election), ballots.length);
    return Promise.resolve(
      ballots.map((it, i) => {
        const verdict = ballotVerdict(workshop, it);
        progress(i + 1);
        return verdict;
      }),
    );
  },
};
