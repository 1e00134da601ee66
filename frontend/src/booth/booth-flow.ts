import type { Choice } from '../ballot/ballot';
import type { Question } from '../ballot/election';
import { troubleOf, type Trouble } from '../ballot/trouble';
import type { Shelf } from '../offline/shelf';
import type { Credential, Made, Prepared, Setup, Unsound } from './ballot-maker';
import type { BoothServer, PollState } from './booth-server';

/**
 * The way of one voter through the booth, without what it looks like. A ballot is kept on the device before it is sent, and sent again as it
 * is until the server has answered; the server takes one ballot of each voter, whatever devices and windows try.
 */

export type BoothView =
  | { at: 'loading' }
  | { at: 'not-reached' }
  | { at: 'signed-out' }
  /** Another window of this browser has the booth. */
  | { at: 'other-window' }
  /** Another device of this voter is registered, or has voted. */
  | { at: 'elsewhere'; voted: boolean }
  /** Registered; the poll is not open yet. */
  | { at: 'registered' }
  | { at: 'not-registered' }
  | { at: 'unsound'; fault: Unsound }
  | { at: 'choosing'; question: number }
  | { at: 'review' }
  | { at: 'encrypting' }
  | { at: 'encrypted'; tracker: string }
  | { at: 'opened'; tracker: string; opening: string }
  | { at: 'sending'; tracker: string; waiting: boolean }
  | { at: 'cast'; tracker: string }
  /** The server refuses this device, in the reader's language: somebody may be absent now and present later. */
  | { at: 'not-admitted'; message: string }
  | { at: 'refused'; message: string }
  /** A fault of this device, the page or the server. It stays until the voter tries again. */
  | { at: 'trouble'; trouble: Trouble }
  | { at: 'closed' }
  | { at: 'cancelled' };

/** The worker's side. */
export interface Maker {
  newCredential(group: string): Promise<Credential>;
  prepare(setup: Setup, uuid: string, credential: Credential): Promise<Prepared>;
  make(choices: Choice[]): Promise<Made>;
  open(): Promise<string>;
  forget(): Promise<void>;
}

export interface BoothSurroundings {
  server: BoothServer;
  shelf: Shelf;
  maker: Maker;
  /** Holds the booth for this window. @param lost is called when another window takes it */
  hold(steal: boolean, lost: () => void): Promise<boolean>;
  wait(milliseconds: number): Promise<void>;
  /** Tells whoever looks after the page of a fault that it does not know. */
  report(fault: unknown): void;
}

/** What lies on the device. Neither choice nor seed is ever among it. */
interface Kept {
  credential?: Credential;
  registered?: boolean;
  /** The voter has pressed "cast". */
  ballot?: string;
  tracker?: string;
  cast?: boolean;
}

const LOOK_AGAIN = 5_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/** Before these the voter can still be told that the poll is over. */
const BEFORE_CASTING: readonly BoothView['at'][] = [
  'choosing',
  'review',
  'encrypting',
  'encrypted',
  'registered',
  'not-admitted',
  'loading',
  'not-reached',
  'signed-out',
];

export class BoothFlow {
  view: BoothView = { at: 'loading' };
  questions: Question[] = [];
  /** For each question; null as long as nothing is chosen. */
  choices: (Choice | null)[] = [];
  head = '';
  /** Hash of the tellers' file. */
  tellers = '';
  private kept: Kept = {};
  private prepared = false;
  private delivering = false;
  private looking = false;
  private ended = false;
  /** Where the voter was when the session was lost. */
  private left: BoothView | null = null;

  constructor(
    /** Place of this poll and voter on the shelf. */
    private readonly place: string,
    private readonly around: BoothSurroundings,
    private readonly tell: () => void,
  ) {}

  /** @param steal takes the booth away from another window */
  async start(steal = false): Promise<void> {
    if (!(await this.around.hold(steal, () => this.show({ at: 'other-window' })))) {
      this.show({ at: 'other-window' });
      return;
    }
    try {
      this.kept = ((await this.around.shelf.get(this.place)) as Kept | undefined) ?? {};
    } catch (fault) {
      this.fail(fault);
      return;
    }
    if (this.kept.cast) {
      this.show({ at: 'cast', tracker: this.kept.tracker! });
    } else if (this.kept.ballot !== undefined) {
      await this.deliver();
    } else {
      this.show({ at: 'loading' });
      await this.look();
    }
  }

  /** The element has gone. What is kept is sent when it comes back. */
  end(): void {
    this.ended = true;
  }

  /** Asks the server how far the poll is, until there is something to do. */
  async look(): Promise<void> {
    if (this.looking) {
      return;
    }
    this.looking = true;
    try {
      while (!this.ended && this.isBeforeCasting() && (await this.lookOnce())) {
        await this.around.wait(LOOK_AGAIN);
      }
    } finally {
      this.looking = false;
    }
  }

  private isBeforeCasting(): boolean {
    return this.kept.ballot === undefined && BEFORE_CASTING.includes(this.view.at);
  }

  /** @return whether to look again after a while */
  private async lookOnce(): Promise<boolean> {
    let poll: PollState | null = null;
    try {
      poll = await this.around.server.poll();
      return this.isBeforeCasting() && (await this.follow(poll)); // otherwise the voter was quicker
    } catch (fault) {
      return this.lookedInVain(fault, poll === null);
    }
  }

  /** @param atOnce the server did not even say how far the poll is, of which the voter need not know: it is asked again */
  private lookedInVain(fault: unknown, atOnce: boolean): boolean {
    const trouble = troubleOf(fault);
    if (!this.isBeforeCasting()) {
      return false;
    }
    switch (trouble.kind) {
      case 'not-reached':
        if (!atOnce || this.view.at === 'loading') {
          this.show({ at: 'not-reached' });
        }
        return true;
      case 'signed-out':
        if (this.view.at !== 'signed-out' && this.view.at !== 'encrypting') {
          this.left = this.view;
          this.show({ at: 'signed-out' });
        }
        return true;
      case 'refused':
        this.show({ at: 'not-admitted', message: trouble.message });
        return true;
      default:
        this.fail(fault);
        return false;
    }
  }

  private fail(fault: unknown): void {
    const trouble = troubleOf(fault);
    if (trouble.kind === 'unknown') {
      this.around.report(fault);
    }
    this.show({ at: 'trouble', trouble });
  }

  /** @return whether to look again after a while */
  private async follow(poll: PollState): Promise<boolean> {
    if (this.view.at === 'signed-out' && this.left !== null) {
      this.show(this.left); // signed in again
    }
    switch (poll.phase) {
      case 'CANCELLED':
        this.show({ at: 'cancelled' });
        return false;
      case 'CLOSED':
        this.show(poll.voted ? { at: 'elsewhere', voted: true } : { at: 'closed' });
        return false;
      case 'REGISTERING':
        return this.register(poll);
      case 'OPEN':
        return this.openBooth(poll);
    }
  }

  private async register(poll: PollState): Promise<boolean> {
    if (this.kept.registered && poll.registered) {
      this.show({ at: 'registered' });
      return true;
    }
    if (this.kept.credential === undefined) {
      if (poll.registered) {
        this.show({ at: 'elsewhere', voted: false });
        return false;
      }
      await this.keep({ credential: await this.around.maker.newCredential(poll.group) });
    }
    await this.around.server.register(this.kept.credential!.key);
    await this.keep({ ...this.kept, registered: true });
    this.show({ at: 'registered' });
    return true;
  }

  private async openBooth(poll: PollState): Promise<boolean> {
    const { credential } = this.kept;
    if (poll.voted) {
      this.show({ at: 'elsewhere', voted: true });
      return false;
    }
    if (credential === undefined || (!poll.registered && !this.kept.registered)) {
      this.show(poll.registered ? { at: 'elsewhere', voted: false } : { at: 'not-registered' });
      return false;
    }
    if (!this.prepared) {
      const setup = await this.around.server.setup();
      const { fault, questions, head, tellers } = await this.around.maker.prepare(setup, poll.uuid, credential);
      if (fault !== null) {
        const another = fault === 'left-out' && !this.kept.registered; // this device was never admitted
        this.show(another ? { at: 'elsewhere', voted: false } : { at: 'unsound', fault });
        return false;
      }
      this.prepared = true;
      this.questions = questions;
      this.head = head;
      this.tellers = tellers;
      this.chooseAnew();
    }
    return true; // goes on looking: the poll may be closed
  }

  private chooseAnew(): void {
    this.choices = this.questions.map(() => null);
    this.show({ at: 'choosing', question: 0 });
  }

  /** Marks one of several, one more, one less, or nothing at all. */
  choose(question: number, answer: number | 'blank'): void {
    if (this.view.at !== 'choosing') {
      return;
    }
    const { max } = this.questions[question]!;
    const now = this.choices[question]!;
    const chosen = now === null || now === 'blank' ? [] : now;
    if (answer === 'blank') {
      this.choices[question] = now === 'blank' ? null : 'blank';
    } else if (max === 1) {
      this.choices[question] = [answer];
    } else if (chosen.includes(answer)) {
      this.choices[question] = chosen.filter((it) => it !== answer);
    } else if (chosen.length < max) {
      this.choices[question] = [...chosen, answer].sort((a, b) => a - b);
    }
    this.tell();
  }

  /** Whether what is chosen is allowed. */
  complete(question: number): boolean {
    const choice = this.choices[question]!;
    const { min } = this.questions[question]!;
    return choice === 'blank' || (choice === null ? min === 0 : choice.length >= min);
  }

  next(): void {
    if (this.view.at === 'choosing' && this.complete(this.view.question)) {
      const question = this.view.question + 1;
      this.show(question < this.questions.length ? { at: 'choosing', question } : { at: 'review' });
    }
  }

  /** @param question to which one goes back */
  change(question: number): void {
    if (this.view.at === 'choosing' || this.view.at === 'review') {
      this.show({ at: 'choosing', question });
    }
  }

  async encrypt(): Promise<void> {
    if (this.view.at !== 'review') {
      return;
    }
    this.show({ at: 'encrypting' });
    try {
      const made = await this.around.maker.make(this.choices.map((it) => it ?? []));
      if (this.at() === 'encrypting') {
        this.ballot = made.ballot;
        this.show({ at: 'encrypted', tracker: made.tracker });
      }
    } catch (fault) {
      this.fail(fault);
    }
  }

  private ballot: string | null = null;

  /** Opens the ballot instead of casting it: it is spoiled. */
  async challenge(): Promise<void> {
    if (this.view.at !== 'encrypted') {
      return;
    }
    const { tracker } = this.view;
    this.ballot = null;
    this.show({ at: 'encrypting' });
    try {
      this.show({ at: 'opened', tracker, opening: await this.around.maker.open() });
    } catch (fault) {
      this.fail(fault);
    }
  }

  /** After a ballot was opened: everything from the beginning. */
  again(): void {
    if (this.view.at === 'opened') {
      this.chooseAnew();
      void this.look(); // meanwhile nothing took the opened ballot off the screen
    }
  }

  async cast(): Promise<void> {
    if (this.view.at !== 'encrypted' || this.ballot === null) {
      return;
    }
    const { tracker } = this.view;
    const ballot = this.ballot;
    this.ballot = null;
    this.show({ at: 'sending', tracker, waiting: false });
    try {
      await this.keep({ ...this.kept, ballot, tracker });
      this.choices = [];
      await this.around.maker.forget();
    } catch (fault) {
      this.fail(fault);
      return;
    }
    await this.deliver();
  }

  /** Brings the kept ballot to the server. */
  async deliver(): Promise<void> {
    const { ballot, tracker } = this.kept;
    if (this.delivering || ballot === undefined || this.kept.cast) {
      return;
    }
    this.delivering = true;
    try {
      this.show({ at: 'sending', tracker: tracker!, waiting: false });
      for (let pause = FIRST_WAIT; !this.ended && this.isDelivering(); pause = Math.min(LONGEST_WAIT, 2 * pause)) {
        if (await this.send(ballot, tracker!)) {
          return;
        }
        await this.around.wait(pause);
      }
    } finally {
      this.delivering = false;
    }
  }

  private isDelivering(): boolean {
    return this.view.at === 'sending' || this.view.at === 'signed-out';
  }

  private at(): BoothView['at'] {
    return this.view.at;
  }

  /** @return whether there is an answer; otherwise the ballot stays, and is sent again */
  private async send(ballot: string, tracker: string): Promise<boolean> {
    let taken: string;
    try {
      taken = await this.around.server.cast(ballot);
    } catch (fault) {
      return this.sentInVain(fault, tracker);
    }
    if (taken === tracker) {
      this.show({ at: 'cast', tracker });
      await this.tidy({ tracker, cast: true });
    } else {
      this.show({ at: 'unsound', fault: 'other-election' }); // the server says to have taken another ballot; ours stays as evidence
    }
    return true;
  }

  private async sentInVain(fault: unknown, tracker: string): Promise<boolean> {
    const trouble = troubleOf(fault);
    switch (trouble.kind) {
      case 'not-reached':
      case 'signed-out':
        if (this.isDelivering()) {
          this.show(trouble.kind === 'signed-out' ? { at: 'signed-out' } : { at: 'sending', tracker, waiting: true });
        }
        return false;
      case 'refused':
        this.show({ at: 'refused', message: trouble.message });
        await this.tidy({ ...this.kept, ballot: undefined, tracker: undefined });
        return true;
      default:
        this.fail(fault);
        return true;
    }
  }

  /** What was sent needs no place any more. If it keeps one, it is sent again at the next visit, and answered alike. */
  private async tidy(kept: Kept): Promise<void> {
    try {
      await this.keep(kept);
    } catch (fault) {
      this.around.report(fault);
      this.kept = kept;
    }
  }

  private async keep(kept: Kept): Promise<void> {
    await this.around.shelf.put([[this.place, kept]]);
    this.kept = kept;
  }

  private show(view: BoothView): void {
    this.view = view;
    this.tell();
  }
}
