/** What the server tells a browser on its line; as `Told` in Java has it. */
export interface Person {
  line: string;
  person: string;
  name: string;
  sound: boolean;
  picture: boolean;
  /** Whether they may be heard. */
  heard: boolean;
  hasFloor: boolean;
  /** How often the chair muted them. */
  mutes: number;
  /** How the provider calls them, as their own page says. */
  participant?: string;
}

export interface Scene {
  onlySpeakerHeard: boolean;
  /** How many of them can send a picture at once. */
  mostPictures: number;
  large?: string;
  people: Person[];
}

/**
 * What the gateway says to this page. `run` counts how often the page came in there: `joined` begins one, `lost` ends it. Then the page
 * offers what it sends and has an `answer`, and answers each `offer` of what it receives; `streams` says whose the parts are.
 */
export type FromGateway =
  | { joined: number }
  | { lost: number }
  | { run: number; answer: string }
  | { run: number; offer: string; streams: { mid: string; line: string }[] };

export type Why = 'ROOM' | 'ELSEWHERE' | 'SIGNED_OUT' | 'REFUSED' | 'UNFIT';

export type Told =
  | { type: 'ENTERED'; line: string; beatMillis: number; lostMillis: number }
  | ({ type: 'SCENE' } & Scene)
  | { type: 'SIGNAL'; from: string; body: string }
  | { type: 'GATEWAY'; body: FromGateway }
  | { type: 'BEAT' }
  | { type: 'ENDED'; why: Why; closed?: boolean };
