import { announcement, isSettled, settled, type Secrets } from '../ballot/ceremony';
import { Refused } from '../ballot/trouble';
import type { CheckId, Given, Report } from '../verify/verification';
import type { Decrypted } from '../ballot/decryption';
import type { Faulty, Spoken, Stepped, Summary } from './key-work';
import { WrongPassphrase } from '../offline/sealing';
import { exported, imported, type Keeping, type Label } from './keeping';
import type { Ceremony, Round, Task, TellerServer } from './teller-server';
import { troubleOf, type Trouble } from './trouble';

/**
 * The way of one teller: through the making of the key, and later through the decryption of results, without what it looks like. What was
 * published once is published again as it was, however often the page is loaded anew.
 */

export type TellerView =
  | { at: 'loading' }
  /** No ceremony, and no share here. */
  | { at: 'idle' }
  | { at: 'other-window' }
  /** A ceremony waits for this teller, who has to say how the share is to be protected. */
  | { at: 'invited'; ceremony: Ceremony }
  /** Something lies here that has to be opened before it goes on. */
  | { at: 'locked'; label: Label; wrong: boolean }
  /** @param there how many have sent their message of this round */
  | { at: 'waiting'; ceremony: Ceremony; round: Round; there: number }
  | { at: 'working'; ceremony: Ceremony; round: Round }
  /** All compare these digits by voice. @param first the messages that they stand for */
  | { at: 'comparing'; ceremony: Ceremony; code: string; digits: string; first: string[] }
  /** @param stays the server does not know of it, and would show something else */
  | { at: 'aborted'; reason: string; fault: { index: number; step: string } | null; stays?: true }
  /** The share of the running ceremony is on another device. */
  | { at: 'elsewhere'; ceremony: Ceremony }
  | { at: 'ready'; tasks: Task[]; exportedShare: string | null }
  | { at: 'decrypting'; task: Task; stage: 'fetching' | 'checking' | 'sending'; done?: number; all?: number }
  /** The teller compares both with display or minutes before anything is decrypted. @param closing hash of the end of voting */
  | { at: 'approving'; task: Task; ballots: number; closing: string }
  | { at: 'withheld'; task: Task; why: Withheld }
  | { at: 'rejected'; task: Task; report: Report }
  | { at: 'not-reached' }
  /** @param stays until the teller has read it and tries again */
  | { at: 'trouble'; trouble: Trouble; stays: boolean };

/** Why the share does not decrypt, whatever the archive holds. */
export type Withheld = 'other-election' | 'other-tellers' | 'other-sum' | 'too-few';

/** The sum of fewer ballots is somebody's vote. The rules may ask for more. */
const FEWEST_BALLOTS = 2;

/** Views that stay until somebody presses something. */
const STAYING: readonly TellerView['at'][] = ['other-window', 'approving', 'withheld', 'rejected'];

function stays(view: TellerView): boolean {
  return STAYING.includes(view.at) || ('stays' in view && view.stays === true);
}

/** Troubles that pass without anything being pressed. */
const PASSING: readonly Trouble['kind'][] = ['not-reached', 'signed-out'];

/** The worker's side, and the verification on all cores. */
export interface KeyWork {
  start(group: string, place: Pick<Secrets, 'ceremony' | 'index' | 'size' | 'threshold'>): Promise<Secrets>;
  heard(secrets: Secrets, announcements: string[]): Promise<Stepped>;
  code(group: string, secrets: Secrets, first: string[]): Promise<Spoken | Faulty>;
  compared(group: string, secrets: Secrets, code: string, first: string[]): Promise<Stepped>;
  second(group: string, secrets: Secrets, first: string[]): Promise<Stepped>;
  third(group: string, secrets: Secrets, first: string[], messages: string[]): Promise<Stepped>;
  isOurs(group: string, secrets: Secrets, rounds: [string[], string[], string[]], trustees: string): Promise<boolean>;
  summary(bytes: Uint8Array): Promise<Summary | null>;
  decrypt(bytes: Uint8Array, secrets: Secrets): Promise<(Decrypted & { owner: number }) | null>;
  /** @param progress how many ballots of all are checked */
  verify(bytes: Uint8Array, given: Given, progress: (done: number, all: number) => void): Promise<Report>;
}

export interface TellerSurroundings {
  server: TellerServer;
  work: KeyWork;
  keeping: Keeping<Secrets>;
  /** Holds the page for this window. */
  hold(steal: boolean, lost: () => void): Promise<boolean>;
  wait(milliseconds: number): Promise<void>;
  /** Tells whoever looks after the page of a fault that it does not know. */
  report(fault: unknown): void;
  iterations?: number;
}

const LOOK_AGAIN = 1_500;

function complete(messages: readonly (string | null)[]): messages is string[] {
  return messages.every((it) => it !== null);
}

export class TellerFlow {
  view: TellerView = { at: 'loading' };
  /** What this browser found of results, by poll. */
  readonly verified = new Map<string, Report>();
  private secrets: Secrets | null = null;
  /** Whose secret votes are counted, by ceremony. */
  private readonly organizations = new Map<string, string>();
  /** The code whose digits were the same for all. */
  private compared: string | null = null;
  /** What the teller is asked to approve. */
  private asked: { bytes: Uint8Array<ArrayBuffer>; summary: Summary } | null = null;
  private ended = false;
  private looking = false;
  /** A task is under way. */
  private busy = false;
  private lookAgain = false;

  constructor(
    private readonly around: TellerSurroundings,
    private readonly tell: () => void,
  ) {}

  /** @param steal takes the page away from another window */
  async start(steal = false): Promise<void> {
    if (!(await this.around.hold(steal, () => this.show({ at: 'other-window' })))) {
      this.show({ at: 'other-window' });
      return;
    }
    this.show({ at: 'loading' });
    await this.look();
  }

  end(): void {
    this.ended = true;
  }

  /** Asks the server what is to be done and does it, until somebody has to press something. */
  async look(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = true;
    try {
      while (!this.ended && !this.busy && !stays(this.view)) {
        this.lookAgain = false;
        let wait = true;
        try {
          wait = await this.go();
        } catch (fault) {
          const trouble = this.troubled(fault);
          // what the server refuses may be over by now: then it says so when it is asked again
          this.showUnlessBusy(shownAs(trouble, !PASSING.includes(trouble.kind) && trouble.kind !== 'refused'));
        }
        if (!wait && !this.lookAgain) {
          return;
        }
        if (wait) {
          await this.around.wait(LOOK_AGAIN);
        }
      }
    } finally {
      this.looking = false;
    }
  }

  /** @return whether to look again after a while */
  private async go(): Promise<boolean> {
    const { keeping, server } = this.around;
    const ceremony = await server.ceremony();
    this.learn(ceremony?.id, ceremony?.organization);
    const labels = await keeping.labels();
    const own = labels.find((it) => it.ceremony === ceremony?.id);
    if (ceremony?.state === 'RUNNING') {
      return this.takePart(ceremony, own);
    }
    if (ceremony?.state === 'ABORTED') {
      if (own !== undefined) {
        await this.forget(own.ceremony);
      }
      if (!labels.some((it) => it !== own && it.complete)) {
        this.showUnlessBusy({ at: 'aborted', reason: ceremony.reason ?? '', fault: null });
        return true;
      }
    }
    const tasks = await server.tasks();
    tasks.forEach((it) => this.learn(it.ceremony, it.organization));
    const wanted = tasks[0]?.ceremony ?? ceremony?.id;
    const label = labels.find((it) => it.ceremony === wanted) ?? labels.find((it) => it !== own && it.complete);
    if (label === undefined) {
      this.showUnlessBusy(ceremony === null ? { at: 'idle' } : { at: 'elsewhere', ceremony });
      return true;
    }
    if (!this.isOpened(label)) {
      return this.lock(label);
    }
    return label === own && ceremony !== null && !isSettled(this.secrets!)
      ? this.advance(ceremony, this.secrets!)
      : this.offer(tasks);
  }

  private learn(ceremony: string | undefined, organization: string | undefined): void {
    if (ceremony !== undefined && organization !== undefined) {
      this.organizations.set(ceremony, organization);
    }
  }

  private async takePart(ceremony: Ceremony, own: Label | undefined): Promise<boolean> {
    if (own === undefined) {
      const elsewhere = ceremony.rounds[0][ceremony.index - 1] !== null;
      this.showUnlessBusy(elsewhere ? { at: 'elsewhere', ceremony } : { at: 'invited', ceremony });
      return true;
    }
    return this.isOpened(own) ? this.advance(ceremony, this.secrets!) : this.lock(own);
  }

  private isOpened(label: Label): boolean {
    return this.secrets?.ceremony === label.ceremony;
  }

  private lock(label: Label): boolean {
    this.showUnlessBusy({ at: 'locked', label, wrong: false });
    return false;
  }

  private async offer(tasks: Task[]): Promise<boolean> {
    const exportedShare = this.view.at === 'ready' ? this.view.exportedShare : null;
    this.showUnlessBusy({ at: 'ready', tasks, exportedShare });
    return true;
  }

  /**
   * Takes part in the ceremony.
   *
   * @return false if the device has no passkey that could protect the share
   */
  async join(by: { passphrase: string } | 'passkey'): Promise<boolean> {
    if (this.view.at !== 'invited' || this.busy) {
      return false;
    }
    const { ceremony } = this.view;
    const { keeping, work } = this.around;
    this.busy = true;
    try {
      if (by !== 'passkey') {
        await keeping.protectByPassphrase(by.passphrase);
      } else if (!(await keeping.protectByPasskey())) {
        return false;
      }
      this.show({ at: 'working', ceremony, round: 0 });
      const place = { ceremony: ceremony.id, index: ceremony.index, size: ceremony.tellers.length, threshold: ceremony.threshold };
      this.compared = null;
      await this.remember(await work.start(ceremony.group, place));
    } catch (fault) {
      this.show(this.pressedInVain(fault));
    } finally {
      this.busy = false;
    }
    await this.look();
    return true;
  }

  async unlock(passphrase = ''): Promise<void> {
    if (this.view.at !== 'locked') {
      return;
    }
    const { view } = this;
    try {
      this.secrets = await this.around.keeping.open(view.label.ceremony, passphrase);
    } catch (fault) {
      this.show(isWrong(fault) ? { ...view, wrong: true } : this.pressedInVain(fault));
      return;
    }
    this.show({ at: 'loading' });
    await this.look();
  }

  /** One round after another. */
  private async advance(ceremony: Ceremony, secrets: Secrets): Promise<boolean> {
    const { work } = this.around;
    const [announced, first, middle, last] = ceremony.rounds;
    const own = secrets.index - 1;
    if (secrets.size !== ceremony.tellers.length || secrets.threshold !== ceremony.threshold || secrets.index !== ceremony.index) {
      return this.refuse(ceremony, { index: 0, step: 'ceremony' });
    }
    await this.publish(ceremony, 0, announced[own]!, announcement(secrets));
    if (!complete(announced)) {
      return this.waitFor(ceremony, 0, announced);
    }
    if (secrets.announced === undefined) {
      return this.step(ceremony, 1, () => work.heard(secrets, announced));
    }
    await this.publish(ceremony, 1, first[own]!, secrets.sent.first);
    if (!complete(first)) {
      return this.waitFor(ceremony, 1, first);
    }
    if (secrets.compared === undefined) {
      const { compared } = this;
      return compared === null
        ? this.compare(ceremony, secrets, first)
        : this.step(ceremony, 2, () => work.compared(ceremony.group, secrets, compared, first));
    }
    if (secrets.sent.second === undefined) {
      return this.step(ceremony, 2, () => work.second(ceremony.group, secrets, first));
    }
    await this.publish(ceremony, 2, middle[own]!, secrets.sent.second);
    if (!complete(middle)) {
      return this.waitFor(ceremony, 2, middle);
    }
    if (secrets.sent.third === undefined) {
      return this.step(ceremony, 3, () => work.third(ceremony.group, secrets, first, middle));
    }
    await this.publish(ceremony, 3, last[own]!, secrets.sent.third);
    if (!complete(last) || ceremony.trustees === undefined) {
      return this.waitFor(ceremony, 3, last);
    }
    if (!(await work.isOurs(ceremony.group, secrets, [first, middle, last], ceremony.trustees))) {
      return this.refuse(ceremony, { index: 0, step: 'trustees' });
    }
    await this.remember(settled(secrets, ceremony.trustees));
    return this.offer(await this.around.server.tasks());
  }

  /** Shows the digits of what the server shows now. */
  private async compare(ceremony: Ceremony, secrets: Secrets, first: string[]): Promise<boolean> {
    const { view } = this;
    if (view.at === 'comparing' && view.ceremony.id === ceremony.id && JSON.stringify(view.first) === JSON.stringify(first)) {
      return true;
    }
    const spoken = await this.around.work.code(ceremony.group, secrets, first);
    if ('fault' in spoken) {
      return this.refuse(ceremony, spoken.fault);
    }
    this.show({ at: 'comparing', ceremony, ...spoken, first });
    return true;
  }

  private async step(ceremony: Ceremony, round: Round, work: () => Promise<Stepped>): Promise<boolean> {
    this.show({ at: 'working', ceremony, round });
    const stepped = await work();
    if (this.secrets === null) {
      return true; // broken off meanwhile
    }
    if ('fault' in stepped) {
      return this.refuse(ceremony, stepped.fault);
    }
    await this.remember(stepped.secrets);
    return this.advance(ceremony, stepped.secrets);
  }

  /** Something cannot be right: nobody goes on with this ceremony. */
  private async refuse(ceremony: Ceremony, fault: { index: number; step: string }): Promise<boolean> {
    const { server } = this.around;
    let over = false;
    try {
      await server.abort(ceremony.id, `${fault.step} ${fault.index}`);
    } catch (refusal) {
      if (!(refusal instanceof Refused)) {
        throw refusal;
      }
      over = true; // the server takes it for done: what was found stays on the screen
    }
    await this.forget(ceremony.id);
    this.show({ at: 'aborted', reason: '', fault, ...(over && { stays: true }) });
    return true;
  }

  private waitFor(ceremony: Ceremony, round: Round, messages: readonly (string | null)[]): boolean {
    this.show({ at: 'waiting', ceremony, round, there: messages.filter((it) => it !== null).length });
    return true;
  }

  private async publish(ceremony: Ceremony, round: Round, there: string | null, message: unknown): Promise<void> {
    if (there === null) {
      await this.around.server.publish(ceremony.id, round, JSON.stringify(message));
      ceremony.rounds[round]![ceremony.index - 1] = JSON.stringify(message);
    }
  }

  /** All have read out the same digits. What they stand for is gone on with, and nothing else. */
  async same(): Promise<void> {
    if (this.view.at === 'comparing') {
      const { ceremony, code } = this.view;
      this.compared = code;
      this.show({ at: 'working', ceremony, round: 2 });
      await this.look();
    }
  }

  async abort(reason: string): Promise<void> {
    if ('ceremony' in this.view) {
      const { id } = this.view.ceremony;
      try {
        await this.around.server.abort(id, reason);
        await this.forget(id);
      } catch (fault) {
        this.show(this.pressedInVain(fault));
      }
      await this.look();
    }
  }

  /** Fetches what is to be decrypted and asks the teller whether it is what the display says. */
  async decrypt(task: Task): Promise<void> {
    const { secrets } = this;
    const { server, work } = this.around;
    if (secrets?.ceremony !== task.ceremony) {
      return;
    }
    await this.guarded('ready', task, async () => {
      const bytes = await server.archive(task);
      const summary = await work.summary(bytes);
      if (summary === null) {
        return { at: 'rejected', task, report: await this.checked(task, bytes, {}) };
      }
      const why = withheld(task, secrets, summary);
      if (why !== null) {
        return { at: 'withheld', task, why };
      }
      this.asked = { bytes, summary };
      return { at: 'approving', task, ballots: summary.ballots, closing: summary.closing };
    });
  }

  /** The display says the same: verifies everything up to the sum and decrypts it with this teller's share. */
  async approve(): Promise<void> {
    const { asked, secrets, view } = this;
    const { server, work } = this.around;
    if (view.at !== 'approving' || asked === null || secrets === null) {
      return;
    }
    this.asked = null;
    const { task } = view;
    await this.guarded('approving', task, async () => {
      const { bytes, summary } = asked;
      const report = await this.checked(task, bytes, { heads: { closing: summary.closing } });
      const passed = (id: CheckId): boolean => report.checks.find((it) => it.id === id)!.outcome === 'PASSED';
      const sound = report.accepted && passed('TRUSTEES') && passed('TALLY') && passed('HISTORY') && report.uuid === task.uuid;
      if (!sound || report.counted !== summary.ballots) {
        return { at: 'rejected', task, report };
      }
      const bound = { ...secrets, decrypted: { ...secrets.decrypted, [summary.uuid]: summary.tally } };
      await this.remember(bound); // before anything of it goes out
      const decrypted = await work.decrypt(bytes, bound);
      if (decrypted === null) {
        return { at: 'rejected', task, report };
      }
      this.show({ at: 'decrypting', task, stage: 'sending' });
      await server.decrypt(task, decrypted.owner, decrypted.partial, decrypted.strong);
      return { at: 'loading' };
    });
  }

  /** Verifies the whole result in this browser and says so. */
  async confirm(task: Task): Promise<void> {
    const { secrets } = this;
    const { server, work } = this.around;
    await this.guarded('ready', task, async () => {
      const [bytes, strong] = await Promise.all([server.archive(task), server.strongProofs(task)]);
      const report = await this.checked(task, bytes, { strong });
      const summary = await work.summary(bytes);
      const why = summary === null || secrets?.ceremony !== task.ceremony ? null : otherwise(task, secrets, summary);
      const sound = report.accepted && report.complete && report.uuid === task.uuid;
      const accepted = sound && why === null;
      if (accepted) {
        this.verified.set(task.poll, report);
      }
      this.show({ at: 'decrypting', task, stage: 'sending' });
      await server.confirm(task, accepted, report.heads.result);
      return accepted ? { at: 'loading' } : why === null ? { at: 'rejected', task, report } : { at: 'withheld', task, why };
    });
  }

  private checked(task: Task, bytes: Uint8Array, given: Given): Promise<Report> {
    this.show({ at: 'decrypting', task, stage: 'checking' });
    return this.around.work.verify(bytes, given, (done, all) => {
      if (this.at() === 'decrypting') {
        this.show({ at: 'decrypting', task, stage: 'checking', done, all });
      }
    });
  }

  /** If the network fails the task is still there, and is pressed again. */
  private async guarded(from: TellerView['at'], task: Task, work: () => Promise<TellerView>): Promise<void> {
    if (this.view.at !== from || this.busy) {
      return;
    }
    this.busy = true;
    this.show({ at: 'decrypting', task, stage: 'fetching' });
    let next: TellerView;
    try {
      next = await work();
    } catch (fault) {
      next = this.pressedInVain(fault);
    }
    this.busy = false;
    if (this.at() !== 'other-window') {
      this.show(next);
    }
    await this.look();
  }

  private at(): TellerView['at'] {
    return this.view.at;
  }

  /** After something was rejected, withheld, went wrong, or is not what the display says. */
  async back(): Promise<void> {
    if (this.view.at !== 'other-window' && stays(this.view)) {
      this.asked = null;
      this.show({ at: 'loading' });
      await this.look();
    }
  }

  /** Hash of the tellers' file that this share belongs to, which display and minutes show; empty before there is one. */
  get trustees(): string {
    return this.secrets?.trustees ?? '';
  }

  /** Whose secret votes are counted with this share, as far as the server has told. */
  get organization(): string | undefined {
    return this.secrets === null ? undefined : this.organizations.get(this.secrets.ceremony);
  }

  /** As a file, which also fits on a sheet of paper. */
  async export(passphrase: string): Promise<void> {
    if (this.view.at === 'ready' && this.secrets !== null) {
      const { view } = this;
      try {
        this.show({ ...view, exportedShare: await exported(this.secrets, passphrase, this.around.iterations) });
      } catch (fault) {
        this.show(this.pressedInVain(fault));
      }
    }
  }

  closeExport(): void {
    if (this.view.at === 'ready') {
      this.show({ ...this.view, exportedShare: null });
    }
  }

  /**
   * A share from a file or a sheet, on a new device.
   *
   * @return why not; null if it is here
   */
  async import(from: string | Blob, passphrase: string): Promise<Trouble | null> {
    try {
      const secrets = await imported<Secrets>(typeof from === 'string' ? from : await from.text(), passphrase);
      const here = (await this.around.keeping.labels()).find((it) => it.ceremony === secrets.ceremony);
      await this.around.keeping.protectByPassphrase(passphrase);
      await this.remember({ ...secrets, decrypted: { ...secrets.decrypted, ...here?.decrypted } });
    } catch (fault) {
      return this.troubled(fault);
    }
    if (this.view.at === 'trouble') {
      this.show({ at: 'loading' });
    }
    await this.look();
    return null;
  }

  private troubled(fault: unknown): Trouble {
    const trouble = troubleOf(fault);
    if (trouble.kind === 'unknown') {
      this.around.report(fault);
    }
    return trouble;
  }

  /** What somebody pressed did not happen: they read why. */
  private pressedInVain(fault: unknown): TellerView {
    const trouble = this.troubled(fault);
    return shownAs(trouble, !PASSING.includes(trouble.kind));
  }

  private async remember(secrets: Secrets): Promise<void> {
    await this.around.keeping.keep(secrets);
    this.secrets = secrets;
  }

  private async forget(ceremony: string): Promise<void> {
    if (this.secrets?.ceremony === ceremony) {
      this.secrets = null;
      this.compared = null;
    }
    await this.around.keeping.discard(ceremony);
  }

  private showUnlessBusy(view: TellerView): void {
    if (!this.busy && !stays(this.view)) {
      this.show(view);
    }
  }

  private show(view: TellerView): void {
    this.view = view;
    this.tell();
  }
}

function shownAs(trouble: Trouble, stays: boolean): TellerView {
  return trouble.kind === 'not-reached' ? { at: 'not-reached' } : { at: 'trouble', trouble, stays };
}

/** What was typed, or the passkey that was shown, does not open it; or the teller showed none. */
function isWrong(fault: unknown): boolean {
  return fault instanceof WrongPassphrase || (fault instanceof DOMException && fault.name === 'NotAllowedError');
}

/** What is not as this share knows the election. */
function otherwise(task: Task, { trustees, decrypted }: Secrets, summary: Summary): Withheld | null {
  return summary.uuid !== task.uuid ? 'other-election'
    : summary.trustees !== trustees ? 'other-tellers'
    : (decrypted?.[summary.uuid] ?? summary.tally) !== summary.tally ? 'other-sum'
    : null;
}

function withheld(task: Task, secrets: Secrets, summary: Summary): Withheld | null {
  return otherwise(task, secrets, summary) ?? (summary.ballots < Math.max(FEWEST_BALLOTS, task.minimum ?? 0) ? 'too-few' : null);
}
