import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sessionProof } from '../session-proof';
import { Devices, type Trouble } from './devices';
import { JitsiRoom, loadJitsi, type Chosen, type JitsiPass } from './jitsi';
import { Line, Refused, type Pass, type Socket } from './line';
import { Gateway } from './gateway';
import { type Body, Peer, readBody } from './peer';
import { stage, staysOn } from './stage';
import type { Person, Scene, Why } from './telling';

/**
 * The video conference of a meeting: devices are checked before somebody comes in; then who speaks is large and all others are in a strip.
 *
 * Attributes: `meeting`; `voter` the person who is signed in; `turn` changes whenever it has to be asked anew whether they may come in;
 * `phone` number to call when the connection is lost, or empty; `texts` the labels as JSON.
 */
type Reason = 'NO_VIDEO' | 'NOT_NOW' | 'NOT_INVITED' | 'LEFT' | 'LOBBY' | 'RECUSED' | 'ALONE' | 'ELSEWHERE';

type At = 'before' | 'check' | 'entering' | 'in' | 'lost' | 'out' | 'elsewhere' | 'taken' | 'signed-out' | 'unfit';

export type Texts = Record<
  | 'before'
  | 'beforeHint'
  | 'check'
  | 'checkHint'
  | 'camera'
  | 'microphone'
  | 'speaker'
  | 'standard'
  | 'noCamera'
  | 'withCamera'
  | 'preview'
  | 'level'
  | 'tone'
  | 'blur'
  | 'enter'
  | 'cancel'
  | 'entering'
  | 'out'
  | 'alone'
  | 'elsewhere'
  | 'takeOver'
  | 'taken'
  | 'takeBack'
  | 'signedOut'
  | 'unfit'
  | 'tryAgain'
  | 'lost'
  | 'phone'
  | 'floor'
  | 'unmute'
  | 'mute'
  | 'silent'
  | 'mutedByChair'
  | 'floorOver'
  | 'cameraOn'
  | 'cameraOff'
  | 'settings'
  | 'leave'
  | 'leaveHint'
  | 'leaveAsked'
  | 'leaveNow'
  | 'stay'
  | 'comeBack'
  | 'reload'
  | 'mostPictures'
  | 'you'
  | 'hasFloor'
  | 'noPicture'
  | 'soundOn'
  | 'soundOff'
  | 'connecting'
  | 'pin'
  | 'unpin'
  | 'large'
  | 'strip'
  | 'aloneHere'
  | 'needSound'
  | 'playSound'
  | 'jitsiMissing'
  | `trouble.${Trouble}`,
  string
>;

const PINS = 'rs-conference-pins';
const FIRST_PAUSE = 1_000;
const ASK_AGAIN = 15_000;
const JITSI_AGAIN = 3_000;
/** So much is surely within what can be said at once on the line. */
const PART = 12_000;
const NOBODY: Scene = { onlySpeakerHeard: true, mostPictures: 0, people: [] };

export class Conference extends LitElement {
  static override properties = {
    meeting: {},
    voter: {},
    turn: {},
    phone: {},
    texts: { type: Object },
    at: { state: true },
  };

  declare meeting: string;
  declare voter: string;
  declare turn: string;
  declare phone: string;
  declare texts: Texts;
  declare at: At;

  private readonly devices = new Devices();
  private readonly peers = new Map<string, Peer>();
  /** In place of the peers where the room runs over one. */
  private gateway: Gateway | null = null;
  /** What somebody said who is not known to be here yet. */
  private readonly early = new Map<string, Body[]>();
  private readonly tries = new Map<string, number>();
  private readonly pins = new Set<string>(kept());
  private line: Line | null = null;
  /** Where Jitsi brings sound and picture: the room within this page. */
  private jitsi: JitsiRoom | null = null;
  private isJitsi = false;
  /** Grows with each room, so that what was begun for an older one is dropped. */
  private run = 0;
  private jitsiPicture = false;
  private chosen: Chosen = { sound: null, picture: null, speaker: null, withPicture: true };
  private scene = NOBODY;
  private me: string | null = null;
  private iceServers: RTCIceServer[] = [];
  private wantsPicture = true;
  private unmuted = false;
  private mutes = 0;
  private notice = '';
  private refusal: { reason: Reason; message: string } | null = null;
  private blurred = false;
  private blocked = false;
  private asking = 0;
  private titleShown = '';
  private isAsking = false;
  /** Something changed while it was being asked. */
  private askOnceMore = false;
  /** Until a ticket is asked for again that was given and then refused. */
  private soon = FIRST_PAUSE;
  /** Asked whether they really leave. */
  private leaving = false;

  constructor() {
    super();
    this.meeting = this.voter = this.turn = this.phone = '';
    this.texts = {} as Texts;
    this.at = 'before';
  }

  // The page's own styles apply: the conference is part of the page, not a widget in it.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.network);
    window.addEventListener('offline', this.network);
    navigator.mediaDevices?.addEventListener('devicechange', this.plugged);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('online', this.network);
    window.removeEventListener('offline', this.network);
    navigator.mediaDevices?.removeEventListener('devicechange', this.plugged);
    this.line?.stop();
    this.line = null;
    this.hangUp();
    this.devices.close();
    window.clearTimeout(this.asking);
    this.at = 'before';
    super.disconnectedCallback();
  }

  private readonly network = (): void => this.line?.hurry(navigator.onLine);

  private readonly plugged = (): void => void this.devices.look().then(() => this.requestUpdate());

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('turn') && changed.get('turn') !== undefined && this.at === 'out') {
      void this.askAgain();
    }
    this.play();
    if (changed.has('at') && this.titleShown !== '' && this.titleShown !== this.at && this.contains(document.activeElement ?? null)) {
      this.querySelector<HTMLElement>('.rs-conference-title')?.focus();
    }
    this.titleShown = this.at;
  }

  // --- coming in

  private async check(): Promise<void> {
    this.at = 'check';
    await this.devices.openMicrophone();
    if (this.at !== 'check') {
      return;
    }
    this.listen();
    await this.devices.openCamera();
    this.requestUpdate();
  }

  private listen(): void {
    this.devices.listen((level) => {
      const meter = this.querySelector<HTMLMeterElement>('.rs-conference-level');
      if (meter) {
        meter.value = level;
      }
    });
  }

  private cancel(): void {
    this.devices.close();
    this.at = 'before';
  }

  private async enter(takeOver = false): Promise<void> {
    this.devices.stopListening();
    window.clearTimeout(this.asking);
    this.refusal = null;
    this.notice = '';
    this.at = 'entering';
    this.line ??= new Line(
      {
        ticket: (over, before) => this.ticket(over, before),
        socket: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/conference/line`) as Socket,
        later: (act, millis) => {
          const timer = window.setTimeout(act, millis);
          return () => window.clearTimeout(timer);
        },
      },
      {
        entered: (line, pass, again) => this.entered(line, pass, again),
        told: (what) => {
          switch (what.type) {
            case 'SCENE':
              return this.show(what);
            case 'SIGNAL':
              return this.hear(what.from, readBody(what.body));
            case 'GATEWAY':
              return this.gateway?.hear(what.body);
          }
        },
        lost: () => (this.at = 'lost'),
        gone: () => this.hangUp(),
        out: (why, refusal, closed) => this.out(why, refusal, closed),
      },
    );
    await this.line.enter(takeOver);
  }

  private async ticket(takeOver: boolean, before: string | null): Promise<Pass> {
    const answer = await this.post('ticket', { takeOver, before });
    if (answer.status === 409) {
      const refusal = (await answer.json()) as { reason: string; message: string };
      throw new Refused(refusal.reason, refusal.message);
    }
    if (answer.status === 404) {
      throw new Refused('NOT_INVITED', '');
    }
    if (!answer.ok) {
      throw new Error(`no ticket: ${answer.status}`);
    }
    return (await answer.json()) as Pass;
  }

  private async post(what: string, body: unknown, anew = false): Promise<Response> {
    const proof = await sessionProof(this.voter, anew);
    if (proof === null) {
      throw new Refused('SIGNED_OUT', '');
    }
    const answer = await fetch(`/api/conference/meetings/${this.meeting}/${what}`, {
      method: 'POST',
      headers: { ...proof, 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(8_000),
    });
    return answer.status === 403 && !anew ? this.post(what, body, true) : answer;
  }

  private entered(line: string, pass: Pass, again: boolean): void {
    if (!again) {
      this.hangUp();
    }
    this.me = line;
    this.iceServers = pass.iceServers ?? [];
    this.isJitsi = pass.provider === 'JITSI';
    if (pass.gateway) {
      this.gateway ??= new Gateway(
        this.iceServers,
        (body) => {
          for (let at = 0; at < body.length; at += PART) {
            this.line?.send({ type: 'gateway', body: body.slice(at, at + PART), more: at + PART < body.length });
          }
        },
        () => this.requestUpdate(),
      );
    }
    this.soon = FIRST_PAUSE;
    this.askOnceMore = false;
    this.leaving = false;
    this.at = 'in';
    this.peers.forEach((it) => it.again());
    if (this.isJitsi) {
      void this.enterJitsi(pass as Pass & JitsiPass);
    } else {
      void this.openAgain();
    }
  }

  // --- Jitsi

  /** Jitsi opens camera and microphone itself, those that were chosen here. */
  private async enterJitsi(pass: JitsiPass): Promise<void> {
    if (this.jitsi !== null) {
      this.tell();
      return;
    }
    const run = ++this.run;
    // in the next room they are closed already
    const chosen = (this.chosen = {
      sound: this.devices.microphone?.label ?? this.chosen.sound,
      picture: this.devices.camera?.label ?? this.chosen.picture,
      speaker: this.devices.of('audiooutput').find((it) => it.deviceId === this.devices.speaker)?.label ?? this.chosen.speaker,
      withPicture: this.wantsPicture && this.devices.cameraTrouble === null,
    });
    this.devices.close();
    try {
      const make = await loadJitsi(pass.address);
      await this.updateComplete;
      const frame = this.querySelector('.rs-conference-jitsi');
      if (run !== this.run || frame === null) {
        return;
      }
      const room: JitsiRoom = new JitsiRoom(make, pass, frame, chosen, document.documentElement.lang || 'de', {
        joined: (participant) => this.line?.send({ type: 'known-as', body: participant }),
        shows: (sound, picture) => {
          this.unmuted = sound;
          this.jitsiPicture = picture;
          this.tell();
          this.requestUpdate();
        },
        left: () => this.leftJitsi(room),
      });
      this.jitsi = room;
      this.notice = '';
      room.follow(this.scene, this.me);
    } catch (fault) {
      console.warn('no Jitsi', fault);
      if (run === this.run) {
        this.notice = this.texts.jitsiMissing;
        this.tryJitsiAgain(run);
      }
    }
    this.requestUpdate();
  }

  /** Put out by Jitsi, or its connection is gone: whether one may still be there is asked anew. */
  private leftJitsi(room: JitsiRoom): void {
    if (room === this.jitsi) {
      this.dropJitsi();
      this.tryJitsiAgain(this.run);
    }
  }

  private tryJitsiAgain(run: number): void {
    window.setTimeout(() => {
      if (run === this.run && this.isJitsi && this.at === 'in') {
        void this.line?.enter();
      }
    }, JITSI_AGAIN);
  }

  private dropJitsi(): void {
    this.run++;
    const room = this.jitsi;
    this.jitsi = null;
    room?.leave();
    this.jitsiPicture = false;
  }

  /** Whoever was kept out for a while has had camera and microphone off. */
  private async openAgain(): Promise<void> {
    if (this.devices.microphone === null && this.devices.microphoneTrouble === null) {
      await this.devices.openMicrophone();
    }
    if (this.at !== 'in') {
      return;
    }
    if (this.wantsPicture && this.devices.camera === null && this.devices.cameraTrouble === null) {
      await this.devices.openCamera();
    }
    this.tell();
    this.carry();
    this.requestUpdate();
  }

  private out(why: Why | 'REFUSED', refusal: Refused | null, closed: boolean): void {
    if (closed) {
      this.jitsi?.end();
    }
    this.hangUp();
    this.me = null;
    switch (why) {
      case 'ROOM':
        // the meeting goes on in another room, perhaps without this person
        void this.enter();
        break;
      case 'ELSEWHERE':
        this.devices.close();
        this.at = 'taken';
        break;
      case 'SIGNED_OUT':
        this.devices.close();
        this.at = 'signed-out';
        break;
      case 'UNFIT':
        this.devices.close();
        this.at = 'unfit';
        break;
      case 'REFUSED':
        this.refused(refusal);
    }
  }

  private refused(refusal: Refused | null): void {
    if (refusal?.reason === 'ELSEWHERE') {
      this.devices.close();
      this.at = 'elsewhere';
    } else if (refusal?.reason === 'SIGNED_OUT') {
      this.at = 'signed-out';
      this.devices.close();
    } else {
      this.devices.close();
      this.refusal = refusal === null ? null : { reason: refusal.reason as Reason, message: refusal.message };
      this.at = 'out';
      // that this page is still there is known by its asking
      const pause = this.askOnceMore ? 0 : refusal === null ? this.soon : ASK_AGAIN;
      this.askOnceMore = false;
      this.asking = window.setTimeout(() => void this.askAgain(), pause);
      this.soon = Math.min(ASK_AGAIN, this.soon * 2);
    }
  }

  private async askAgain(): Promise<void> {
    if (this.at !== 'out' || this.line === null) {
      return;
    }
    // two at once would each take the other for somebody elsewhere
    if (this.isAsking || this.line.isComing) {
      this.askOnceMore = true;
      return;
    }
    this.isAsking = true;
    window.clearTimeout(this.asking);
    await this.line.enter().finally(() => (this.isAsking = false));
    if (this.askOnceMore && !this.line?.isComing) {
      this.askOnceMore = false;
      await this.askAgain();
    }
  }

  /** Does on the server what keeps this person out, and asks again; where it cannot be reached the button stays. */
  private async clear(what: 'alone' | 'back'): Promise<void> {
    try {
      await this.post(what, {});
    } catch (fault) {
      console.warn(`not ${what}`, fault);
    }
    await this.askAgain();
  }

  private askWhetherToLeave(): void {
    this.leaving = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[role=alertdialog] .rs-button-primary')?.focus());
  }

  private stay(): void {
    this.leaving = false;
    this.requestUpdate();
  }

  private leave(): void {
    this.leaving = false;
    if (this.at !== 'in') {
      // nothing can be said on the line; who cannot be told sees it by its silence
      this.post('away', { line: this.me }).catch((fault) => console.warn('not told', fault));
    }
    window.clearTimeout(this.asking);
    this.line?.leave();
    this.hangUp();
    this.devices.close();
    this.at = 'before';
  }

  // --- being in

  private show(scene: Scene): void {
    this.scene = scene;
    const me = this.mine;
    if (!this.isJitsi) {
      this.connectAll(scene);
    }
    if (!staysOn(this.unmuted, this.mutes, me) && this.unmuted) {
      this.notice = me?.heard && me.mutes > this.mutes ? this.texts.mutedByChair : this.texts.floorOver;
      this.setSound(false);
    }
    this.mutes = me?.mutes ?? 0;
    this.jitsi?.follow(scene, this.me);
    if (!this.isJitsi && me && this.wantsPicture && this.devices.camera && !me.picture && this.pictures(scene) < scene.mostPictures) {
      this.tell();
    }
    this.carry();
    this.requestUpdate();
  }

  private connectAll(scene: Scene): void {
    for (const person of scene.people) {
      if (this.gateway === null && person.line !== this.me && !this.peers.has(person.line) && !this.isPolite(person.line)) {
        this.begin(person.line);
      }
      const early = this.early.get(person.line) ?? [];
      this.early.delete(person.line);
      early.forEach((it) => this.hear(person.line, it));
    }
    for (const [line, peer] of this.peers) {
      if (!scene.people.some((it) => it.line === line)) {
        peer.close();
        this.peers.delete(line);
        this.tries.delete(line);
      }
    }
    this.gateway?.keep(new Set(scene.people.map((it) => it.line)));
  }

  /** One of each two begins; the other waits to hear from it. */
  private isPolite(line: string): boolean {
    return (this.me ?? '') < line;
  }

  private begin(line: string): void {
    this.connect(line, Date.now());
    this.carry();
    this.peers.get(line)?.begin();
  }

  private connect(line: string, run: number): void {
    this.peers.get(line)?.close();
    const tries = this.tries.get(line) ?? 0;
    const peer = new Peer(
      this.iceServers,
      this.isPolite(line),
      run,
      (body) => this.line?.send({ type: 'signal', to: line, body }),
      () => this.requestUpdate(),
      () => {
        this.tries.set(line, tries + 1);
        this.begin(line);
      },
      tries,
    );
    this.peers.set(line, peer);
  }

  private hear(from: string, body: Body | null): void {
    if (body === null || this.gateway !== null) {
      return;
    }
    if (!this.scene.people.some((it) => it.line === from)) {
      this.early.set(from, [...(this.early.get(from) ?? []), body]);
      return;
    }
    if (this.isPolite(from) && body.run > (this.peers.get(from)?.run ?? 0)) {
      this.connect(from, body.run);
      this.carry();
    }
    const peer = this.peers.get(from);
    if (peer?.run === body.run) {
      peer.hear(body);
    }
  }

  private get isInside(): boolean {
    return this.at === 'in' || this.at === 'lost';
  }

  private get mine(): Person | undefined {
    return this.scene.people.find((it) => it.line === this.me);
  }

  private pictures(scene: Scene): number {
    return scene.people.filter((it) => it.picture).length;
  }

  /** So many send a picture that nobody else can. */
  private get refusedPicture(): boolean {
    return this.wantsPicture && this.devices.camera !== null && !this.mine?.picture && this.pictures(this.scene) >= this.scene.mostPictures;
  }

  private carry(): void {
    const picture = this.mine?.picture ? this.devices.camera : null;
    this.peers.forEach((it) => {
      it.carry('audio', this.devices.microphone);
      it.carry('video', picture);
    });
    this.gateway?.carry('audio', this.devices.microphone);
    this.gateway?.carry('video', picture);
  }

  private tell(): void {
    this.line?.send({
      type: 'show',
      sound: this.unmuted,
      picture: this.isJitsi ? this.jitsiPicture : this.wantsPicture && this.devices.camera !== null,
    });
  }

  private setSound(on: boolean): void {
    if (this.isJitsi) {
      this.jitsi?.setSound(on);
      if (on) {
        this.notice = '';
      }
      this.requestUpdate();
      return;
    }
    this.unmuted = on && (this.mine?.heard ?? false) && this.devices.microphone !== null;
    if (this.devices.microphone) {
      this.devices.microphone.enabled = this.unmuted;
    }
    if (on) {
      this.notice = '';
    }
    this.tell();
    this.requestUpdate();
  }

  private async setPicture(on: boolean): Promise<void> {
    this.wantsPicture = on;
    if (this.isJitsi && this.isInside) {
      this.jitsi?.setPicture(on);
      this.requestUpdate();
      return;
    }
    if (on && this.devices.camera === null) {
      await this.devices.openCamera();
    } else if (!on) {
      this.devices.closeCamera();
    }
    this.tell();
    this.carry();
    this.requestUpdate();
  }

  /** Nothing is heard, seen or sent any more. */
  private hangUp(): void {
    this.dropJitsi();
    this.peers.forEach((it) => it.close());
    this.peers.clear();
    this.gateway?.close();
    this.gateway = null;
    this.early.clear();
    this.tries.clear();
    this.scene = NOBODY;
    this.unmuted = false;
    this.mutes = 0;
    if (this.devices.microphone) {
      this.devices.microphone.enabled = false;
    }
    this.requestUpdate();
  }

  /** Who may not be heard is not played, whatever their page sends. */
  private play(): void {
    for (const audio of this.querySelectorAll('audio')) {
      const person = this.scene.people.find((it) => it.line === audio.dataset.line);
      audio.muted = !(person?.heard ?? false);
      if (audio.srcObject && audio.paused) {
        void this.devices.sendTo(audio);
        audio.play().then(
          () => this.unblock(),
          (fault: unknown) => {
            if (fault instanceof DOMException && fault.name === 'NotAllowedError' && !this.blocked) {
              this.blocked = true;
              this.requestUpdate();
            }
          },
        );
      }
    }
  }

  private unblock(): void {
    if (this.blocked) {
      this.blocked = false;
      this.requestUpdate();
    }
  }

  private pin(person: string): void {
    if (!this.pins.delete(person)) {
      this.pins.add(person);
    }
    try {
      sessionStorage.setItem(PINS, JSON.stringify([...this.pins]));
    } catch {
      // not kept beyond this page
    }
    this.requestUpdate();
  }

  // --- drawing

  protected override render(): TemplateResult {
    // the frame stays where it is whatever else is drawn: moved, it would load anew
    return html`<div class="rs-conference-part">${this.content()}</div>
      <div class="rs-conference-jitsi" ?hidden=${!this.isJitsi || !this.isInside}></div>`;
  }

  private content(): TemplateResult {
    const { texts } = this;
    switch (this.at) {
      case 'before':
        return html`${this.heading(texts.before)}
          <p>${texts.beforeHint}</p>
          <div class="rs-actions">${button(texts.check, () => void this.check(), true)}</div>`;
      case 'check':
        return this.checking();
      case 'entering':
        return html`${this.heading(texts.before)}<p role="status">${texts.entering}</p>`;
      case 'out':
        return html`${this.heading(texts.out)}
          <p role="status">${this.refusal?.message ?? ''}</p>
          <div class="rs-actions">
            ${this.refusal?.reason === 'ALONE' ? button(texts.alone, () => void this.clear('alone'), true) : nothing}
            ${this.refusal?.reason === 'LEFT' ? button(texts.comeBack, () => void this.clear('back'), true) : nothing}
            ${button(texts.leave, () => this.leave())}
          </div>`;
      case 'elsewhere':
        return this.choice(texts.elsewhere, texts.takeOver);
      case 'taken':
        return this.choice(texts.taken, texts.takeBack);
      case 'signed-out':
        return html`${this.heading(texts.out)}<p role="status">${texts.signedOut}</p>
          <div class="rs-actions">${button(texts.reload, () => location.reload(), true)}</div>`;
      case 'unfit':
        return html`${this.heading(texts.out)}<p role="status">${texts.unfit}</p>
          <div class="rs-actions">${button(texts.tryAgain, () => void this.enter(), true)}</div>`;
      case 'in':
      case 'lost':
        return this.inside();
    }
  }

  private heading(text: string): TemplateResult {
    return html`<h2 class="rs-conference-title" tabindex="-1">${text}</h2>`;
  }

  private choice(text: string, action: string): TemplateResult {
    return html`${this.heading(this.texts.out)}
      <p role="status">${text}</p>
      <div class="rs-actions">${button(action, () => void this.enter(true), true)}${button(this.texts.cancel, () => this.cancel())}</div>`;
  }

  private checking(): TemplateResult {
    const { texts, devices } = this;
    return html`${this.heading(texts.check)}
      <p>${texts.checkHint}</p>
      <div class="rs-conference-check">
        <div class="rs-conference-preview">
          ${devices.camera
            ? html`<video autoplay playsinline .muted=${true} .srcObject=${streamOf(devices.camera)} aria-label=${texts.preview}></video>`
            : html`<span>${texts.noPicture}</span>`}
        </div>
        <div class="rs-conference-fields">
          ${this.trouble(devices.microphoneTrouble, texts.microphone)}
          ${this.choose('audioinput', texts.microphone, devices.microphone, async (id) => {
            await devices.openMicrophone(id);
            this.listen();
          })}
          <label class="rs-conference-field"><span>${texts.level}</span><meter class="rs-conference-level" min="0" max="1" value="0"></meter></label>
          ${this.trouble(devices.cameraTrouble, texts.camera)}
          ${this.choose('videoinput', texts.camera, devices.camera, (id) => devices.openCamera(id))}
          <label class="rs-conference-tick">
            <input
              type="checkbox"
              .checked=${this.wantsPicture && devices.camera !== null}
              @change=${(event: Event) => void this.setPicture((event.target as HTMLInputElement).checked)}
            /><span>${texts.withCamera}</span>
          </label>
          ${devices.canBlur
            ? html`<label class="rs-conference-tick">
                <input
                  type="checkbox"
                  .checked=${this.blurred}
                  @change=${(event: Event) => {
                    this.blurred = (event.target as HTMLInputElement).checked;
                    void devices.blur(this.blurred);
                  }}
                /><span>${texts.blur}</span>
              </label>`
            : nothing}
          ${devices.of('audiooutput').length > 0 && 'setSinkId' in HTMLMediaElement.prototype
            ? this.choose('audiooutput', texts.speaker, null, (id) => {
                devices.speaker = id;
                return Promise.resolve();
              })
            : nothing}
          <div>${button(texts.tone, () => void devices.tone())}</div>
        </div>
      </div>
      <div class="rs-actions">${button(texts.enter, () => void this.enter(), true)}${button(texts.cancel, () => this.cancel())}</div>`;
  }

  private trouble(it: Trouble | null, what: string): TemplateResult | typeof nothing {
    return it
      ? html`<p class="rs-conference-trouble" role="status"><strong>${what}:</strong> ${this.texts[`trouble.${it}`]}</p>`
      : nothing;
  }

  private choose(kind: MediaDeviceKind, label: string, track: MediaStreamTrack | null, use: (id: string) => Promise<void>): TemplateResult {
    const chosen = track?.getSettings().deviceId ?? (kind === 'audiooutput' ? this.devices.speaker : '');
    const change = async (event: Event) => {
      await use((event.target as HTMLSelectElement).value);
      this.requestUpdate();
    };
    return html`<label class="rs-conference-field"
      ><span>${label}</span
      ><select @change=${(event: Event) => void change(event)}>
        ${track === null ? html`<option value="">${this.texts.standard}</option>` : nothing}
        ${this.devices
          .of(kind)
          .map((it, at) => html`<option value=${it.deviceId} ?selected=${it.deviceId === chosen}>${it.label || `${label} ${at + 1}`}</option>`)}
      </select></label
    >`;
  }

  /** What comes from somebody. */
  private from(line: string): { stream: MediaStream; state: RTCPeerConnectionState } | undefined {
    return this.gateway === null ? this.peers.get(line) : this.gateway.from(line);
  }

  private inside(): TemplateResult {
    const { texts, scene } = this;
    const me = this.mine;
    const invited = me?.heard && !this.unmuted && this.at === 'in' && (me.hasFloor || scene.onlySpeakerHeard) && this.hasSound;
    return html`${this.heading(texts.before)}
      ${this.at === 'lost'
        ? html`<div class="rs-conference-lost" role="alert">
            <p>${texts.lost}</p>
            ${this.phone ? html`<p>${texts.phone} <a href="tel:${this.phone.replace(/[^+\d]/g, '')}">${this.phone}</a></p>` : nothing}
          </div>`
        : nothing}
      ${invited
        ? html`<div class="rs-conference-invited" role="status">
            <p>${texts.floor}</p>
            ${button(texts.unmute, () => this.setSound(true), true, 'microphone')}
          </div>`
        : nothing}
      ${this.blocked
        ? html`<div class="rs-conference-invited"><p>${texts.needSound}</p>${button(texts.playSound, () => this.play(), true)}</div>`
        : nothing}
      <p role="status" class="rs-conference-notice">${this.notice}${this.refusedPicture ? ` ${texts.mostPictures}` : ''}</p>
      ${this.isJitsi ? nothing : this.stage()}
      ${scene.people.length === 1 && this.at === 'in' ? html`<p>${texts.aloneHere}</p>` : nothing}
      ${repeat(
        scene.people.filter((it) => this.from(it.line) !== undefined),
        (it) => it.line,
        (it) => html`<audio data-line=${it.line} .srcObject=${this.from(it.line)!.stream}></audio>`,
      )}
      ${this.trouble(this.devices.microphoneTrouble, texts.microphone)}
      ${this.wantsPicture ? this.trouble(this.devices.cameraTrouble, texts.camera) : nothing}
      <div class="rs-actions rs-conference-controls">
        ${!this.hasSound
          ? nothing
          : this.unmuted
            ? button(texts.mute, () => this.setSound(false), false, 'microphone-off')
            : me?.heard
              ? invited
                ? nothing
                : button(texts.unmute, () => this.setSound(true), false, 'microphone')
              : html`<span class="rs-conference-silent">${texts.silent}</span>`}
        ${button(this.hasPicture ? texts.cameraOff : texts.cameraOn, () => void this.setPicture(!this.hasPicture), false, this.hasPicture ? 'camera-off' : 'camera')}
        ${this.leaving ? nothing : button(texts.leave, () => this.askWhetherToLeave(), false, 'sign-out')}
      </div>
      ${this.leaving
        ? html`<div class="rs-conference-invited" role="alertdialog" aria-label=${texts.leave}>
            <p>${texts.leaveAsked}</p>
            <div class="rs-actions">
              ${button(texts.leaveNow, () => this.leave())} ${button(texts.stay, () => this.stay(), true)}
            </div>
          </div>`
        : nothing}
      <p class="rs-conference-hint">${texts.leaveHint}</p>`;
  }

  /** Where browsers are connected with each other, their pictures are ours to arrange. */
  private stage(): TemplateResult {
    const { texts, scene } = this;
    const { large, strip } = stage(scene, this.me, this.pins);
    return html`<div class="rs-conference-stage">
        <ul class="rs-conference-large" aria-label=${texts.large}>
          ${repeat(large, (it) => it.line, (it) => this.tile(it))}
        </ul>
        ${strip.length > 0
          ? html`<ul class="rs-conference-strip" aria-label=${texts.strip} tabindex="0">
              ${repeat(strip, (it) => it.line, (it) => this.tile(it))}
            </ul>`
          : nothing}
      </div>`;
  }

  private get hasSound(): boolean {
    return this.isJitsi ? this.jitsi !== null : this.devices.microphone !== null;
  }

  private get hasPicture(): boolean {
    return this.isJitsi ? this.jitsiPicture : this.wantsPicture && this.devices.camera !== null;
  }

  private tile(person: Person): TemplateResult {
    const { texts } = this;
    const mine = person.line === this.me;
    const peer = this.from(person.line);
    const seen = person.picture && (mine ? this.devices.camera !== null : peer?.stream.getVideoTracks().length === 1);
    const stream = mine ? (this.devices.camera ? streamOf(this.devices.camera) : null) : (peer?.stream ?? null);
    const pinned = this.pins.has(person.person);
    const connecting = !mine && peer?.state !== 'connected' && person.picture;
    return html`<li class="rs-conference-tile" data-line=${person.line} ?data-speaks=${person.sound && person.heard} ?data-mine=${mine}>
      ${seen
        ? html`<video autoplay playsinline .muted=${true} .srcObject=${stream} aria-hidden="true"></video>`
        : html`<span class="rs-conference-initials" aria-hidden="true">${initials(person.name)}</span>`}
      <div class="rs-conference-name">
        <span>${person.name}${mine ? ` (${texts.you})` : ''}</span>
        ${person.hasFloor ? html`<span class="rs-conference-mark">${texts.hasFloor}</span>` : nothing}
        ${person.hasFloor && !person.picture ? html`<span class="rs-conference-mark rs-conference-unseen">${texts.noPicture}</span>` : nothing}
        <span>${connecting ? texts.connecting : person.sound && person.heard ? texts.soundOn : texts.soundOff}</span>
        ${mine
          ? nothing
          : html`<button type="button" class="rs-conference-pin" aria-pressed=${pinned} @click=${() => this.pin(person.person)}>
              ${pinned ? texts.unpin : texts.pin}<span class="rs-visually-hidden"> ${person.name}</span>
            </button>`}
      </div>
    </li>`;
  }
}

/** @param sign name of an icon, if it has one */
function button(text: string, press: () => void, primary = false, sign = ''): TemplateResult {
  return html`<button type="button" class="rs-button ${primary ? 'rs-button-primary' : 'rs-button-secondary'}" @click=${press}>
    ${sign === '' ? nothing : html`<svg class="rs-icon" viewBox="0 0 24 24" aria-hidden="true"><use href="/assets/icons.svg#${sign}"></use></svg>`}${text}
  </button>`;
}

const streams = new WeakMap<MediaStreamTrack, MediaStream>();

/** The same stream for the same track: a video that is given another one begins anew. */
function streamOf(track: MediaStreamTrack): MediaStream {
  const known = streams.get(track) ?? new MediaStream([track]);
  streams.set(track, known);
  return known;
}

function initials(name: string): string {
  const words = name.split(' ').filter((it) => !it.endsWith('.'));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((it) => it?.[0] ?? '').join('');
}

function kept(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(PINS) ?? '[]') as string[];
  } catch {
    return [];
  }
}

customElements.define('rs-conference', Conference);
