import type { Person, Scene } from './telling';

/** What a page needs to come into a room of Jitsi. */
export interface JitsiPass {
  address: string;
  room: string;
  token: string;
  /** Whether this page may mute, approve and remove others there. */
  moderates: boolean;
  /** Whether the server does not end rooms, so that this page has to. */
  ends: boolean;
}

/** As far as it is used here, Jitsi's IFrame API. */
export interface JitsiApi {
  executeCommand(command: string, ...what: unknown[]): void;
  addListener(event: string, listener: (what: never) => void): void;
  getSupportedCommands?(): string[];
  getParticipantsInfo?(): { participantId: string }[];
  isAudioMuted?(): Promise<boolean>;
  dispose(): void;
}

export type MakeApi = (domain: string, options: Record<string, unknown>) => JitsiApi;

/** What happens in the room. Hints only: who is there is known by our own lines. */
export interface JitsiHearer {
  /** In the room, where Jitsi calls this page so. */
  joined(participant: string): void;
  /** Microphone and camera there are on or off. */
  shows(sound: boolean, picture: boolean): void;
  /** Out of the room without having been asked to leave. */
  left(): void;
}

/** Devices as they were chosen, by the names that browsers give them. */
export interface Chosen {
  sound: string | null;
  picture: string | null;
  speaker: string | null;
  withPicture: boolean;
}

/** So long somebody may be in the room before their line says who they are. */
const PATIENCE = 8_000;
const LOOK = 2_000;
const SAYING = 300;

/** What our own page does already, or what would let in what is not the operator's. */
const CONFIG = {
  startWithAudioMuted: true,
  prejoinConfig: { enabled: false },
  disableDeepLinking: true,
  disableInviteFunctions: true,
  disableThirdPartyRequests: true,
  analytics: { disabled: true },
  gravatar: { disabled: true },
  doNotStoreRoom: true,
  enableClosePage: false,
  hideConferenceSubject: true,
  hideConferenceTimer: true,
  readOnlyName: true,
  disableProfile: true,
  disablePolls: true,
  disableReactions: true,
  disableChat: true,
  disableSelfDemote: true,
  disableRemoteMute: false,
  remoteVideoMenu: { disabled: true },
  participantsPane: { enabled: false },
  breakoutRooms: { hideAddRoomButton: true },
  p2p: { enabled: false },
  notifications: [],
  toolbarButtons: ['tileview', 'select-background', 'settings'],
};

/**
 * A room of Jitsi within our page. What Jitsi does follows the scene that our line tells: who may not be heard is muted here and not
 * played, and the page of who conducts the meeting has Jitsi say the same to all others.
 */
export class JitsiRoom {
  private readonly api: JitsiApi;
  private readonly approves: string;
  /** Others in the room, with when they were first seen. */
  private readonly there = new Map<string, number>();
  private readonly volumes = new Map<string, number>();
  private readonly approved = new Set<string>();
  private scene: Scene = { onlySpeakerHeard: true, mostPictures: 0, people: [] };
  private line: string | null = null;
  private own: string | null = null;
  private muted = true;
  private dark: boolean;
  private wantsSound = false;
  private wantsPicture: boolean;
  private moderation: boolean | null = null;
  private large: string | undefined;
  private over = false;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    make: MakeApi,
    private readonly pass: JitsiPass,
    parent: unknown,
    chosen: Chosen,
    language: string,
    private readonly hearer: JitsiHearer,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.wantsPicture = chosen.withPicture;
    this.dark = !chosen.withPicture;
    this.api = make(new URL(pass.address).host, {
      roomName: pass.room,
      jwt: pass.token,
      parentNode: parent,
      width: '100%',
      height: '100%',
      lang: language,
      noSSL: pass.address.startsWith('http:'),
      devices: { audioInput: chosen.sound ?? undefined, videoInput: chosen.picture ?? undefined, audioOutput: chosen.speaker ?? undefined },
      configOverwrite: { ...CONFIG, startWithVideoMuted: !chosen.withPicture },
    });
    // older releases ask to unmute where newer ones approve
    this.approves = this.api.getSupportedCommands?.().includes('approveParticipant') ? 'approveParticipant' : 'askToUnmute';
    this.listen();
    this.timer = setInterval(() => void this.look(), LOOK);
  }

  private listen(): void {
    const on = <T>(event: string, listener: (what: T) => void) =>
      this.api.addListener(event, (what: T) => {
        if (!this.over) {
          listener(what);
        }
      });
    on<{ id: string }>('videoConferenceJoined', ({ id }) => {
      this.own = id;
      this.there.delete(id);
      this.hearer.joined(id);
      this.hearer.shows(!this.muted, !this.dark);
      this.apply();
    });
    on<{ id: string }>('participantJoined', ({ id }) => {
      this.enter(id);
      this.apply();
    });
    on<{ id: string }>('participantLeft', ({ id }) => {
      this.there.delete(id);
      this.volumes.delete(id);
      this.approved.delete(id);
    });
    on<{ muted: boolean }>('audioMuteStatusChanged', ({ muted }) => {
      this.muted = muted;
      // turned on or off within Jitsi, by a key for example
      this.wantsSound = !muted;
      this.hearer.shows(!this.muted, !this.dark);
      this.apply();
    });
    on<{ muted: boolean }>('videoMuteStatusChanged', ({ muted }) => {
      this.dark = muted;
      this.wantsPicture = !muted;
      this.hearer.shows(!this.muted, !this.dark);
    });
    on<{ mediaType: string; enabled: boolean }>('moderationStatusChanged', ({ mediaType, enabled }) => {
      if (mediaType === 'audio') {
        this.moderation = enabled;
        this.apply();
      }
    });
    on<{ id: string; role: string }>('participantRoleChanged', ({ id, role }) => {
      if (id === this.own && role === 'moderator') {
        // what was said before this page might, was not heard
        this.moderation = null;
        this.approved.clear();
      }
      this.apply();
    });
    on<{ participant: { id: string; name: string } }>('knockingParticipant', ({ participant }) => this.answer(participant));
    on<{ kicked: { local: boolean } }>('participantKickedOut', ({ kicked }) => {
      if (kicked.local) {
        this.hearer.left();
      }
    });
    on('videoConferenceLeft', () => this.hearer.left());
    on('readyToClose', () => this.hearer.left());
    on<{ isFatal?: boolean }>('errorOccurred', (fault) => {
      console.warn('Jitsi', fault);
      if (fault.isFatal) {
        this.hearer.left();
      }
    });
  }

  private enter(id: string): void {
    if (id !== this.own && id !== 'local' && !this.there.has(id)) {
      this.there.set(id, this.now());
    }
  }

  /** Whoever knocks has a token of ours; let in is who has a line and is not in yet. */
  private answer(knocking: { id: string; name: string }): void {
    if (this.pass.moderates) {
      const expected = this.scene.people.some((it) => it.participant === undefined && it.name === knocking.name);
      this.api.executeCommand('answerKnockingParticipant', knocking.id, expected);
    }
  }

  /** @param line our own */
  follow(scene: Scene, line: string | null): void {
    const wasFree = !this.scene.onlySpeakerHeard;
    this.scene = scene;
    this.line = line;
    if (wasFree && scene.onlySpeakerHeard && this.pass.moderates && this.own !== null) {
      this.api.executeCommand('muteEveryone', 'audio');
    }
    this.apply();
  }

  setSound(on: boolean): void {
    this.wantsSound = on;
    this.apply();
  }

  setPicture(on: boolean): void {
    this.wantsPicture = on;
    this.apply();
  }

  private get me(): Person | undefined {
    return this.scene.people.find((it) => it.line === this.line);
  }

  private personOf(participant: string): Person | undefined {
    return this.scene.people.find((it) => it.participant === participant && it.line !== this.line);
  }

  private apply(): void {
    if (this.over || this.own === null) {
      return;
    }
    this.api.getParticipantsInfo?.().forEach((it) => this.enter(it.participantId));
    this.applyToMe();
    for (const id of this.there.keys()) {
      this.play(id);
    }
    this.enlarge();
    if (this.pass.moderates) {
      this.moderate();
    }
  }

  /** What Jitsi refused is tried again, and shown as it is. */
  private async look(): Promise<void> {
    const muted = await this.api.isAudioMuted?.().catch(() => this.muted);
    if (this.over) {
      return;
    }
    if (this.own !== null && muted !== undefined && muted !== this.muted) {
      this.muted = muted;
      this.hearer.shows(!this.muted, !this.dark);
    }
    this.apply();
  }

  private applyToMe(): void {
    const sound = this.wantsSound && (this.me?.heard ?? false);
    if (sound === this.muted) {
      this.muted = !sound;
      this.api.executeCommand('toggleAudio');
    }
    if (this.wantsPicture === this.dark) {
      this.dark = !this.wantsPicture;
      this.api.executeCommand('toggleVideo');
    }
  }

  /** Whoever may not be heard is not played, nor is anybody of whom no line says who they are. */
  private play(id: string): void {
    const volume = this.personOf(id)?.heard ? 1 : 0;
    if (this.volumes.get(id) !== volume) {
      this.volumes.set(id, volume);
      this.api.executeCommand('setParticipantVolume', id, volume);
    }
  }

  private enlarge(): void {
    const large = this.scene.people.find((it) => it.line === this.scene.large && it.line !== this.line)?.participant;
    if (large !== undefined && large !== this.large && this.there.has(large)) {
      this.large = large;
      this.api.executeCommand('setLargeVideoParticipant', large);
    }
  }

  private moderate(): void {
    if (this.moderation !== this.scene.onlySpeakerHeard) {
      this.moderation = this.scene.onlySpeakerHeard;
      this.approved.clear();
      this.api.executeCommand('toggleModeration', this.scene.onlySpeakerHeard, 'audio');
    }
    for (const [id, since] of this.there) {
      const person = this.personOf(id);
      if (person === undefined) {
        if (this.now() - since > PATIENCE) {
          this.api.executeCommand('kickParticipant', id);
        }
      } else if (this.scene.onlySpeakerHeard && person.heard !== this.approved.has(id)) {
        if (person.heard) {
          this.approved.add(id);
          this.api.executeCommand(this.approves, id, 'audio');
        } else {
          this.approved.delete(id);
          this.api.executeCommand('rejectParticipant', id, 'audio');
        }
      }
      if (person !== undefined) {
        // who loses the line is given the same time again
        this.there.set(id, this.now());
      }
    }
  }

  /** The room is closed. Where the server does not put everybody out, the page of who conducts does, silent and unseen. */
  end(): void {
    if (!this.pass.ends || this.own === null || this.over) {
      this.leave();
      return;
    }
    this.setSound(false);
    this.setPicture(false);
    this.over = true;
    clearInterval(this.timer);
    this.api.executeCommand('endConference');
    // a message to a frame that is gone would not arrive
    setTimeout(() => this.api.dispose(), SAYING);
  }

  /** Out at once: nothing is sent or played any more. */
  leave(): void {
    if (!this.over) {
      this.over = true;
      clearInterval(this.timer);
      this.api.dispose();
    }
  }
}

/** Loads Jitsi's own script from the operator's server, and from nowhere else; once. */
export async function loadJitsi(address: string): Promise<MakeApi> {
  const source = `${address}/external_api.js`;
  const page = window as unknown as { JitsiMeetExternalAPI?: new (domain: string, options: Record<string, unknown>) => JitsiApi };
  if (page.JitsiMeetExternalAPI === undefined) {
    await new Promise<void>((loaded, failed) => {
      document.querySelector(`script[src="${source}"]`)?.remove();
      const script = document.createElement('script');
      script.src = source;
      script.onload = () => loaded();
      script.onerror = () => failed(new Error(`${source} cannot be loaded`));
      document.head.append(script);
    });
  }
  const Api = page.JitsiMeetExternalAPI;
  if (Api === undefined) {
    throw new Error(`${source} is not Jitsi's`);
  }
  return (domain, options) => new Api(domain, options);
}
